"""Comings and goings as recorded, what they do to decisions, quorum, closing and minutes."""

from datetime import date, datetime

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.consensus import Ballot
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome
from bildungsnetz.governance.domain.presence import MoveKind
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, AttendanceMove, Body, Decision, Mandate, Session
from bildungsnetz.governance.selectors.presence import item_lines, moves_of, presence
from bildungsnetz.governance.services.decisions import record_decision
from bildungsnetz.governance.services.minutes import compose_minutes
from bildungsnetz.governance.services.presence import record_move, take_back_move
from bildungsnetz.governance.services.statements import Statement
from bildungsnetz.network.api import Person
from tests.governance import build, results

pytestmark = pytest.mark.django_db

CLERK = build.an_actor("clerk")
COMES, GOES, ENDS = MoveKind.COMES, MoveKind.GOES, MoveKind.MANDATE_ENDS
HALF_PAST = datetime(2026, 3, 4, 16, 30, tzinfo=BERLIN)
AT = HALF_PAST.replace(hour=17)


@pytest.fixture
def session() -> Session:
    return results.a_running_session()


def move(
    session: Session,
    person: Person | str,
    kind: MoveKind,
    item: AgendaItem,
    *,
    at: datetime | None = None,
    actor: object = CLERK,
) -> AttendanceMove:
    who = build.member(session.body, person) if isinstance(person, str) else person
    return record_move(
        actor=actor,  # type: ignore[arg-type]
        session=session,
        person=who,
        kind=kind,
        item=item,
        at=at,
        now=AT,
    )


def refusal(
    session: Session, person: Person | str, kind: MoveKind, item: AgendaItem, **more: datetime
) -> tuple[str, str]:
    entries = AuditEntry.objects.count()
    rows = list(session.moves.values())
    with pytest.raises(RuleViolation) as refused:
        move(session, person, kind, item, **more)
    assert (AuditEntry.objects.count(), list(session.moves.values())) == (entries, rows)
    return str(refused.value.message), refused.value.field or ""


def decided(item: AgendaItem, statement: Statement) -> Decision:
    return record_decision(actor=CLERK, item=item, statement=statement, now=AT)


def spoken_by(body: Body, land: str, kommune: str) -> Statement:
    said = (
        results.a_position(body, "land", land),
        results.a_position(body, "kommune", kommune),
    )
    return Statement(results.WORDING, said)


def test_a_deputy_takes_over_from_the_item_on_and_not_before(session: Session) -> None:
    before, after = results.an_item(session, "Vorher"), results.an_item(session, "Nachher")
    move(session, "Krause", COMES, before)
    with pytest.raises(RuleViolation) as refused:
        decided(before, spoken_by(session.body, "Winter", "Krause"))
    assert refused.value.field == "position_kommune"
    move(session, "Kaiser", GOES, after, at=HALF_PAST)
    first = decided(before, spoken_by(session.body, "Winter", "Kaiser"))
    second = decided(after, spoken_by(session.body, "Winter", "Krause"))
    assert [first.outcome, second.outcome] == [Outcome.ADOPTED, Outcome.ADOPTED]
    assert AuditEntry.objects.filter(act="governance.attendance.move").count() == 2


def test_a_side_whose_chair_has_left_without_deputy_is_not_represented(session: Session) -> None:
    item = results.an_item(session)
    move(session, "Winter", GOES, item)
    with pytest.raises(RuleViolation) as refused:
        decided(item, spoken_by(session.body, "Winter", "Kaiser"))
    assert refused.value.field == "position_land"
    only = (results.a_position(session.body, "kommune", "Kaiser"),)
    assert decided(item, Statement(results.WORDING, only)).outcome == Outcome.NO_CONSENSUS
    (line,) = [line for line in item_lines(CLERK, presence(session)) if line.item == item]
    assert (line.without_chair, line.hint.is_met, dict(line.sides)["Land"]) == (["Land"], True, 1)


def test_a_mandate_ends_in_the_middle_of_the_session(session: Session) -> None:
    before, after = results.an_item(session, "Vorher"), results.an_item(session, "Nachher")
    stated = decided(before, spoken_by(session.body, "Winter", "Kaiser"))
    move(session, "Kaiser", ENDS, after)
    assert Mandate.objects.get(person__last_name="Kaiser").ends_on == date(2026, 3, 4)
    with pytest.raises(RuleViolation) as refused:
        decided(after, spoken_by(session.body, "Winter", "Kaiser"))
    assert refused.value.field == "position_kommune"
    move(session, "Krause", COMES, after)
    assert decided(after, spoken_by(session.body, "Winter", "Krause")).outcome == Outcome.ADOPTED
    stated.refresh_from_db()
    assert stated.outcome == Outcome.ADOPTED
    assert [
        row.stated_by and row.stated_by.last_name for row in stated.positions.order_by("side__order")
    ] == ["Winter", "Kaiser"]


def test_without_deputy_the_seat_is_vacant_from_then_on(session: Session) -> None:
    item = results.an_item(session)
    move(session, "Weber", ENDS, item)
    there = presence(session).at(item)
    (note,) = there.quorum.notes
    assert (note.represented, note.filled) == (7, 7)


def test_positions_on_record_stay(session: Session) -> None:
    item = results.an_item(session)
    decided(item, spoken_by(session.body, "Winter", "Kaiser"))
    earlier = session.items.order_by("number").first()
    assert earlier is not None
    for at in (earlier, item):
        message, field = refusal(session, "Kaiser", GOES, at)
        assert message == (
            f"Katrin Kaiser hat bei {AgendaItem.objects.get(pk=item.pk)} schon eine Position oder einen Widerspruch zu "
            "Protokoll gegeben. Sie bleiben; wählen Sie einen späteren Punkt, oder berichtigen Sie zuerst den Beschluss."
        )
        assert field == "item"
    with pytest.raises(RuleViolation):
        results.enter_present(session, absent=["Kaiser"])
    assert session.attendances.get(person__last_name="Kaiser").status == "present"


