"""Who approves the minutes of a session, and who has done so."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain import minutes as rules
from bildungsnetz.governance.domain.chairs import ChairModel, ChairSeat, approvers_by_side
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.models import BodySide, Minutes, MinutesApproval
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.seats import chair_seats, consensus_sides, people_of
from bildungsnetz.network.api import Person, person_of_user


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
    return approvers_by_side(_chairs(minutes, on))


def _chairs(minutes: Minutes, on: date) -> list[ChairSeat]:
    session = minutes.session
    held_on = day_of(session.starts_at)
    return [*chair_seats(session.body, held_on), *(chair_seats(session.body, on) if on != held_on else [])]


def open_sides(minutes: Minutes, on: date) -> tuple[str, ...]:
    """The keys of the sides whose approval is still missing."""
    given = [
        rules.Approval(entry.side.key if entry.side else "", str(entry.person_id), entry.content_hash)
        for entry in _valid(minutes)
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


def waiting_for(actor: Actor, on: date) -> list[Minutes]:
    """The submitted minutes that the actor has to approve, the oldest session first."""
    rows = (
        Minutes.objects.defer("pdf", "excerpt_pdf")
        .filter(state=MinutesState.SUBMITTED)
        .select_related("session__body")
    )
    if EVERYWHERE not in actor.scopes(policies.APPROVE):
        rows = rows.filter(session__body__in=actor.scope_keys(policies.APPROVE, "body"))
    ordered = rows.order_by("session__starts_at", "pk")
    return [entry for entry in ordered if sides_for(actor, entry, on)]


def minutes_to_approve(actor: Actor, session_pk: int) -> Minutes | None:
    """The minutes of a session, for those who chair its body; also when they were taken back meanwhile."""
    minutes = (
        Minutes.objects.defer("pdf", "excerpt_pdf")
        .select_related("session__body")
        .filter(session=session_pk)
        .first()
    )
    if minutes is None or not policies.may_approve(actor, minutes.session.body):
        return None
    return minutes


@dataclass(frozen=True)
class SideProgress:
    """A side that has to approve: by whom and when it did, or who may."""

    name: str
    approval: MinutesApproval | None
    people: tuple[Person, ...]


def progress_of(minutes: Minutes, on: date) -> list[SideProgress]:
    """Each side that has to approve, in its order. Ask for the right to read the minutes before."""
    body, sides = minutes.session.body, sides_by_key(minutes)
    given = {entry.side_id: entry for entry in _valid(minutes)}
    days = {day_of(minutes.session.starts_at), on}
    people = {str(person.pk): person for day in days for person in people_of(body, day)}
    chairs = _chairs(minutes, on)
    return [
        SideProgress(
            name=sides[key].name if key else _("Vorsitz"),
            approval=given.get(sides[key].pk if key else None),
            people=tuple(people[person] for person in _holders(chairs, key)),
        )
        for key in required_sides(minutes)
    ]


def _holders(chairs: list[ChairSeat], side: str) -> list[str]:
    """The chair of a side before the deputies, each once."""
    keys = (key for seat in chairs if seat.side == side for key in (seat.person_key, *seat.deputy_keys))
    return list(dict.fromkeys(keys))


def _valid(minutes: Minutes) -> list[MinutesApproval]:
    rows = minutes.approvals.filter(content_hash=minutes.content_hash).select_related("side", "person")
    return list(rows.order_by("approved_at", "pk"))
