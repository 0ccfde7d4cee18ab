"""Who gets the approved text of minutes, who objected, and which answers are missing."""

from dataclasses import dataclass
from datetime import date, datetime

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.domain.invitation import Capacity
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.presence import MoveKind
from bildungsnetz.governance.models import Minutes, MinutesDelivery, MinutesObjection
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.approvals import approvers, required_sides, sides_by_key
from bildungsnetz.governance.selectors.invitations import Recipient, readers_of
from bildungsnetz.governance.selectors.seats import mandates_on
from bildungsnetz.network.api import Person, person_of_user


def readers_of_minutes(minutes: Minutes, *, now: datetime) -> list[Recipient]:
    """Everybody with a seat on the day of the session or today, and who stood in for a member; nobody twice."""
    session = minutes.session
    readers = readers_of(session, now=now)
    days = dict.fromkeys([day_of(session.starts_at), day_of(now)])
    found: dict[int, Person] = {
        mandate.person_id: mandate.person for day in days for mandate in mandates_on(session.body, day)
    }
    stood_in = session.attendances.filter(as_deputy=True, status=AttendanceStatus.PRESENT)
    came = session.moves.filter(mandate__isnull=False, kind=MoveKind.COMES)
    here = [row.person for row in stood_in.select_related("person").order_by("pk")]
    here += [row.person for row in came.select_related("person").order_by("pk")]
    found |= {person.pk: person for person in here if person.pk not in found}
    return [readers.recipient(person, Capacity.MEMBER) for person in found.values()]


def delivery_by_hash(token_hash: str) -> MinutesDelivery | None:
    """The delivery behind a link."""
    rows = MinutesDelivery.objects.filter(token_hash=token_hash).select_related(
        "minutes__session__body", "person"
    )
    return rows.defer("minutes__pdf", "minutes__excerpt_pdf").order_by("pk").first()


def may_object_now(actor: Actor, minutes: Minutes, on: date) -> bool:
    """Whether the text was delivered to the asking person and the window is open."""
    is_open = minutes.state in {MinutesState.DELIVERED, MinutesState.CONTESTED}
    if not is_open or minutes.objection_until is None or on > minutes.objection_until:
        return False
    person = person_of_user(actor.user_id)
    if person is None or not policies.may_object(actor, minutes.session.body):
        return False
    return minutes.deliveries.filter(person=person).exists()


def objections_of(minutes: Minutes) -> list[MinutesObjection]:
    """All objections of all rounds with their answers, the oldest first. Ask for the right to read all before."""
    rows = minutes.objections.select_related("person").prefetch_related("answers__side", "answers__person")
    return list(rows.order_by("objected_at", "pk"))


def open_objections(minutes: Minutes) -> list[MinutesObjection]:
    """The objections of the present round that not all sides have answered."""
    return [row for row in objections_of(minutes) if sides_without_answer(row, minutes)]


def sides_without_answer(objection: MinutesObjection, minutes: Minutes) -> tuple[str, ...]:
    """The keys of the sides whose answer is missing; an objection to an earlier delivery needs none."""
    if minutes.delivered_at is None or objection.objected_at < minutes.delivered_at:
        return ()
    given = {answer.side.key if answer.side else "" for answer in objection.answers.all()}
    return tuple(side for side in required_sides(minutes) if side not in given)


@dataclass(frozen=True)
class Contest:
    """An objection as its page shows it: the sides that still have to answer, and those the actor may answer for."""

    objection: MinutesObjection
    missing: tuple[str, ...]
    mine: tuple[tuple[str, str], ...]

    @property
    def is_of_earlier_text(self) -> bool:
        return self.objection.content_hash != self.objection.minutes.content_hash


def contests(actor: Actor, minutes: Minutes, on: date) -> list[Contest]:
    """Each objection with who answers; those who may not read everything see their own ones."""
    found_all = objections_of(minutes)
    person = person_of_user(actor.user_id) if found_all else None
    may_read = policies.may_read_objections(actor, minutes.session.body)
    rows = [row for row in found_all if may_read or (person and row.person_id == person.pk)]
    if not rows:
        return []
    names = sides_by_key(minutes)
    may_answer = person is not None and policies.may_approve(actor, minutes.session.body)
    holders = approvers(minutes, on) if may_answer else {}
    found = []
    for objection in rows:
        objection.minutes = minutes
        keys = sides_without_answer(objection, minutes)
        mine = [key for key in keys if person and str(person.pk) in holders.get(key, frozenset())]
        found.append(
            Contest(
                objection,
                tuple(names[key].name if key else "" for key in keys),
                tuple((key, names[key].name if key else "") for key in mine),
            )
        )
    return found


def contested(actor: Actor) -> list[Minutes]:
    """Minutes stopped by an objection, for the chairs and the secretariat of the body, the oldest session first."""
    rows = Minutes.objects.defer("pdf", "excerpt_pdf").filter(state=MinutesState.CONTESTED)
    scopes = actor.scopes(policies.APPROVE) | actor.scopes(policies.SUBMIT)
    if EVERYWHERE not in scopes:
        bodies = actor.scope_keys(policies.APPROVE, "body") | actor.scope_keys(policies.SUBMIT, "body")
        rows = rows.filter(session__body__in=bodies)
    return list(rows.select_related("session__body").order_by("session__starts_at", "pk"))
