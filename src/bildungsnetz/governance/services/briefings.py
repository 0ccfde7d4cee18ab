"""Briefing the representatives of the schools before a session: write, send, withdraw, read."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.governance.domain.briefing import (
    BRIEFING_STEPS,
    KEPT,
    BriefingState,
    refuse_reading,
    refuse_sending,
)
from bildungsnetz.governance.models import BriefingEntry, BriefingReceipt, Session, SessionBriefing
from bildungsnetz.governance.policies.briefings import may_brief, may_write_briefings
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.selectors import briefings as reads
from bildungsnetz.governance.services.briefing_mails import mail_briefing
from bildungsnetz.governance.services.refusals import raise_first

Texts = Mapping[tuple[int, str], str]


@transaction.atomic
def write_briefing(
    *,
    actor: Actor,
    session: Session,
    introduction: str,
    texts: Texts,
    now: datetime,
    version: int | None = None,
) -> SessionBriefing:
    """Keep the texts by (item, school form); an empty one is removed, items not all may read are left out.

    A sent briefing that changes goes out again. Raises NotAllowed, RuleViolation, StaleVersion.
    """
    if not may_brief(actor, session):
        raise NotAllowed
    SessionBriefing.objects.get_or_create(session=session, defaults={"author_name": actor.name})
    briefing = _locked(session)
    before = (briefing.introduction, reads.texts_of(briefing))
    briefing.introduction, briefing.author_name = introduction.strip(), actor.name
    briefing.save_version(briefing.version if version is None else version)
    _keep(briefing, texts)
    audit.record("governance.briefing.write", actor=actor, on=briefing, now=now)
    if briefing.is_sent and before != (briefing.introduction, reads.texts_of(briefing)):
        _send(actor, briefing, now)
    return briefing


@transaction.atomic
def send_briefing(*, actor: Actor, session: Session, now: datetime) -> SessionBriefing:
    """Send the link to everybody who sits for the schools and to the deputies. Raises NotAllowed, RuleViolation."""
    if not may_brief(actor, session):
        raise NotAllowed
    briefing = _locked(session)
    _send(actor, briefing, now)
    return briefing


@transaction.atomic
def withdraw_briefing(*, actor: Actor, session: Session, now: datetime) -> SessionBriefing:
    """Nobody but the authors reads it any more. Raises NotAllowed, RuleViolation."""
    if not may_write_briefings(actor, session):
        raise NotAllowed
    briefing = _locked(session)
    refusal = BRIEFING_STEPS.refuse(BriefingState(briefing.state), BriefingState.WITHDRAWN)
    raise_first([refusal] if refusal else [])
    briefing.state = BriefingState.WITHDRAWN
    briefing.save(update_fields=["state"])
    audit.record("governance.briefing.withdraw", actor=actor, on=briefing, now=now)
    return briefing


@transaction.atomic
def confirm_reading(*, actor: Actor, session: Session, issue: int, now: datetime) -> BriefingReceipt:
    """Say that one has read this issue; a second time changes nothing. Raises NotAllowed, RuleViolation."""
    own = reads.own_part(actor, session) if actor.can(READ, session.body.scope) else None
    if own is None:
        raise NotAllowed
    briefing = _locked(session)
    raise_first(refuse_reading(BriefingState(briefing.state), briefing.issue, issue))
    if receipt := reads.receipt_of(briefing, own.person):
        return receipt
    audit.record("governance.briefing.read", actor=actor, on=briefing, now=now, issue=issue)
    return BriefingReceipt.objects.create(briefing=briefing, person=own.person, issue=issue, read_at=now)


def forget_briefings(now: datetime) -> str:
    """The recurring job that deletes briefings a year after their session."""
    old = SessionBriefing.objects.filter(session__ends_at__lt=now - KEPT)
    count = old.count()
    old.delete()
    return f"{count} Briefings gelöscht" if count else "kein Briefing ist so alt"


def _locked(session: Session) -> SessionBriefing:
    rows = SessionBriefing.objects.select_for_update(of=("self",)).select_related("session__body")
    briefing = rows.filter(session=session).order_by("pk").first()
    if briefing is None:
        raise NotAllowed
    return briefing


def _keep(briefing: SessionBriefing, texts: Texts) -> None:
    open_items = {item.pk for item in reads.items_to_brief(briefing.session)}
    for (item, form), text in texts.items():
        if item not in open_items:
            continue
        if said := text.strip():
            briefing.entries.update_or_create(item_id=item, school_form=form, defaults={"text": said})
        else:
            BriefingEntry.objects.filter(briefing=briefing, item=item, school_form=form).delete()


def _send(actor: Actor, briefing: SessionBriefing, now: datetime) -> None:
    people = [each.person for each in reads.representatives(briefing.session)]
    texts = len(reads.lines_of(briefing))
    raise_first(refuse_sending(BriefingState(briefing.state), texts=texts, readers=len(people)))
    briefing.state, briefing.issue, briefing.sent_at = BriefingState.SENT, briefing.issue + 1, now
    briefing.save(update_fields=["state", "issue", "sent_at"])
    audit.record(
        "governance.briefing.send", actor=actor, on=briefing, now=now, count=len(people), issue=briefing.issue
    )
    mail_briefing(briefing, people, now=now)
