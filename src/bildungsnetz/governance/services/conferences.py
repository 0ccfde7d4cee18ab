"""Setting up a conference and its forums, opening and closing these."""

import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bildungsnetz.core import audit
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.conferences import (
    CODE_LENGTH,
    CODE_LETTERS,
    FORUM_STEPS,
    Audience,
    ForumState,
    may_resolve,
)
from bildungsnetz.governance.domain.preset_shape import BodyKind
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Conference, ContributionSupport, Decision, Forum, Session
from bildungsnetz.governance.policies import conferences as policies
from bildungsnetz.governance.services.refusals import raise_first


@transaction.atomic
def set_up_conference(
    *, actor: Actor, session: Session, audience: Audience | str, introduction: str = "", now: datetime
) -> Conference:
    """Say for whom a session of a Bildungskonferenz is, and what the public reads about it.

    Raises NotAllowed, RuleViolation (field `audience` when an open conference would already have decided).
    """
    locked = Session.objects.select_related("body").select_for_update(of=("self",)).get(pk=session.pk)
    if not policies.may_set_up(actor, locked):
        raise NotAllowed
    if locked.body.kind != BodyKind.EDUCATION_CONFERENCE:
        raise RuleViolation(_("Nur Sitzungen einer Bildungskonferenz haben Foren."))
    wanted = Audience(audience)
    if wanted is Audience.OPEN and Decision.objects.filter(item__session=locked).exists():
        raise RuleViolation(
            _("Diese Konferenz hat schon beschlossen; sie bleibt eine der Mitglieder."), "audience"
        )
    conference, _is_new = Conference.objects.get_or_create(session=locked)
    conference.audience, conference.introduction = wanted, introduction.strip()
    conference.save_version(conference.version)
    audit.record(
        "governance.conference.set_up",
        actor=actor,
        on=conference,
        thread=locked,
        audience=str(wanted.label),
        now=now,
    )
    return conference


@transaction.atomic
def add_forum(
    *, actor: Actor, conference: Conference, title: str, question: str = "", now: datetime
) -> Forum:
    """Prepare a forum; nobody can enter it yet. Raises NotAllowed, RuleViolation (field `title`)."""
    if not policies.may_set_up(actor, conference.session):
        raise NotAllowed
    if not title.strip():
        raise RuleViolation(_("Geben Sie dem Forum einen Titel."), "title")
    last = conference.forums.aggregate(last=Max("order"))["last"] or 0
    forum = Forum.objects.create(
        conference=conference, title=title.strip(), question=question.strip(), order=last + 1
    )
    audit.record("governance.forum.add", actor=actor, on=forum, thread=conference.session, now=now)
    return forum


@transaction.atomic
def change_forum(
    *, actor: Actor, forum: Forum, version: int, title: str, question: str = "", now: datetime
) -> Forum:
    """Reword a forum. Raises NotAllowed, StaleVersion, RuleViolation (field `title`)."""
    changed = lock_forum(forum)
    if not policies.may_set_up(actor, changed.conference.session):
        raise NotAllowed
    if not title.strip():
        raise RuleViolation(_("Geben Sie dem Forum einen Titel."), "title")
    changed.title, changed.question = title.strip(), question.strip()
    changed.save_version(version)
    audit.record(
        "governance.forum.change", actor=actor, on=changed, thread=changed.conference.session, now=now
    )
    return changed


@transaction.atomic
def open_forum(*, actor: Actor, forum: Forum, closes_at: datetime, now: datetime) -> Forum:
    """Give the forum a fresh code that opens it until `closes_at` at the latest.

    Raises NotAllowed, RuleViolation (field `closes_at`, or the session is cancelled).
    """
    opened = lock_forum(forum)
    session = opened.conference.session
    if not policies.may_moderate(actor, session):
        raise NotAllowed
    if session.state == SessionState.CANCELLED:
        raise RuleViolation(_("Diese Sitzung ist abgesagt."))
    refusal = FORUM_STEPS.refuse(ForumState(opened.state), ForumState.OPEN)
    raise_first([refusal] if refusal else [])
    if closes_at <= now:
        raise RuleViolation(_("Das Forum muss nach jetzt schließen."), "closes_at")
    opened.state, opened.closes_at, opened.code = ForumState.OPEN, closes_at, _free_code()
    opened.save_version(opened.version)
    audit.record("governance.forum.open", actor=actor, on=opened, thread=session, now=now)
    return opened


@transaction.atomic
def close_forum(*, actor: Actor, forum: Forum, now: datetime) -> Forum:
    """End the entry: the code opens nothing any more, and the marks of the supporters go; their number stays.

    Raises NotAllowed, RuleViolation when the forum is not open.
    """
    closed = lock_forum(forum)
    session = closed.conference.session
    if not policies.may_moderate(actor, session):
        raise NotAllowed
    refusal = FORUM_STEPS.refuse(ForumState(closed.state), ForumState.CLOSED)
    raise_first([refusal] if refusal else [])
    closed.state, closed.code = ForumState.CLOSED, ""
    closed.save_version(closed.version)
    ContributionSupport.objects.filter(contribution__forum=closed).delete()
    audit.record("governance.forum.close", actor=actor, on=closed, thread=session, now=now)
    return closed


def close_expired_forums(now: datetime) -> str:
    """Close what nobody closed by hand; the recurring job says how many there were."""
    expired = Forum.objects.filter(state=ForumState.OPEN, closes_at__lte=now).order_by("pk")
    closed = [close_forum(actor=SYSTEM, forum=forum, now=now) for forum in expired]
    told = ngettext("%(count)s Forum geschlossen.", "%(count)s Foren geschlossen.", len(closed))
    return told % {"count": len(closed)}


def refuse_in_open_conference(session: Session) -> None:
    """A conference open to everybody decides nothing: nobody can say who has a seat. Raises RuleViolation."""
    kept = Conference.objects.filter(session=session).order_by("pk").first()
    if kept is not None and not may_resolve(Audience(kept.audience)):
        raise RuleViolation(_("Eine offene Konferenz fasst keine Beschlüsse; sie sammelt Empfehlungen."))


def lock_forum(forum: Forum) -> Forum:
    """The forum as it is now, held until the act is done."""
    rows = Forum.objects.select_related("conference__session__body").select_for_update(of=("self",))
    return rows.get(pk=forum.pk)


def _free_code() -> str:
    """A code no other open forum has; the unique index decides if two are drawn at once."""
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _letter in range(CODE_LENGTH))
        if not Forum.objects.filter(code=code).exists():
            return code
