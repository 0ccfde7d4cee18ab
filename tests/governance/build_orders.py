"""Decisions and orders for tests, made through the services where they exist and as plain rows where a state is needed."""

from datetime import date, timedelta

from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Body, Decision, Order, Session
from bildungsnetz.governance.services.orders import Terms, issue_order
from bildungsnetz.network.api import Person
from tests.governance.build import NOW, TODAY, a_body, a_person

DUE = date(2026, 6, 30)


def a_decision(
    body: Body | None = None,
    outcome: Outcome = Outcome.ADOPTED,
    visibility: Visibility = Visibility.BODY,
    number: int = 1,
) -> Decision:
    """A decision of a session held today."""
    body = body or a_body()
    session, _made = Session.objects.get_or_create(
        body=body,
        number=1,
        defaults={"state": SessionState.IN_SESSION, "starts_at": NOW, "ends_at": NOW + timedelta(hours=2)},
    )
    item = AgendaItem.objects.create(
        session=session,
        position=number,
        number=number,
        title=f"Übergabegespräch Kita–Grundschule {number}",
        kind=ItemKind.DECISION,
        visibility=visibility,
        added_at=NOW,
    )
    return Decision.objects.create(
        item=item,
        body=body,
        year=2026,
        number=number,
        wording="Das Bildungsbüro legt ein Konzept vor.",
        rule=body.decision_rule,
        outcome=outcome,
        decided_on=TODAY,
        recorded_at=NOW,
    )


def terms(person: Person | None = None, **changed: object) -> Terms:
    """Complete terms of an order."""
    said: dict[str, object] = {
        "title": "Konzept für Übergabegespräche",
        "goal": "Ein abgestimmtes Konzept liegt vor.",
        "due_on": DUE,
        "report_dates": [date(2026, 5, 15)],
        "person": person or a_person(),
    }
    return Terms(**{**said, **changed})  # type: ignore[arg-type]


def an_order(
    decision: Decision | None = None, person: Person | None = None, actor: Actor = SYSTEM, **changed: object
) -> Order:
    """An issued order."""
    return issue_order(
        actor=actor, decision=decision or a_decision(), terms=terms(person, **changed), now=NOW
    )
