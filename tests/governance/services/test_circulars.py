"""Circular resolutions: every seat is asked, one objection or a missing answer brings the matter into the next session."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.domain.circulars import CircularState, EndReason
from bildungsnetz.governance.domain.decision_kinds import Outcome, Position
from bildungsnetz.governance.models import AgendaItem, Body, CircularResolution, Decision, Session
from bildungsnetz.governance.selectors.circulars import circulars, seat_token, seats_to_answer, waiting
from bildungsnetz.governance.services.agenda import change_item, withdraw_item
from bildungsnetz.governance.services.circular_jobs import close_due_circulars, remind_of_circulars
from bildungsnetz.governance.services.circulars import (
    Question,
    answer_by_link,
    answer_circular,
    close_circular,
    start_circular,
    withdraw_circular,
)
from bildungsnetz.governance.services.decisions import correct_decision
from bildungsnetz.governance.services.minutes_content import composed
from bildungsnetz.governance.services.orders import issue_order
from bildungsnetz.governance.services.sessions import cancel_session
from bildungsnetz.governance.services.statements import Statement
from tests.governance import build
from tests.governance.build import NOW, a_session, actor_of, an_actor, member
from tests.governance.build_orders import terms

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk")
LAST = date(2026, 3, 10)
AFTER = datetime(2026, 3, 11, 0, 5, tzinfo=UTC)
PEOPLE = ("Winter", "Lang", "Kaiser", "Stadler", "Weber", "Wolf", "Berger", "Busch")


@pytest.fixture
def body() -> Body:
    return build.a_steering_body()


def ask(body: Body, **changed: object) -> CircularResolution:
    said: dict[str, object] = {
        "title": "Förderantrag Sprachbildung",
        "reason": "Die Frist des Landes endet am 20. März.",
        "wording": "Das Bildungsbüro stellt den Antrag.",
        "answer_by": LAST,
    }
    return start_circular(actor=CLERK, body=body, question=Question(**{**said, **changed}), now=NOW)  # type: ignore[arg-type]


def say(circular: CircularResolution, name: str, position: Position = Position.AGREE, text: str = "") -> None:
    person = member(circular.body, name)
    answer_circular(actor=actor_of(person), circular=circular, position=position, text=text, now=NOW)


def all_say(circular: CircularResolution, but: tuple[str, ...] = ()) -> CircularResolution:
    for name in PEOPLE:
        if name not in but:
            say(circular, name)
    circular.refresh_from_db()
    return circular


def asked_people(circular: CircularResolution) -> list[str]:
    return list(circular.seats.order_by("pk").values_list("person__last_name", flat=True))


def test_every_voting_seat_gets_a_mail_of_its_own(body: Body) -> None:
    circular = ask(body)
    voting = [mandate.person.last_name for mandate in mandates(body) if not mandate.seat_rule.advisory]
    assert sorted(asked_people(circular)) == sorted(voting)
    assert OutgoingMail.objects.filter(subject="Umlaufbeschluss, Lenkungskreis").count() == len(voting)


def mandates(body: Body) -> list[build.Mandate]:
    return list(build.mandates_on(body, build.TODAY))


def test_the_last_answer_makes_the_decision(body: Body) -> None:
    session = a_session(body)
    circular = all_say(ask(body))
    assert (circular.state, circular.end_reason) == (CircularState.ADOPTED, EndReason.AGREED)
    decision = circular.decision
    assert decision is not None
    assert (decision.reference, decision.outcome, decision.decided_on) == (
        "1/2026",
        Outcome.ADOPTED,
        build.TODAY,
    )
    assert sorted(
        (entry.side.key, entry.position, str(entry.stated_by)) for entry in decision.positions.all()
    ) == [("kommune", "agree", "Katrin Kaiser"), ("land", "agree", "Karl Winter")]
    item = circular.item
    assert item is not None
    assert (item.session, item.title, item.kind, item.state) == (
        session,
        "Bekanntgabe des Umlaufbeschlusses: Förderantrag Sprachbildung",
        "information",
        "accepted",
    )


def test_an_objection_ends_it_at_once_and_the_matter_comes_into_the_session_with_its_paper(
    body: Body,
) -> None:
    session = a_session(body)
    circular = ask(body, file_name="Antrag.txt", file_content=b"Antrag")
    say(circular, "Weber", Position.OBJECT, "Zu teuer.")
    circular.refresh_from_db()
    assert (circular.state, circular.end_reason, circular.decision) == ("to_session", "objection", None)
    item = AgendaItem.objects.get(session=session, fixed="")
    assert (item.title, item.kind, item.proposal) == (
        "Förderantrag Sprachbildung",
        "decision",
        "Das Bildungsbüro stellt den Antrag.",
    )
    assert [paper.title for paper in item.papers.all()] == ["Antrag.txt"]
    assert "Weber" not in item.summary
    with pytest.raises(RuleViolation, match="beendet"):
        say(circular, "Wolf")
    assert Decision.objects.count() == 0


def test_a_missing_answer_brings_it_into_the_session_after_the_deadline(body: Body) -> None:
    a_session(body)
    circular = all_say(ask(body), but=("Stadler",))
    assert circular.is_open
    assert close_due_circulars(AFTER - timedelta(hours=6)) == "0 Umlaufverfahren beendet."
    assert close_due_circulars(AFTER) == "1 Umlaufverfahren beendet."
    assert close_due_circulars(AFTER) == "0 Umlaufverfahren beendet."
    circular.refresh_from_db()
    assert (circular.state, circular.end_reason) == ("to_session", "missing")


def test_a_vacant_seat_is_not_waited_for(body: Body) -> None:
    circular = ask(body)
    build.Mandate.objects.filter(person__last_name="Stadler").update(ends_on=date(2026, 3, 3))
    with pytest.raises(RuleViolation, match="beendet"):
        answer_by_link(
            token=seat_token(circular.seats.get(person__last_name="Stadler")), position="agree", now=NOW
        )
    assert all_say(circular, but=("Stadler",)).state == CircularState.ADOPTED


def test_an_answer_by_link_counts_and_can_be_changed_until_the_end(body: Body) -> None:
    circular = ask(body)
    token = seat_token(circular.seats.get(person__last_name="Lang"))
    answer_by_link(token=token, position="agree", now=NOW)
    seat = answer_by_link(token=token, position="abstain", text="Bin befangen.", now=NOW)
    assert (seat.position, seat.text) == ("abstain", "Bin befangen.")
    entry = AuditEntry.objects.filter(act="governance.circular.answer").order_by("-pk")[0]
    assert (entry.actor_name, "Förderantrag" in entry.object_label) == ("Lena Lang", False)
    with pytest.raises(RuleViolation, match="ungültig"):
        answer_by_link(token=token[:-3] + "xyz", position="agree", now=NOW)


@pytest.mark.parametrize("name", ["Herbst", "Krause"])
def test_a_deputy_does_not_answer(body: Body, name: str) -> None:
    circular, before = ask(body), AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        say(circular, name)
    assert (circular.seats.exclude(position="").count(), AuditEntry.objects.count()) == (0, before)


def test_without_a_planned_session_it_waits_and_nothing_is_lost(body: Body) -> None:
    circular = all_say(ask(body))
    assert (circular.state, circular.item, circular.decision) == (CircularState.ADOPTED, None, None)
    assert list(waiting(circulars(CLERK))) == [circular]
    session = a_session(body)
    circular.refresh_from_db()
    assert circular.decision is not None
    assert (circular.decision.reference, circular.decision.item.session) == ("1/2026", session)
    assert list(waiting(circulars(CLERK))) == []


def test_a_cancelled_session_hands_it_on(body: Body) -> None:
    first = a_session(body)
    circular = all_say(ask(body))
    second = a_session(body, on=date(2026, 4, 22))
    cancel_session(actor=CLERK, session=first, reason="Krankheit", now=NOW)
    circular.refresh_from_db()
    assert circular.item is not None
    assert circular.item.session == second
    cancel_session(actor=CLERK, session=second, reason="Krankheit", now=NOW)
    assert list(waiting(circulars(CLERK))) == [circular]
    third = a_session(body, on=date(2026, 5, 6))
    assert AgendaItem.objects.get(circular=circular).session == third
    assert Decision.objects.count() == 1


def test_withdrawing_needs_a_reason_and_tells_everybody(body: Body) -> None:
    circular = ask(body)
    with pytest.raises(RuleViolation, match="Begründen"):
        withdraw_circular(actor=CLERK, circular=circular, reason=" ", now=NOW)
    withdraw_circular(actor=CLERK, circular=circular, reason="Die Frist ist verlängert.", now=NOW)
    circular.refresh_from_db()
    assert circular.state == CircularState.WITHDRAWN
    ended = OutgoingMail.objects.filter(subject="Umlaufverfahren beendet, Lenkungskreis")
    assert ended.count() == circular.seats.count()
    with pytest.raises(RuleViolation, match="nicht vorgesehen"):
        withdraw_circular(actor=CLERK, circular=circular, reason="Noch einmal.", now=NOW)


def test_a_member_starts_and_withdraws_nothing(body: Body) -> None:
    circular, before = ask(body), AuditEntry.objects.count()
    somebody = actor_of(member(body, "Weber"))
    with pytest.raises(NotAllowed):
        withdraw_circular(actor=somebody, circular=circular, reason="Nein.", now=NOW)
    question = Question(title="A", reason="B", wording="C", answer_by=LAST)
    with pytest.raises(NotAllowed):
        start_circular(actor=somebody, body=body, question=question, now=NOW)
    with pytest.raises(NotAllowed):
        close_circular(actor=CLERK, circular=circular, now=AFTER)
    assert (CircularResolution.objects.count(), AuditEntry.objects.count()) == (1, before)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"visibility": "office"}, "visibility"),
        ({"answer_by": build.TODAY}, "answer_by"),
        ({"wording": " "}, "wording"),
        ({"file_name": "virus.exe", "file_content": b"MZ"}, "file"),
    ],
)
def test_what_cannot_be_asked(body: Body, changed: dict[str, object], field: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        ask(body, **changed)
    assert (refused.value.field, CircularResolution.objects.count()) == (field, 0)


def test_a_chair_is_needed_on_each_side(body: Body) -> None:
    build.Chair.objects.filter(mandate__person__last_name="Kaiser").delete()
    with pytest.raises(RuleViolation, match="Kommune"):
        ask(body)


def test_each_seat_is_reminded_once(body: Body) -> None:
    circular = ask(body)
    say(circular, "Weber")
    late = datetime(2026, 3, 8, 6, tzinfo=UTC)
    waiting_seats = circular.seats.filter(position="").count()
    assert remind_of_circulars(NOW) == "0 Erinnerungen geschrieben."
    assert remind_of_circulars(late) == f"{waiting_seats} Erinnerungen geschrieben."
    assert remind_of_circulars(late) == "0 Erinnerungen geschrieben."
    subjects = OutgoingMail.objects.filter(subject="Erinnerung: Umlaufbeschluss, Lenkungskreis")
    assert subjects.count() == waiting_seats


def test_my_day_asks_until_the_answer(body: Body) -> None:
    circular, actor = ask(body), actor_of(member(body, "Wolf"))
    assert [seat.circular for seat in seats_to_answer(actor)] == [circular]
    say(circular, "Wolf")
    assert seats_to_answer(actor) == []


def test_the_decision_stays_as_it_was_answered_and_can_become_an_order(body: Body) -> None:
    session = a_session(body)
    decision = all_say(ask(body)).decision
    assert decision is not None
    item = decision.item
    with pytest.raises(RuleViolation, match="Umlaufbeschluss bleibt"):
        correct_decision(actor=CLERK, decision=decision, statement=Statement("Anders"), now=NOW)
    with pytest.raises(RuleViolation, match="bleibt"):
        withdraw_item(actor=CLERK, item=item, reason="Weg damit", now=NOW)
    with pytest.raises(RuleViolation, match="bleiben, wie sie sind"):
        change_item(
            actor=SYSTEM,
            item=item,
            version=item.version,
            title=item.title,
            kind=item.kind,
            visibility="office",
            now=NOW,
        )
    order = issue_order(actor=CLERK, decision=decision, terms=terms(), now=NOW)
    assert (order.decision, Session.objects.count()) == (decision, 1)
    text = next(part for part in composed(session) if part.heading.endswith("Förderantrag Sprachbildung"))
    assert any("1/2026" in line for line in text.paragraphs)
