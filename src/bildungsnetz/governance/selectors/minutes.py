"""Reading minutes: who sees which sections."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.minutes_text import Section
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Minutes, Session
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.policies.visibility import READ_CLOSED

ITEM = "item-"


@dataclass(frozen=True)
class Reading:
    """What an actor may read of the minutes of a session.

    `minutes` is None while there are none, or only a draft that the actor may not read. `is_excerpt` depends on the rights
    of the reader alone, never on whether there is something confidential.
    """

    session: Session
    minutes: Minutes | None
    sections: tuple[Section, ...] = ()
    is_excerpt: bool = False


def sessions_to_write_up(actor: Actor) -> QuerySet[Session]:
    """Sessions that were held and whose minutes are not yet submitted, for those who write them; the oldest first."""
    unwritten = Q(state=SessionState.HELD) | Q(
        state=SessionState.MINUTES_DRAFT, minutes__state=MinutesState.DRAFT
    )
    rows = Session.objects.filter(unwritten).select_related("body").order_by("starts_at", "pk")
    return (
        rows
        if actor.can(policies.CHANGE)
        else rows.filter(body__in=actor.scope_keys(policies.CHANGE, "body"))
    )


def minutes_for(actor: Actor, session: Session) -> Reading:
    """The minutes of a session as the actor may read them; without the right, confidential items are left out."""
    may_read_all = actor.can(READ_CLOSED, session.body.scope)
    minutes = Minutes.objects.defer("pdf", "excerpt_pdf").filter(session=session).first()
    if minutes is None:
        return Reading(session, None, is_excerpt=not may_read_all)
    minutes.session = session
    if not policies.may_read(actor, minutes):
        return Reading(session, None, is_excerpt=not may_read_all)
    sections = sections_of(minutes)
    if may_read_all:
        return Reading(session, minutes, sections)
    return Reading(session, minutes, _open(session, sections), is_excerpt=True)


def sections_of(minutes: Minutes) -> tuple[Section, ...]:
    """The stored sections."""
    return tuple(Section(row["key"], row["heading"], tuple(row["paragraphs"])) for row in minutes.content)


def open_sections(minutes: Minutes) -> tuple[Section, ...]:
    """The sections without those that only office and chairs may read."""
    return _open(minutes.session, sections_of(minutes))


def stored_file(minutes: Minutes) -> bytes:
    """The approved file. Ask before for the right to read all of it."""
    return bytes(Minutes.objects.values_list("pdf", flat=True).get(pk=minutes.pk) or b"")


def stored_excerpt(minutes: Minutes) -> bytes:
    """The approved file without confidential items; empty for minutes that were approved before these were kept."""
    return bytes(Minutes.objects.values_list("excerpt_pdf", flat=True).get(pk=minutes.pk) or b"")


def _open(session: Session, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Without the items that only office and chairs may read; an item that is no longer there stays closed."""
    readable = session.items.exclude(visibility=Visibility.OFFICE).order_by("pk").values_list("pk", flat=True)
    keys = {f"{ITEM}{pk}" for pk in readable}
    return tuple(part for part in sections if not part.key.startswith(ITEM) or part.key in keys)
