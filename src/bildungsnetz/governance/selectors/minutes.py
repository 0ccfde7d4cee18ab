"""Reading minutes: who sees which sections, who still has to approve."""

from dataclasses import dataclass
from datetime import date

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain import minutes as rules
from bildungsnetz.governance.domain.chairs import ChairModel, approvers_by_side
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.minutes_text import Section
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import BodySide, Minutes, Session
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.policies.visibility import READ_CLOSED
from bildungsnetz.governance.selectors.seats import chair_seats, consensus_sides
from bildungsnetz.network.api import person_of_user

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


def minutes_for(actor: Actor, session: Session) -> Reading:
    """The minutes of a session as the actor may read them; without the right, confidential items are left out."""
    may_read_all = actor.can(READ_CLOSED, session.body.scope)
    minutes = Minutes.objects.defer("pdf").filter(session=session).first()
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


def stored_file(minutes: Minutes) -> bytes:
    """The approved file. Ask before for the right to read all of it."""
    return bytes(Minutes.objects.values_list("pdf", flat=True).get(pk=minutes.pk) or b"")


def required_sides(minutes: Minutes) -> tuple[str, ...]:
    """The keys of the sides whose chairs approve; "" where one person chairs."""
    body = minutes.session.body
    if body.chair_model == ChairModel.CO_CHAIRS:
        return consensus_sides(body)
    return ("",)


def approvers(minutes: Minutes, on: date) -> dict[str, frozenset[str]]:
    """Who may approve for each side on a day: chairs and deputies of that day and of the day of the session.

    A successor may approve what was said before her time; otherwise minutes would stay open when a mandate ends.
    """
    session = minutes.session
    held_on = day_of(session.starts_at)
    chairs = [*chair_seats(session.body, held_on), *(chair_seats(session.body, on) if on != held_on else [])]
    return approvers_by_side(chairs)


def open_sides(minutes: Minutes, on: date) -> tuple[str, ...]:
    """The keys of the sides whose approval is still missing."""
    given = [
        rules.Approval(entry.side.key if entry.side else "", str(entry.person_id), entry.content_hash)
        for entry in minutes.approvals.select_related("side").order_by("pk")
    ]
    return rules.sides_to_approve(
        required_sides(minutes), minutes.content_hash, given, approvers(minutes, on)
    )


def sides_by_key(minutes: Minutes) -> dict[str, BodySide]:
    """The sides of the body that held the session."""
    return {side.key: side for side in minutes.session.body.sides.all()}


def sides_for(actor: Actor, minutes: Minutes, on: date) -> list[tuple[str, str]]:
    """Key and name of the sides for which the actor may approve now; the name is empty where one person chairs."""
    person = person_of_user(actor.user_id)
    if (
        person is None
        or minutes.state != MinutesState.SUBMITTED
        or not policies.may_approve(actor, minutes.session.body)
    ):
        return []
    holders, names = approvers(minutes, on), sides_by_key(minutes)
    return [
        (key, names[key].name if key else "")
        for key in open_sides(minutes, on)
        if str(person.pk) in holders.get(key, frozenset())
    ]


def _open(session: Session, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Without the items that only office and chairs may read; an item that is no longer there stays closed."""
    readable = session.items.exclude(visibility=Visibility.OFFICE).order_by("pk").values_list("pk", flat=True)
    keys = {f"{ITEM}{pk}" for pk in readable}
    return tuple(part for part in sections if not part.key.startswith(ITEM) or part.key in keys)
