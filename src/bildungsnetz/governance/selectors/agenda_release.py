"""Who has released the agenda of a session, and who still has to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.agenda_release import missing_sides
from bildungsnetz.governance.domain.chairs import ChairModel, approvers_by_side
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import AgendaRelease, Body, Session
from bildungsnetz.governance.policies.agenda_release import RELEASE, may_release
from bildungsnetz.governance.policies.sessions import may_invite
from bildungsnetz.governance.selectors.seats import chair_seats, consensus_sides
from bildungsnetz.network.api import person_of_user


@dataclass(frozen=True)
class SideRelease:
    """A side with its release, or with the question whether the actor may give it now."""

    key: str
    name: str
    release: AgendaRelease | None
    is_mine: bool = False


@dataclass(frozen=True)
class ReleaseState:
    """All sides, and when a change last made a release void."""

    sides: Sequence[SideRelease]
    void_at: datetime | None

    @property
    def missing(self) -> list[str]:
        return [side.name for side in self.sides if side.release is None]

    @property
    def mine(self) -> list[SideRelease]:
        return [side for side in self.sides if side.is_mine and side.release is None]


def required_sides(body: Body) -> tuple[str, ...]:
    """The keys of the sides that release; "" where one person chairs."""
    return consensus_sides(body) if body.chair_model == ChairModel.CO_CHAIRS else ("",)


def releasers(session: Session, on: date) -> dict[str, frozenset[str]]:
    """Who may release for each side: the chair of today or of the day of the session, or a deputy."""
    held = day_of(session.starts_at)
    seats = [*chair_seats(session.body, held), *(chair_seats(session.body, on) if on != held else [])]
    return approvers_by_side(seats)


def released_sides(session: Session) -> list[str]:
    """The keys of the sides whose release stands."""
    rows = (
        AgendaRelease.objects.filter(session=session, void_at__isnull=True)
        .select_related("side")
        .order_by("pk")
    )
    return [row.side.key if row.side else "" for row in rows]


def is_released(session: Session) -> bool:
    """Whether invitations may go out as far as the agenda is concerned."""
    return not unreleased_sides(session)


def unreleased_sides(session: Session) -> tuple[str, ...]:
    """The names of the sides whose release is missing; none where the body does not ask for it."""
    body = session.body
    if not body.release_needed:
        return ()
    names = {side.key: side.name for side in body.sides.all()}
    return tuple(
        names[key] if key else _("Vorsitz")
        for key in missing_sides(required_sides(body), released_sides(session))
    )


def release_state(actor: Actor, session: Session, *, now: datetime) -> ReleaseState | None:
    """What the page of a planned session says of its release, for chairs and whoever invites.

    Others get None: a release that became void tells of changes, confidential ones too.
    """
    body = session.body
    is_concerned = may_release(actor, session) or may_invite(actor, session)
    if not (is_concerned and body.release_needed and session.state == SessionState.PLANNED):
        return None
    rows = list(AgendaRelease.objects.filter(session=session).select_related("side", "person").order_by("pk"))
    standing = {row.side.key if row.side else "": row for row in rows if row.void_at is None}
    names = {side.key: side.name for side in body.sides.all()}
    mine = _sides_of(actor, session, day_of(now))
    sides = [
        SideRelease(key, names[key] if key else _("Vorsitz"), standing.get(key), key in mine)
        for key in required_sides(body)
    ]
    return ReleaseState(sides, max((row.void_at for row in rows if row.void_at), default=None))


def sessions_to_release(actor: Actor, now: datetime) -> list[Session]:
    """Planned sessions with an item of their own that wait for a release of the actor, the nearest first."""
    found = (
        Session.objects.filter(state=SessionState.PLANNED, body__release_needed=True, starts_at__gt=now)
        .filter(items__fixed="")
        .select_related("body")
        .distinct()
        .order_by("starts_at", "pk")
    )
    if EVERYWHERE not in actor.scopes(RELEASE):
        found = found.filter(body__in=actor.scope_keys(RELEASE, "body"))
    states = [(session, release_state(actor, session, now=now)) for session in found]
    return [session for session, state in states if state and state.mine]


def _sides_of(actor: Actor, session: Session, on: date) -> set[str]:
    if not may_release(actor, session):
        return set()
    person = person_of_user(actor.user_id)
    if person is None:
        return set()
    return {key for key, people in releasers(session, on).items() if str(person.pk) in people}
