"""What governance does when others announce a fact."""

from typing import Any

from django.dispatch import receiver

from bildungsnetz.governance.services.grants import sync_person
from bildungsnetz.network.api import Person
from bildungsnetz.network.signals import person_linked


@receiver(person_linked, dispatch_uid="governance.give_rights_of_seats")
def give_rights_of_seats(person: Person, **_kwargs: Any) -> None:
    """A person has an account now: the rights that follow from her seats come with it."""
    sync_person(person)
