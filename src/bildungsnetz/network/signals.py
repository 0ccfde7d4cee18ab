"""Facts that network announces, inside the transaction of the act."""

from django.dispatch import Signal

person_linked = Signal()
"""A person has an account now. Arguments: `person`, `user`, `now`."""
