"""Minutes until they are approved: composed from the session, changed as draft, submitted, taken back."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.governance.domain import minutes as rules
from bildungsnetz.governance.domain.minutes import MINUTES_STEPS, MinutesState
from bildungsnetz.governance.domain.minutes_text import Section, paragraphs_of
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Minutes, Session
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.minutes import sections_of
from bildungsnetz.governance.services.minutes_content import composed, stored
from bildungsnetz.governance.services.minutes_mails import tell_chairs
from bildungsnetz.governance.services.minutes_versions import keep_version
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.governance.services.session_steps import take_step


@transaction.atomic
def compose_minutes(*, actor: Actor, session: Session, now: datetime) -> Minutes:
    """Make the draft from agenda, attendance and results of a session that was held. Raises NotAllowed, RuleViolation."""
    session = lock_session(session)
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
    keep_version(minutes, actor=actor, now=now)
    take_step(session, SessionState.MINUTES_DRAFT, now=now)
    session.save(update_fields=["state"])
    audit.record("governance.minutes.compose", actor=actor, on=minutes, thread=session, now=now)
    return minutes


@transaction.atomic
def change_minutes(
    *, actor: Actor, minutes: Minutes, texts: Mapping[str, str], expected_version: int, now: datetime
) -> Minutes:
    """Change the text of sections of a draft (`texts`: section key → text, blank lines separate paragraphs).

    Raises NotAllowed; RuleViolation when the minutes are submitted or approved; StaleVersion when somebody else saved
    since `expected_version`: then nothing is written and the page shows both texts.
    """
    minutes = locked(minutes)
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
    keep_version(minutes, actor=actor, now=now)
    audit.record("governance.minutes.change", actor=actor, on=minutes, thread=minutes.session, now=now)
    return minutes


@transaction.atomic
def submit_minutes(*, actor: Actor, minutes: Minutes, now: datetime) -> Minutes:
    """Lay a draft before those who chair and tell them by mail. Raises NotAllowed, RuleViolation."""
    minutes = locked(minutes)
    if not policies.may_submit(actor, minutes.session.body):
        raise NotAllowed
    if minutes.state != MinutesState.DRAFT:
        raise RuleViolation(_("Dieses Protokoll liegt schon zur Freigabe vor."))
    minutes.state, minutes.submitted_at, minutes.reminded_on = MinutesState.SUBMITTED, now, None
    minutes.save_version(minutes.version)
    audit.record("governance.minutes.submit", actor=actor, on=minutes, thread=minutes.session, now=now)
    tell_chairs(minutes, now=now)
    return minutes


@transaction.atomic
def take_back_minutes(*, actor: Actor, minutes: Minutes, reason: str, now: datetime) -> Minutes:
    """Take submitted or delivered minutes back for changes.

    Approvals given so far fall with the text they were given for, the links sent to the members are void, objections stay
    on record.

    Raises NotAllowed, RuleViolation (field `reason`).
    """
    minutes = locked(minutes)
    if not policies.may_submit(actor, minutes.session.body):
        raise NotAllowed
    refusal = MINUTES_STEPS.refuse(MinutesState(minutes.state), MinutesState.DRAFT, reason)
    if refusal is not None:
        raise RuleViolation(refusal.text, "reason" if refusal.field else None)
    minutes.state, minutes.submitted_at = MinutesState.DRAFT, None
    minutes.delivered_at = minutes.objection_until = None
    minutes.save_version(minutes.version)
    minutes.approvals.all().delete()
    minutes.deliveries.all().delete()
    minutes.links.filter(used_at__isnull=True).delete()
    audit.record(
        "governance.minutes.take_back",
        actor=actor,
        on=minutes,
        thread=minutes.session,
        now=now,
        reason=reason.strip(),
    )
    return minutes


def locked(minutes: Minutes) -> Minutes:
    """The minutes as they are now, held until the end of the transaction, with session and body."""
    return Minutes.objects.select_related("session__body").select_for_update(of=("self",)).get(pk=minutes.pk)
