"""Persons, their functions and their way to an account."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.accounts.api import User, send_invitation
from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies, signals
from bildungsnetz.network.domain.functions import FunctionKind, overlaps
from bildungsnetz.network.models import Function, Institution, Person
from bildungsnetz.network.selectors.people import account_to_connect
from bildungsnetz.network.services.index import index_person
from bildungsnetz.network.services.steward_grants import end_with_function

REFERENCE = "network.person:"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry:
    """What the form of a person holds."""

    first_name: str
    last_name: str
    title: str = ""
    email: str = ""
    phone: str = ""


_FIELDS = {
    "title": gettext_lazy("Titel"),
    "first_name": gettext_lazy("Vorname"),
    "last_name": gettext_lazy("Nachname"),
    "email": gettext_lazy("E-Mail"),
    "phone": gettext_lazy("Telefon"),
}


@transaction.atomic
def enter_person(*, actor: Actor, entry: PersonEntry, now: datetime) -> Person:
    """Enter a person. Raises NotAllowed, RuleViolation."""
    if not policies.may_enter_person(actor):
        raise NotAllowed
    _check(entry)
    person = Person.objects.create(entered_at=now, **{name: getattr(entry, name) for name in _FIELDS})
    index_person(person.pk)
    audit.record("network.person.enter", actor=actor, on=person, now=now)
    return person


@transaction.atomic
def edit_person(*, actor: Actor, person: Person, entry: PersonEntry, version: int, now: datetime) -> Person:
    """Correct the entry of a person. Raises NotAllowed, RuleViolation, StaleVersion."""
    kept = Person.objects.select_for_update().get(pk=person.pk)
    if not policies.may_edit_person(actor, kept):
        raise NotAllowed
    _check(entry)
    changed = [name for name in _FIELDS if getattr(kept, name) != getattr(entry, name)]
    if not changed:
        return kept
    for name in changed:
        setattr(kept, name, getattr(entry, name))
    kept.save_version(version)
    index_person(kept.pk)
    names = ", ".join(str(_FIELDS[name]) for name in changed)
    audit.record("network.person.edit", actor=actor, on=kept, now=now, fields=names)
    return kept


@transaction.atomic
def enter_function(
    *,
    actor: Actor,
    person: Person,
    institution: Institution,
    kind: FunctionKind,
    started_on: date,
    now: datetime,
    label: str = "",
    ended_on: date | None = None,
) -> Function:
    """Enter what a person does where, from a day on. Raises NotAllowed, RuleViolation.

    The same function in the same institution cannot be held twice on one day.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    if not policies.may_enter_function(actor):
        raise NotAllowed
    if ended_on is not None and ended_on < started_on:
        raise RuleViolation(_("Das Ende liegt vor dem Beginn."), field="ended_on")
    function = Function(
        person=person,
        institution=institution,
        kind=kind.value,
        label=label,
        started_on=started_on,
        ended_on=ended_on,
    )
    same = Function.objects.filter(person=person, institution=institution, kind=kind.value, label=label)
    if overlaps(function, same):
        raise RuleViolation(_("Diese Funktion ist für den Zeitraum schon eingetragen."), field="started_on")
    function.save()
    index_person(person.pk)
    audit.record("network.function.enter", actor=actor, on=person, now=now, function=str(function))
    return function


@transaction.atomic
def end_function(*, actor: Actor, function: Function, last_day: date, now: datetime) -> Function:
    """Let a function end with a day. Raises NotAllowed, RuleViolation when the day lies before its beginning."""
    kept = Function.objects.select_for_update().get(pk=function.pk)
    if not policies.may_end_function(actor):
        raise NotAllowed
    if last_day < kept.started_on:
        raise RuleViolation(_("Der letzte Tag liegt vor dem Beginn der Funktion."), field="last_day")
    kept.ended_on = last_day
    kept.save(update_fields=["ended_on"])
    audit.record("network.function.end", actor=actor, on=kept.person, now=now, function=str(kept))
    for row in end_with_function(kept, last_day=last_day):
        where = row.institution
        facts = {"institution": where.name}
        audit.record("network.stewardship.end", actor=actor, on=row.person, thread=where, now=now, **facts)
    return kept


@transaction.atomic
def invite_person(*, actor: Actor, person: Person, now: datetime) -> None:
    """Offer a person an account by mail; rights come with its mandates. Raises NotAllowed, RuleViolation."""
    kept = Person.objects.select_for_update().get(pk=person.pk)
    if not policies.may_invite_people(actor):
        raise NotAllowed
    if kept.user_id is not None:
        raise RuleViolation(_("%(name)s hat schon ein Konto.") % {"name": kept.name})
    if not kept.email:
        raise RuleViolation(
            _("Ohne E-Mail-Adresse ist keine Einladung möglich. Bitte ergänzen Sie sie zuerst.")
        )
    send_invitation(actor=actor, email=kept.email, name=kept.name, now=now, reference=f"{REFERENCE}{kept.pk}")
    audit.record("network.person.invite", actor=actor, on=kept, now=now)


@transaction.atomic
def link_person(*, actor: Actor, person: Person, user: User, now: datetime) -> Person:
    """Connect a person with its account; called when an invitation is accepted. A linked person stays as it is."""
    kept = Person.objects.select_for_update().get(pk=person.pk)
    if kept.user_id is not None:
        return kept
    audit.record("network.person.link", actor=actor, on=kept, now=now)
    return _link(kept, user, now)


@transaction.atomic
def connect_account(*, actor: Actor, person: Person, now: datetime) -> Person:
    """Connect a person with the account that has the same address already, as colleagues of the office have one.

    Raises NotAllowed, and RuleViolation when there is no such account or either of them is connected already.
    """
    kept = Person.objects.select_for_update().get(pk=person.pk)
    if not policies.may_invite_people(actor):
        raise NotAllowed
    user = account_to_connect(actor, kept)
    if user is None:
        raise RuleViolation(_("Zu dieser Adresse gibt es kein Konto, das noch frei ist."))
    audit.record("network.person.connect", actor=actor, on=kept, now=now)
    return _link(kept, user, now)


def _link(person: Person, user: User, now: datetime) -> Person:
    person.user = user
    person.save(update_fields=["user"])
    signals.person_linked.send(Person, person=person, user=user, now=now)
    return person


def _check(entry: PersonEntry) -> None:
    for name in ("first_name", "last_name"):
        if not getattr(entry, name).strip():
            raise RuleViolation(_("Bitte geben Sie Vor- und Nachnamen an."), field=name)
