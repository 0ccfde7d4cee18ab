"""What the screen on the wall shows of a running session: one item, what is voted on, what came of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome, Position
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Decision, Session
from bildungsnetz.governance.selectors.agenda import ROOM
from bildungsnetz.governance.selectors.decisions import tone_of
from bildungsnetz.governance.selectors.sessions import sessions


@dataclass(frozen=True)
class Result:
    """What came of the item: names of people stay out, sides and numbers are enough in a hall."""

    reference: str
    outcome: str
    tone: str
    is_read_out: bool
    positions: Sequence[tuple[str, str]] = ()
    votes: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class Screen:
    """The item on the screen with its wording; `is_closed` says that one is treated which this screen never shows."""

    session: Session
    item: AgendaItem | None = None
    is_closed: bool = False
    wording: str = ""
    results: Sequence[Result] = field(default_factory=tuple)

    @property
    def is_running(self) -> bool:
        return self.session.state == SessionState.IN_SESSION

    @property
    def is_ahead(self) -> bool:
        return self.session.state in {SessionState.PLANNED, SessionState.INVITED}


def sessions_on_screen(actor: Actor) -> QuerySet[Session]:
    """Sessions whose public screen the actor may open: published ones, and those she may read anyway."""
    own = sessions(actor)
    published = Q(published_at__isnull=False)
    return Session.objects.select_related("body", "current_item").filter(published | Q(pk__in=own.order_by()))


def room_screen(session: Session) -> Screen:
    """For those in the room: nothing confidential."""
    return _screen(session, ROOM)


def public_screen(session: Session) -> Screen:
    """For an audience: public items, and the titles of what is on every agenda; the rest is the closed part."""
    return _screen(session, (Visibility.PUBLIC,), with_fixed=True)


def _screen(session: Session, levels: Collection[str], *, with_fixed: bool = False) -> Screen:
    item = session.current_item
    if session.state != SessionState.IN_SESSION or item is None:
        return Screen(session)
    is_plain = with_fixed and bool(item.fixed) and not item.is_closed
    if item.visibility not in levels and not is_plain:
        return Screen(session, is_closed=True)
    if is_plain:
        return Screen(session, item)
    decision = item.decisions.prefetch_related("positions__side").order_by("pk").first()
    if decision is None:
        return Screen(session, item, wording=item.proposal)
    return Screen(session, item, wording=decision.wording, results=(_result(decision),))


def _result(decision: Decision) -> Result:
    votes = (decision.votes_yes, decision.votes_no, decision.votes_abstained)
    return Result(
        reference=decision.reference,
        outcome=str(Outcome(decision.outcome).label),
        tone=tone_of(decision.outcome),
        is_read_out=decision.read_out_at is not None,
        positions=[
            (entry.side.name, str(Position(entry.position).label)) for entry in decision.positions.all()
        ],
        votes=votes if decision.rule == DecisionRule.SIMPLE_MAJORITY and any(votes) else None,
    )
