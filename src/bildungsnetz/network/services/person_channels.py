"""Further ways to reach a person with purpose and legal basis, and what a person objects to."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.contact import LegalBasis, ObjectionSubject
from bildungsnetz.network.models import Objection, Person, PersonChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChannelEntry:
    """What the form of a way to reach a person holds."""

    kind: str
    value: str
    purpose: str
    basis: str
    consented_on: date | None = None


@transaction.atomic
def add_person_channel(
    *, actor: Actor, person: Person, entry: PersonChannelEntry, now: datetime
) -> PersonChannel:
    """Add a way to reach a person. Raises NotAllowed, RuleViolation."""
    kept = _lock(actor, person)
    _check(entry, day_of(now))
    found, made = PersonChannel.objects.get_or_create(
        person=kept,
        kind=entry.kind,
        value=entry.value,
        purpose=entry.purpose,
        defaults={"basis": entry.basis, "consented_on": entry.consented_on},
    )
    if not made:
        raise RuleViolation(_("Dieser Kontaktweg ist schon eingetragen."), field="value")
    _note("network.person_channel.add", actor, found, now)
    return found


@transaction.atomic
def remove_person_channel(*, actor: Actor, channel: PersonChannel, now: datetime) -> None:
    """Remove a way to reach a person, e.g. because a consent was withdrawn. Raises NotAllowed."""
    _lock(actor, channel.person)
    _note("network.person_channel.remove", actor, channel, now)
    PersonChannel.objects.filter(pk=channel.pk).delete()


@transaction.atomic
def record_objection(
    *,
    actor: Actor,
    person: Person,
    against: ObjectionSubject,
    received_on: date,
    now: datetime,
    note: str = "",
) -> Objection:
    """Record that a person objects; from now on no mailing includes her, or no public page names her.

    Everybody may object for themselves. Raises NotAllowed, RuleViolation.
    """
    kept = _lock_for_objection(actor, person)
    if received_on > day_of(now):
        raise RuleViolation(
            _("Der Widerspruch kann nicht erst in der Zukunft eingehen."), field="received_on"
        )
    if Objection.objects.filter(person=kept, against=against.value, withdrawn_on__isnull=True).exists():
        raise RuleViolation(_("Dieser Widerspruch ist schon festgehalten."), field="against")
    row = Objection.objects.create(
        person=kept, against=against.value, received_on=received_on, note=note.strip()
    )
    subject = str(row.get_against_display())
    audit.record("network.objection.record", actor=actor, on=kept, now=now, against=subject)
    return row


@transaction.atomic
def withdraw_objection(*, actor: Actor, objection: Objection, now: datetime) -> Objection:
    """Record that a person does not object any more. Raises NotAllowed, RuleViolation."""
    person = _lock_for_objection(actor, objection.person)
    kept = Objection.objects.select_for_update().get(pk=objection.pk)
    if kept.withdrawn_on is not None:
        raise RuleViolation(_("Dieser Widerspruch ist schon zurückgenommen."))
    kept.withdrawn_on = day_of(now)
    kept.save(update_fields=["withdrawn_on"])
    subject = str(kept.get_against_display())
    audit.record("network.objection.withdraw", actor=actor, on=person, now=now, against=subject)
    return kept


def _lock(actor: Actor, person: Person) -> Person:
    kept = Person.objects.select_for_update().get(pk=person.pk)
    if not policies.may_edit_person(actor, kept):
        raise NotAllowed
    return kept


def _lock_for_objection(actor: Actor, person: Person) -> Person:
    kept = Person.objects.select_for_update().get(pk=person.pk)
    if not policies.may_record_objection(actor, kept):
        raise NotAllowed
    return kept


def _check(entry: PersonChannelEntry, today: date) -> None:
    if not entry.value.strip():
        raise RuleViolation(_("Bitte füllen Sie dieses Feld aus."), field="value")
    if entry.kind == "email":
        try:
            validate_email(entry.value)
        except ValidationError as fault:
            raise RuleViolation(_("Bitte gültige E-Mail-Adresse eingeben."), field="value") from fault
    needs_day = entry.basis == LegalBasis.CONSENT
    if needs_day and entry.consented_on is None:
        raise RuleViolation(_("Bitte geben Sie an, wann die Person eingewilligt hat."), field="consented_on")
    if not needs_day and entry.consented_on is not None:
        raise RuleViolation(
            _("Ein Datum der Einwilligung gehört nur zur Einwilligung."), field="consented_on"
        )
    if entry.consented_on is not None and entry.consented_on > today:
        raise RuleViolation(_("Die Einwilligung liegt in der Zukunft."), field="consented_on")


def _note(act: str, actor: Actor, channel: PersonChannel, now: datetime) -> None:
    shown = f"{channel.get_kind_display()}, {channel.get_purpose_display()}"
    audit.record(act, actor=actor, on=channel.person, now=now, channel=shown)
