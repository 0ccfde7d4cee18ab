"""Facts that network announces, inside the transaction of the act."""

from django.dispatch import Signal

person_linked = Signal()
"""A person has an account now. Arguments: `person`, `user`, `now`."""

institution_changed = Signal()
"""An institution was entered, edited or imported. Arguments: `institution`, `now`."""

person_changed = Signal()
"""A person was entered or edited, or one of its functions began or ended. Arguments: `person`, `now`."""