def test_what_cannot_have_been_is_refused(session: Session) -> None:
    item = results.an_item(session)
    elsewhere = build.an_item(build.a_session(session.body))
    guest = build.a_person("Gast")
    assert refusal(session, "Kaiser", COMES, item)[1] == "kind"
    assert refusal(session, "Krause", GOES, item)[1] == "kind"
    assert refusal(session, "Krause", ENDS, item) == (
        "Dana Krause hat an diesem Tag selbst keinen Sitz.",
        "person",
    )
    assert refusal(session, guest, ENDS, item)[1] == "person"
    assert refusal(session, "Kaiser", GOES, elsewhere) == (
        "Dieser Punkt steht nicht auf der Tagesordnung der Sitzung.",
        "item",
    )
    assert refusal(session, "Kaiser", GOES, item, at=AT.replace(hour=18)) == (
        "Diese Uhrzeit ist noch nicht erreicht.",
        "at",
    )
    assert refusal(session, "Kaiser", GOES, item, at=AT.replace(day=3)) == (
        "Die Uhrzeit gehört zu einem anderen Tag als die Sitzung.",
        "at",
    )
    with pytest.raises(NotAllowed):
        move(session, "Kaiser", GOES, item, actor=build.an_actor("member"))


def test_taking_back_needs_a_story_that_still_holds(session: Session) -> None:
    first, second = results.an_item(session, "Eins"), results.an_item(session, "Zwei")
    gone = move(session, "Stadler", GOES, first)
    back = move(session, "Stadler", COMES, second)
    with pytest.raises(RuleViolation) as refused:
        take_back_move(actor=CLERK, move=gone, now=AT)
    assert str(refused.value.message).startswith("Sven Stadler ist nach der Liste schon anwesend")
    take_back_move(actor=CLERK, move=back, now=AT)
    take_back_move(actor=CLERK, move=gone, now=AT)
    assert not session.moves.exists()
    assert AuditEntry.objects.filter(act="governance.attendance.take_back_move").count() == 2


def test_nothing_is_recorded_once_the_minutes_are_written(session: Session) -> None:
    item = results.an_item(session)
    decided(item, spoken_by(session.body, "Winter", "Kaiser"))
    results.hold(session)
    compose_minutes(actor=SYSTEM, session=session, now=AT)
    session.refresh_from_db()
    assert refusal(session, "Weber", GOES, item)[1] == ""


def test_no_more_votes_than_voices_at_the_item(session: Session) -> None:
    Body.objects.filter(pk=session.body_id).update(decision_rule=DecisionRule.SIMPLE_MAJORITY)
    item = results.an_item(session)
    for name in ("Weber", "Wolf"):
        move(session, name, GOES, item)
    with pytest.raises(RuleViolation) as refused:
        decided(item, Statement(results.WORDING, ballot=Ballot(yes=7)))
    assert (str(refused.value.message), refused.value.field) == (
        (
            "Gezählt sind 7 Stimmen, bei diesem Punkt sind aber nur 6 Stimmberechtigte anwesend. "
            "Prüfen Sie die Stimmen oder halten Sie fest, wer gekommen ist."
        ),
        "ballot",
    )
    assert decided(item, Statement(results.WORDING, ballot=Ballot(yes=6))).outcome == Outcome.ADOPTED


def test_the_minutes_tell_times_and_what_differs_at_an_item(session: Session) -> None:
    open_item = results.an_item(session, "Fachtag")
    closed = results.an_item(session, "Personal", visibility=Visibility.OFFICE)
    guest = build.a_person("Gast", "Gerda")
    move(session, "Kaiser", GOES, open_item, at=HALF_PAST)
    move(session, "Krause", COMES, open_item)
    move(session, guest, COMES, open_item)
    move(session, "Weber", GOES, closed, at=AT)
    decided(open_item, spoken_by(session.body, "Winter", "Krause"))
    decided(closed, spoken_by(session.body, "Winter", "Krause"))
    results.hold(session)
    minutes = compose_minutes(actor=SYSTEM, session=session, now=AT)
    texts = {part["key"]: part["paragraphs"] for part in minutes.content}
    number = AgendaItem.objects.get(pk=open_item.pk).numeral
    present, guests = texts["attendance"][:2]
    assert f"Katrin Kaiser (bis vor TOP {number}, 16:30 Uhr)" in present
    assert f"Dana Krause (in Vertretung für Katrin Kaiser) (ab TOP {number})" in present
    assert "Wiebke Weber (bis 17:30 Uhr)" in present
    assert guests == f"Gäste: Gerda Gast (ab TOP {number})"
    assert "V1" not in " ".join(texts["attendance"])
    assert texts[f"item-{open_item.pk}"][1:3] == [
        "Bei diesem Punkt nicht anwesend: Katrin Kaiser",
        "Bei diesem Punkt zusätzlich anwesend: Dana Krause (in Vertretung für Katrin Kaiser), Gerda Gast",
    ]
    assert "Wiebke Weber" in texts[f"item-{closed.pk}"][1]


def test_members_see_no_confidential_item_in_the_list(session: Session) -> None:
    closed = results.an_item(session, "Personal", visibility=Visibility.OFFICE)
    move(session, "Weber", GOES, closed, at=AT)
    (seen,) = moves_of(build.actor_of(build.member(session.body, "Wolf"), now=AT), session)
    assert (seen.item, str(seen.move)) == (None, "Wiebke Weber geht")
    (known,) = moves_of(CLERK, session)
    assert known.item == closed
