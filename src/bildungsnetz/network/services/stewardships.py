"""Inviting institutions and Schulträger to keep their own entries."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.network import policies
from bildungsnetz.network.domain.stewardship import Reach
from bildungsnetz.network.models import Institution, Person, Stewardship
from bildungsnetz.network.selectors.keeping import running_stewardships
from bildungsnetz.network.selectors.people import current_functions
from bildungsnetz.network.services.people import invite_person
from bildungsnetz.network.services.steward_grants import sync_stewardship

_AUTHORITIES = {"school_authority", "municipality", "district"}


@transaction.atomic
def give_stewardship(
    *,
    actor: Actor,
    person: Person,
    institution: Institution,
    now: datetime,
    reach: Reach = Reach.OWN,
    authority_number: str = "",
) -> Stewardship:
    """Let a person in function keep the own fields of the institution; whoever has no account is invited by mail.

    Raises NotAllowed, RuleViolation.
    """
    kept = Person.objects.select_for_update().get(pk=person.pk)
    if not policies.may_give_stewardship(actor):
        raise NotAllowed
    today = day_of(now)
    _check(kept, institution, reach, authority_number.strip(), today)
    row = Stewardship.objects.create(
        person=kept,
        institution=institution,
        reach=reach.value,
        authority_number=authority_number.strip(),
        started_on=today,
        given_by=actor.name,
    )
    sync_stewardship(row)
    _tell(actor, row, now)
    facts = {"institution": institution.name}
    audit.record("network.stewardship.give", actor=actor, on=kept, thread=institution, now=now, **facts)
    return row


@transaction.atomic
def end_stewardship(*, actor: Actor, stewardship: Stewardship, now: datetime) -> Stewardship:
    """Take the keeping back; the right ends today. Raises NotAllowed, RuleViolation when it has ended already."""
    rows = Stewardship.objects.select_related("institution", "person__user")
    kept = rows.select_for_update(of=("self",)).get(pk=stewardship.pk)
    if not policies.may_give_stewardship(actor):
        raise NotAllowed
    today = day_of(now)
    if kept.ended_on is not None and kept.ended_on <= today:
        raise RuleViolation(_("Diese Pflege ist schon beendet."))
    kept.ended_on = max(today, kept.started_on)
    kept.save(update_fields=["ended_on"])
    sync_stewardship(kept)
    facts = {"institution": kept.institution.name}
    audit.record(
        "network.stewardship.end", actor=actor, on=kept.person, thread=kept.institution, now=now, **facts
    )
    return kept


def _check(person: Person, institution: Institution, reach: Reach, number: str, today: date) -> None:
    if not current_functions(person, on=today).filter(institution=institution).exists():
        text = _("%(name)s hat heute keine Funktion in dieser Einrichtung. Tragen Sie sie zuerst ein.")
        raise RuleViolation(text % {"name": person.name}, field="person")
    if running_stewardships(today).filter(person=person, institution=institution).exists():
        raise RuleViolation(_("Diese Person pflegt die Einrichtung schon."), field="person")
    if reach is not Reach.OWN and institution.kind not in _AUTHORITIES:
        text = _("Nur Schulträger, Städte und Kreise pflegen auch Schulen.")
        raise RuleViolation(text, field="reach")
    if (reach is Reach.BY_NUMBER) != bool(number):
        text = _("Die Nummer des Schulträgers gehört zu diesem Umfang und nur zu ihm.")
        raise RuleViolation(text, field="authority_number")
    if number and not number.isdecimal():
        raise RuleViolation(_("Die Nummer des Schulträgers hat nur Ziffern."), field="authority_number")


def _tell(actor: Actor, row: Stewardship, now: datetime) -> None:
    """An invitation for whoever has no account yet, a short mail for the others."""
    if row.person.user_id is None:
        invite_person(actor=actor, person=row.person, now=now)
        return
    body = _(
        "Guten Tag %(name)s,\n\ndas Bildungsbüro hat Ihnen die Pflege des Eintrags „%(institution)s“ übertragen. "
        "Sie finden ihn unter „Meine Einrichtung“:\n%(link)s\n"
    )
    facts = {
        "name": row.person.name,
        "institution": row.institution.name,
        "link": absolute("network:own-institution", pk=row.institution_id),
    }
    mail.queue(
        to=row.person.user.email if row.person.user else row.person.email,
        name=row.person.name,
        subject=_("Ihr Eintrag im Bildungsnetz"),
        body=body % facts,
        now=now,
        about=row,
    )
