"""What network does when accounts announces something."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from bildungsnetz.accounts.api import User
from bildungsnetz.accounts.signals import invitation_accepted
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.models import Progress
from bildungsnetz.network.models import Person
from bildungsnetz.network.services.people import REFERENCE, link_person
from bildungsnetz.network.services.steward_grants import sync_person
from bildungsnetz.network.signals import person_linked, serial_run_started
from bildungsnetz.network.tasks import write_serial_mails


@receiver(invitation_accepted)
def link_invited_person(*, user: User, reference: str, now: datetime, **_kwargs: Any) -> None:
    """Whoever accepts an invitation that names a person of the network becomes that person's account."""
    if not reference.startswith(REFERENCE):
        return
    person = Person.objects.filter(pk=reference.removeprefix(REFERENCE)).first()
    if person is not None:
        link_person(actor=Actor(user_id=user.pk, name=user.name), person=person, user=user, now=now)


@receiver(person_linked, dispatch_uid="network.give_rights_of_stewards")
def give_rights_of_stewards(person: Person, **_kwargs: Any) -> None:
    """A person has an account now: the right to keep an institution comes with it."""
    sync_person(person)


@receiver(serial_run_started, dispatch_uid="network.write_serial_mails")
def write_serial_mails_in_background(run: Progress, **_kwargs: Any) -> None:
    """The mails are written by the worker, after the commit."""
    transaction.on_commit(lambda: write_serial_mails.enqueue(run.pk))
