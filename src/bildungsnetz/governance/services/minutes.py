"""Minutes: composed from the session, changed as draft, approved by both sides, then immutable."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.governance import signals
from bildungsnetz.governance.domain import minutes as rules
from bildungsnetz.governance.domain.chairs import approvers_by_side
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.minutes_text import Section
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import (
    Minutes,
    MinutesApproval,
    MinutesSupplement,
    Session,
)
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.seats import chair_seats, consensus_sides
from bildungsnetz.governance.services.minutes_content import composed, sections_of, stored
from bildungsnetz.governance.services.minutes_document import pdf_of_minutes
from bildungsnetz.governance.services.refusals import raise_first


@transaction.atomic
def compose_minutes(*, actor: Actor, session: Session, now: datetime) -> Minutes:
    """Make the draft from agenda, attendance and results of a session that was held. Raises NotAllowed, RuleViolation."""
    session = Session.objects.select_related("body").select_for_update(of=("self",)).get(pk=session.pk)
    if not policies.may_compose(actor, session.body):
        raise NotAllowed
    if session.state != SessionState.HELD:
        raise RuleViolation(
            _(
                "Das Protokoll entsteht aus einer geschlossenen Sitzung. Bitte schließen Sie die Sitzung zuerst."
            )
        )
    sections = composed(session)
    minutes = Minutes.objects.create(
        session=session,
        content=stored(sections),
        content_hash=rules.text_hash(sections),
        composed_at=now,
    )
    session.state = SessionState.MINUTES_DRAFT
    session.save(update_fields=["state"])
    audit.record("governance.minutes.compose", actor=actor, on=minutes, thread=session, now=now)
    return minutes


@transaction.atomic
def change_minutes(
    *, actor: Actor, minutes: Minutes, texts: dict[str, str], expected_version: int, now: datetime
) -> Minutes:
    """Change the text of sections of a draft (`texts`: section key → text, blank lines separate paragraphs).

    Raises NotAllowed; RuleViolation when the minutes are submitted or approved; StaleVersion when somebody else saved
    since `expected_version`: then nothing is written and the page shows both texts.
    """
    minutes = _locked(minutes)
    if not policies.may_change(actor, minutes.session.body):
        raise NotAllowed
    raise_first(rules.refuse_edit(MinutesState(minutes.state)))
    if minutes.version != expected_version:
        raise StaleVersion
    sections = [
        Section(part.key, part.heading, paragraphs_of(texts[part.key])) if part.key in texts else part
        for part in sections_of(minutes)
    ]
    minutes.content = stored(sections)
    minutes.content_hash = rules.text_hash(sections)
    minutes.save_version(expected_version)
    audit.record("governance.minutes.change", actor=actor, on=minutes, thread=minutes.session, now=now)
    return minutes


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a typed text: blank lines separate them."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(part.strip() for part in normal.split("\n\n") if part.strip())


@transaction.atomic
def submit_minutes(*, actor: Actor, minutes: Minutes, now: datetime) -> Minutes:
    """Lay a draft before both co-chairs. Raises NotAllowed, RuleViolation."""
    minutes = _locked(minutes)
    if not policies.may_submit(actor, minutes.session.body):
        raise NotAllowed
    if minutes.state != MinutesState.DRAFT:
        raise RuleViolation(_("Dieses Protokoll liegt schon zur Freigabe vor."))
    minutes.state, minutes.submitted_at = MinutesState.SUBMITTED, now
    minutes.save_version(minutes.version)
    audit.record("governance.minutes.submit", actor=actor, on=minutes, thread=minutes.session, now=now)
    return minutes


@transaction.atomic
def take_back_minutes(*, actor: Actor, minutes: Minutes, reason: str, now: datetime) -> Minutes:
    """Take submitted minutes back for changes; approvals given so far fall with the text they were given for."""
    minutes = _locked(minutes)
    if not policies.may_submit(actor, minutes.session.body):
        raise NotAllowed
    if minutes.state != MinutesState.SUBMITTED:
        raise RuleViolation(_("Nur ein vorgelegtes Protokoll kann zurückgenommen werden."))
    if not reason.strip():
        raise RuleViolation(_("Bitte nennen Sie den Grund."), field="reason")
    minutes.state, minutes.submitted_at = MinutesState.DRAFT, None
    minutes.save_version(minutes.version)
    minutes.approvals.all().delete()
    audit.record(
        "governance.minutes.take_back",
        actor=actor,
        on=minutes,
        thread=minutes.session,
        now=now,
        reason=reason.strip(),
    )
    return minutes


@transaction.atomic
def approve_minutes(
    *, actor: Actor, minutes: Minutes, side: str, person_id: int, read_hash: str, now: datetime
) -> Minutes:
    """Approve for one side exactly the text whose hash was shown; with the last side the minutes become immutable.

    `person_id` is the network person of the actor. Raises NotAllowed; RuleViolation when the text changed meanwhile or
    the person does not chair that side.
    """
    minutes = _locked(minutes)
    body = minutes.session.body
    if not policies.may_approve(actor, body):
        raise NotAllowed
    approvers = _approvers(minutes)
    approval = rules.Approval(side, str(person_id), read_hash)
    raise_first(rules.refuse_approval(MinutesState(minutes.state), minutes.content_hash, approval, approvers))
    row = body.sides.get(key=side)
    MinutesApproval.objects.get_or_create(
        minutes=minutes,
        side=row,
        content_hash=read_hash,
        defaults={"person_id": person_id, "approved_at": now},
    )
    audit.record(
        "governance.minutes.approve",
        actor=actor,
        on=minutes,
        thread=minutes.session,
        now=now,
        side=row.name,
    )
    if not open_sides(minutes):
        _finish(minutes, now=now)
    return minutes


def open_sides(minutes: Minutes) -> tuple[str, ...]:
    """The keys of the sides whose approval is still missing."""
    given = [
        rules.Approval(entry.side.key if entry.side else "", str(entry.person_id), entry.content_hash)
        for entry in minutes.approvals.select_related("side").order_by("pk")
    ]
    required = consensus_sides(minutes.session.body) or tuple(_approvers(minutes))
    return rules.sides_to_approve(required, minutes.content_hash, given, _approvers(minutes))


@transaction.atomic
def supplement_minutes(
    *, actor: Actor, minutes: Minutes, text: str, reason: str, now: datetime
) -> MinutesSupplement:
    """Add a numbered supplement to approved minutes; their text stays. Raises NotAllowed, RuleViolation."""
    minutes = _locked(minutes)
    if not policies.may_supplement(actor, minutes.session.body):
        raise NotAllowed
    raise_first(rules.refuse_supplement(MinutesState(minutes.state), text))
    if not reason.strip():
        raise RuleViolation(_("Bitte nennen Sie den Grund der Ergänzung."), field="reason")
    last = minutes.supplements.aggregate(last=Max("number"))["last"]
    added = MinutesSupplement.objects.create(
        minutes=minutes,
        number=(last or 0) + 1,
        text=text.strip(),
        reason=reason.strip(),
        added_at=now,
        added_by_name=actor.name,
    )
    audit.record(
        "governance.minutes.supplement",
        actor=actor,
        on=minutes,
        thread=minutes.session,
        now=now,
        number=added.number,
    )
    return added


def _locked(minutes: Minutes) -> Minutes:
    return Minutes.objects.select_related("session__body").select_for_update(of=("self",)).get(pk=minutes.pk)


def _approvers(minutes: Minutes) -> dict[str, frozenset[str]]:
    session = minutes.session
    return approvers_by_side(chair_seats(session.body, day_of(session.starts_at)))


def _finish(minutes: Minutes, *, now: datetime) -> None:
    """The last side has approved: freeze text and file, move the session on."""
    minutes.state, minutes.approved_at = MinutesState.APPROVED, now
    minutes.pdf = pdf_of_minutes(minutes)
    minutes.pdf_hash = hashlib.sha256(minutes.pdf).hexdigest()
    minutes.save_version(minutes.version)
    session = minutes.session
    session.state = SessionState.MINUTES_APPROVED
    session.save(update_fields=["state"])
    audit.record(
        "governance.minutes.finish",
        actor=SYSTEM,
        on=minutes,
        thread=session,
        now=now,
        hash=minutes.content_hash[:12],
    )
    signals.minutes_approved.send(Minutes, minutes=minutes, now=now)
