"""Steps of a session from state to state; every act that moves a session goes through here."""

from dataclasses import replace
from datetime import date, datetime

from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.agenda import ItemState, count_open
from bildungsnetz.governance.domain.chairs import ChairModel, sides_without, speakers_by_side
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.session_states import SessionFacts, SessionState, refuse_session_step
from bildungsnetz.governance.models import Decision, Minutes, Session
from bildungsnetz.governance.selectors.presence import presence
from bildungsnetz.governance.selectors.seats import consensus_sides
from bildungsnetz.governance.services.refusals import raise_first


def take_step(
    session: Session, target: SessionState, *, now: datetime, text: str = "", next_date: date | None = None
) -> None:
    """Give the locked session its next state; the caller saves it and writes the history.

    `text` explains a step that needs a reason, `next_date` is the date fixed while closing. Raises RuleViolation with
    the first condition that is not met.
    """
    facts = replace(facts_of(session, now=now), has_next_date=bool(next_date or session.next_date))
    raise_first(refuse_session_step(SessionState(session.state), target, facts, text))
    session.state = target


def facts_of(session: Session, *, now: datetime) -> SessionFacts:
    """What the guards of the states need to know of a session at this moment."""
    items = [
        (ItemState(state), fixed)
        for state, fixed in session.items.order_by("pk").values_list("state", "fixed")
    ]
    return SessionFacts(
        session_on=day_of(session.starts_at),
        today=day_of(now),
        accepted_items=sum(state is ItemState.ACCEPTED and not fixed for state, fixed in items),
        open_items=count_open(state for state, _fixed in items),
        decisions=Decision.objects.filter(item__session=session, circular__isnull=True).count(),
        has_next_date=session.next_date is not None,
        chair_sides_missing=_chair_sides_missing(session),
        minutes_approved=Minutes.objects.filter(session=session, state=MinutesState.APPROVED).exists(),
    )


def _chair_sides_missing(session: Session) -> tuple[str, ...]:
    """The names of sides whose chair and deputies were never there; only co-chairs are both needed.

    Whoever left early does not keep the session open for ever: what was decided without her is on record as such.
    """
    body = session.body
    if body.chair_model != ChairModel.CO_CHAIRS:
        return ()
    course = presence(session)
    missing = sides_without(consensus_sides(body), speakers_by_side(course.chairs, course.ever))
    names = {side.key: side.name for side in body.sides.all()}
    return tuple(names[side] for side in missing)
