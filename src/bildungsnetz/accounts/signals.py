"""Facts that accounts announces, inside the transaction."""

from django.dispatch import Signal

invitation_accepted = Signal()
"""An invited person has an account now. Arguments: `user`, `reference` (plain key, may be empty), `now`."""
