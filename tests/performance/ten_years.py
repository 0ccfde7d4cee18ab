"""A body with ten years of work, made by bulk inserts: 60 sessions, 900 items, 700 decisions."""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse

from bildungsnetz.governance.domain.agenda import ItemKind, ItemState
from bildungsnetz.governance.domain.decision_kinds import Outcome, Position
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import AgendaItem, Body, Decision, DecisionPosition, Session
from tests.governance import build

SESSIONS, ITEMS, DECISIONS = 60, 15, 700
SUBJECTS = ("Sprachbildung", "Übergang Schule–Beruf", "Ganztag", "Digitale Ausstattung", "Schulsozialarbeit")


def a_body_of_ten_years(sessions: int = SESSIONS, decisions: int = DECISIONS) -> Body:
    """Six sessions a year with fifteen items each; the last session is still to come, the others are archived."""
    body = build.a_steering_body("Lenkungskreis mit Geschichte")
    items = _items(_sessions(body, sessions))
    made = _decisions(body, items[:decisions])
    sides = list(body.sides.filter(in_consensus=True))
    speaker = build.member(body, "Winter")
    DecisionPosition.objects.bulk_create(
        DecisionPosition(decision=row, side=side, position=Position.AGREE, stated_by=speaker)
        for row in made
        for side in sides
    )
    return body


def _sessions(body: Body, count: int) -> list[Session]:
    first = build.NOW - timedelta(days=61 * (count - 2))
    starts = [first + timedelta(days=61 * index) for index in range(count)]
    return Session.objects.bulk_create(
        Session(
            body=body,
            number=index + 1,
            starts_at=start,
            ends_at=start + timedelta(hours=2),
            state=SessionState.ARCHIVED if start < build.NOW else SessionState.PLANNED,
            place="Kreishaus",
        )
        for index, start in enumerate(starts)
    )


def _items(sessions: list[Session]) -> list[AgendaItem]:
    return AgendaItem.objects.bulk_create(
        AgendaItem(
            session=session,
            position=number,
            number=number,
            title=f"{SUBJECTS[number % len(SUBJECTS)]}, Stand {session.number}",
            kind=ItemKind.DECISION,
            state=ItemState.POSTPONED if number == 1 else ItemState.TREATED,
            summary="Das Bildungsbüro berichtet und schlägt das weitere Vorgehen vor.",
            added_at=session.starts_at,
        )
        for session in sessions
        for number in range(1, ITEMS + 1)
    )


def _decisions(body: Body, items: list[AgendaItem]) -> list[Decision]:
    numbers: dict[int, int] = {}
    rows = []
    for item in items:
        on = item.session.starts_at.date()
        numbers[on.year] = numbers.get(on.year, 0) + 1
        rows.append(
            Decision(
                item=item,
                body=body,
                year=on.year,
                period=str(on.year),
                number=numbers[on.year],
                wording=f"Das Bildungsbüro führt das Vorhaben {item.title} fort und berichtet im Herbst.",
                rule=body.decision_rule,
                outcome=Outcome.ADOPTED,
                reasons=[["side_agrees", "land"], ["side_agrees", "kommune"]],
                decided_on=on,
                recorded_at=item.session.starts_at,
            )
        )
    return Decision.objects.bulk_create(rows)


Page = Callable[[Body], str]


def _session(body: Body) -> str:
    return reverse("governance:session", args=[body.sessions.order_by("starts_at")[3].pk])


def _next_session(body: Body) -> str:
    return reverse("governance:session", args=[body.sessions.order_by("-starts_at")[0].pk])


PAGES: dict[str, Page] = {
    "session": _session,
    "next session": _next_session,
    "decisions": lambda _body: reverse("governance:decisions"),
    "search": lambda body: (
        reverse("governance:decisions") + f"?q=%C3%9Cbergang&gremium={body.pk}&ergebnis=adopted"
    ),
    "number": lambda _body: reverse("governance:decisions") + "?q=3/2024",
}
