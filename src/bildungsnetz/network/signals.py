"""Facts that network announces, inside the transaction of the act."""

from django.dispatch import Signal

person_linked = Signal()
"""A person has an account now. Arguments: `person`, `user`, `now`."""

serial_run_started = Signal()
"""A serial mail goes out: its mails are to be written. Argument: `run`."""
