"""A session lived through at random: whatever is done in whatever order, refused acts leave no trace and rules hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.decision_kinds import Position
from bildungsnetz.governance.domain.presence import MoveKind
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import (
    AgendaItem,
    AttendanceMove,
    Decision,
    DecisionPosition,
    Mandate,
    Session,
)
from bildungsnetz.governance.selectors.presence import presence
from bildungsnetz.governance.services.agenda import postpone_item, treat_item
from bildungsnetz.governance.services.decision_wording import read_out_decision, unlock_decision
from bildungsnetz.governance.services.decisions import correct_decision, record_decision
from bildungsnetz.governance.services.minutes import compose_minutes
from bildungsnetz.governance.services.presence import record_move, take_back_move
from bildungsnetz.governance.services.sessions import cancel_session, close_session
from bildungsnetz.governance.services.statements import Statement
from tests.governance import build, results

pytestmark = pytest.mark.django_db
NAMES = ("Winter", "Herbst", "Kaiser", "Krause", "Weber")
LINE = [SessionState.IN_SESSION, SessionState.HELD, SessionState.MINUTES_DRAFT]
AT = results.STARTS + timedelta(minutes=30)
ACTS = (
    "come", "go", "end", "back", "decide", "correct", "read_out", "unlock", "treat", "postpone", "close", "write", "cancel",
)  # fmt: skip
Step = tuple[str, int, int, int]
steps = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 4), st.integers(0, 4), st.integers(0, 1)), max_size=14
)


class Walk:
    """One session with two items; `who` and `which` choose people and things by number."""

    def __init__(self) -> None:
        self.session = results.a_running_session()
        self.body = self.session.body
        for title in ("Eins", "Zwei"):
            results.an_item(self.session, title)

    def take(self, step: Step) -> None:
        """Try one act; a refused one must leave everything as it was."""
        act, who, other, which = step
        before = self.picture()
        try:
            with transaction.atomic():
                self.do(act, NAMES[who], NAMES[other], which)
        except RuleViolation:
            assert self.picture() == before

    def do(self, act: str, who: str, other: str, which: int) -> None:
        item = self.session.items.filter(fixed="").order_by("pk")[which % 2]
        decision = item.decisions.first()
        statement = self.statement(who, other)
        known: dict[str, Callable[[], Any]] = {
            "come": lambda: self.move(who, MoveKind.COMES, item),
            "go": lambda: self.move(who, MoveKind.GOES, item),
            "end": lambda: self.move(who, MoveKind.MANDATE_ENDS, item),
            "back": self.take_back,
            "decide": lambda: record_decision(actor=SYSTEM, item=item, statement=statement, now=AT),
            "correct": lambda: (
                decision and correct_decision(actor=SYSTEM, decision=decision, statement=statement, now=AT)
            ),
            "read_out": lambda: decision and read_out_decision(actor=SYSTEM, decision=decision, now=AT),
            "unlock": lambda: (
                decision and unlock_decision(actor=SYSTEM, decision=decision, reason="Zahl", now=AT)
            ),
            "treat": lambda: treat_item(actor=SYSTEM, item=item, now=AT),
            "postpone": lambda: postpone_item(actor=SYSTEM, item=item, reason="Zeit", now=AT),
            "close": self.close,
            "write": lambda: compose_minutes(actor=SYSTEM, session=self.session, now=AT),
            "cancel": lambda: cancel_session(actor=SYSTEM, session=self.session, reason="Zu wenige", now=AT),
        }
        known[act]()

    def statement(self, land: str, kommune: str) -> Statement:
        said = (
            results.a_position(self.body, "land", land),
            results.a_position(self.body, "kommune", kommune),
        )
        return Statement(results.WORDING, said)

    def move(self, name: str, kind: MoveKind, item: AgendaItem) -> None:
        person = build.member(self.body, name)
        record_move(actor=SYSTEM, session=self.session, person=person, kind=kind, item=item, now=AT)

    def take_back(self) -> None:
        if (row := self.session.moves.select_related("session", "person", "item").first()) is not None:
            take_back_move(actor=SYSTEM, move=row, now=AT)

    def close(self) -> None:
        for item in self.session.items.exclude(fixed="").filter(state="accepted"):
            treat_item(actor=SYSTEM, item=item, now=AT)
        close_session(actor=SYSTEM, session=self.session, next_date=results.NEXT, now=AT)

    def picture(self) -> list[Any]:
        """All that an act could leave behind."""
        models = (Session, AgendaItem, AttendanceMove, Decision, DecisionPosition, Mandate, AuditEntry)
        return [list(model.objects.order_by("pk").values()) for model in models]  # type: ignore[attr-defined]

    def check(self) -> None:
        session = Session.objects.select_related("body").get(pk=self.session.pk)
        assert session.state in [*LINE, SessionState.CANCELLED]
        assert not (session.state == SessionState.CANCELLED and Decision.objects.exists())
        numbers = list(Decision.objects.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        course = presence(session)
        for decision in Decision.objects.select_related("item").prefetch_related("positions__side"):
            there = course.at(decision.item)
            for entry in decision.positions.exclude(position=Position.NOT_REPRESENTED):
                assert str(entry.stated_by_id) in there.speakers[entry.side.key]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walked=steps)
def test_a_session_lived_through_at_random(walked: list[Step]) -> None:
    with transaction.atomic():
        walk = Walk()
        for step in walked:
            walk.take(step)
            walk.check()
        transaction.set_rollback(True)
