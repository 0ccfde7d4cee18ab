"""What governance does when others announce a fact."""

from typing import Any

from django.apps import AppConfig
from django.db import connections, transaction
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from bildungsnetz.core import clock
from bildungsnetz.core.models import AuditEntry, Progress
from bildungsnetz.core.signals import act_recorded
from bildungsnetz.governance.models.paper_guard import lift_guard, set_guard
from bildungsnetz.governance.services.grants import sync_person
from bildungsnetz.governance.services.public_record_watch import watch
from bildungsnetz.governance.services.public_records import refresh_all
from bildungsnetz.governance.signals import invitation_run_started
from bildungsnetz.governance.tasks import write_invitation_mails
from bildungsnetz.network.api import Person
from bildungsnetz.network.signals import person_linked


@receiver(person_linked, dispatch_uid="governance.give_rights_of_seats")
def give_rights_of_seats(person: Person, **_kwargs: Any) -> None:
    """A person has an account now: the rights that follow from her seats come with it."""
    sync_person(person)


@receiver(pre_migrate, dispatch_uid="governance.lift_guard_of_papers")
def lift_guard_of_papers(sender: AppConfig, using: str, **_kwargs: Any) -> None:
    """The guard names two tables: SQLite could rebuild neither of them while it stands."""
    if sender.label == "governance":
        lift_guard(connections[using])


@receiver(post_migrate, dispatch_uid="governance.set_guard_of_papers")
def set_guard_of_papers(sender: AppConfig, using: str, **_kwargs: Any) -> None:
    """After each migration the guard stands again, however the tables were rebuilt."""
    if sender.label == "governance":
        set_guard(connections[using])


@receiver(invitation_run_started, dispatch_uid="governance.write_mails_in_background")
def write_mails_in_background(run: Progress, **_kwargs: Any) -> None:
    """The mails are written by the worker, after the commit."""
    transaction.on_commit(lambda: write_invitation_mails.enqueue(run.pk))


@receiver(act_recorded, dispatch_uid="governance.keep_public_records")
def keep_public_records(entry: AuditEntry, **_kwargs: Any) -> None:
    """What is public changes with the acts; the records follow after the commit."""
    watch(entry)


@receiver(post_migrate, dispatch_uid="governance.tell_what_is_public")
def tell_what_is_public(sender: AppConfig, **_kwargs: Any) -> None:
    """A new installation has an interface at once; an updated one tells what its new version knows."""
    if sender.label == "governance":
        refresh_all(now=clock.now())
