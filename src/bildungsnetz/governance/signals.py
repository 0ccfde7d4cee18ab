"""Facts that governance announces, inside the transaction."""

from django.dispatch import Signal

decision_recorded = Signal()
"""A decision is on record. Arguments: `decision`, `actor`, `now`."""

minutes_approved = Signal()
"""Minutes are approved and immutable. Arguments: `minutes`, `now`."""

order_issued = Signal()
"""An order was given. Arguments: `order`, `actor`, `now`."""

order_changed = Signal()
"""An order has a new state. Arguments: `order`, `actor`, `now`."""

invitation_run_started = Signal()
"""The mails of an invitation wait to be written. Arguments: `run`."""
