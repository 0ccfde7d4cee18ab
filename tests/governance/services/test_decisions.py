"""Recording decisions: who may speak for whom, what comes of it, and that it can be corrected in time."""

import pytest

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.consensus import Ballot
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome, Position
from bildungsnetz.governance.models import AgendaItem, Body, Decision, DecisionObjection, DecisionPosition
from bildungsnetz.governance.selectors.decisions import reasons_of
from bildungsnetz.governance.selectors.orders import may_become_order
from bildungsnetz.governance.services.decisions import record_decision
from bildungsnetz.governance.services.orders import Terms, issue_order
from bildungsnetz.governance.services.statements import Statement
from tests.governance import build, results

pytestmark = pytest.mark.django_db
P = Position


def record(item: AgendaItem, statement: Statement) -> Decision:
    return record_decision(
        actor=build.an_actor(roles.CLERK), item=item, statement=statement, now=results.STARTS
    )


def said(body: Body, land: Position, kommune: Position, text: str = "Es fehlt das Geld.") -> Statement:
    return Statement(
        results.WORDING,
        tuple(
            results.a_position(
                body, side, name, position, text if position in {P.OBJECT, P.RESERVATION} else ""
            )
            for side, name, position in (("land", "Winter", land), ("kommune", "Kaiser", kommune))
        ),
    )


def refuse(item: AgendaItem, statement: Statement, field: str | None) -> str:
    """The message of the refusal at the field; nothing was written and nothing logged."""
    before = AuditEntry.objects.count()
    with pytest.raises(RuleViolation) as refused:
        record(item, statement)
    assert refused.value.field == field
    assert (Decision.objects.count(), DecisionPosition.objects.count(), AuditEntry.objects.count()) == (
        0,
        0,
        before,
    )
    assert AgendaItem.objects.get(pk=item.pk).state == ItemState.ACCEPTED
    return str(refused.value.message)


@pytest.mark.parametrize(
    ("land", "kommune", "outcome", "reasons"),
    [
        (P.AGREE, P.AGREE, Outcome.ADOPTED, ["Land: Die Seite stimmt zu.", "Kommune: Die Seite stimmt zu."]),
        (
            P.AGREE,
            P.RESERVATION,
            Outcome.ADOPTED_WITH_RESERVATION,
            ["Land: Die Seite stimmt zu.", "Kommune: Die Seite stimmt mit Vorbehalt zu."],
        ),
        (
            P.ABSTAIN,
            P.ABSTAIN,
            Outcome.ADOPTED,
            [
                "Land: Die Seite enthält sich; das ist kein Widerspruch.",
                "Kommune: Die Seite enthält sich; das ist kein Widerspruch.",
                "Keine Seite hat ausdrücklich zugestimmt.",
            ],
        ),
        (
            P.OBJECT,
            P.AGREE,
            Outcome.NO_CONSENSUS,
            [
                "Land: Die Seite widerspricht.",
                "Kommune: Die Seite stimmt zu.",
                "Die Angelegenheit bleibt bei der bisher zuständigen Stelle (§ 78a Abs. 4 SchulG NRW).",
            ],
        ),
    ],
)
def test_the_sides_make_the_outcome(
    land: Position, kommune: Position, outcome: Outcome, reasons: list[str]
) -> None:
    session = results.a_running_session()
    item = results.an_item(session)
    decision = record(item, said(session.body, land, kommune))
    assert (decision.outcome, decision.reference, decision.rule) == (outcome, "1/2026", "consensus_sides")
    assert reasons_of(decision) == reasons
    assert [(p.side.key, p.position, p.stated_by.last_name) for p in decision.positions.all()] == [
        ("land", land, "Winter"),
        ("kommune", kommune, "Kaiser"),
    ]
    assert AgendaItem.objects.get(pk=item.pk).state == ItemState.TREATED
    assert history_of(session)[0].sentence == (
        f"Petra Sommer hat den Beschluss 1/2026 festgehalten: {Outcome(outcome).label}."
    )


def test_a_side_without_speaker_leaves_no_consensus() -> None:
    session = results.a_running_session(absent=["Kaiser"])
    item = results.an_item(session)
    statement = Statement(results.WORDING, (results.a_position(session.body, "land", "Winter"),))
    decision = record(item, statement)
    assert decision.outcome == Outcome.NO_CONSENSUS
    assert reasons_of(decision)[1] == "Kommune: Die Seite ist nicht vertreten."
    assert [(p.side.key, p.position, p.stated_by) for p in decision.positions.all()][1] == (
        "kommune",
        P.NOT_REPRESENTED,
        None,
    )


def test_a_deferred_matter_is_postponed() -> None:
    session = results.a_running_session()
    item = results.an_item(session)
    decision = record(item, Statement(results.WORDING, is_deferred=True, note="Der Kreistag berät zuerst."))
    assert (decision.outcome, decision.note) == (Outcome.DEFERRED, "Der Kreistag berät zuerst.")
    assert list(decision.positions.all()) == []
    assert AgendaItem.objects.get(pk=item.pk).state == ItemState.POSTPONED


@pytest.mark.parametrize("name", ["Lang", "Herbst", "Kaiser", "Weber"])
def test_only_the_co_chair_speaks_for_the_side(name: str) -> None:
    session = results.a_running_session()
    statement = Statement(results.WORDING, (results.a_position(session.body, "land", name),))
    message = refuse(results.an_item(session), statement, "position_land")
    assert message == "Die Position einer Seite gibt ihr Ko-Vorsitz oder dessen Stellvertretung ab."


def test_the_deputy_speaks_while_the_co_chair_is_absent() -> None:
    session = results.a_running_session(absent=["Winter"], deputies={"Winter": "Herbst"})
    body = session.body
    positions = (results.a_position(body, "land", "Herbst"), results.a_position(body, "kommune", "Kaiser"))
    assert record(results.an_item(session), Statement(results.WORDING, positions)).outcome == Outcome.ADOPTED


def test_the_absent_co_chair_cannot_speak_beside_the_deputy() -> None:
    session = results.a_running_session(absent=["Winter"], deputies={"Winter": "Herbst"})
    statement = Statement(results.WORDING, (results.a_position(session.body, "land", "Winter"),))
    refuse(results.an_item(session), statement, "position_land")


def test_an_objection_is_on_record_and_does_not_block() -> None:
    session = results.a_running_session()
    agreed = results.both_agree(session.body)
    objections = (results.an_objection(session.body, "Weber"),)
    decision = record(results.an_item(session), Statement(agreed.wording, agreed.positions, objections))
    assert decision.outcome == Outcome.ADOPTED
    assert reasons_of(decision)[-1] == "Der Widerspruch eines Mitglieds ist festgehalten."
    assert [(o.person.last_name, o.text) for o in decision.objections.all()] == [
        ("Weber", "Es fehlt die Zeit.")
    ]


def test_an_objection_blocks_where_the_body_wants_it() -> None:
    session = results.a_running_session()
    Body.objects.filter(pk=session.body_id).update(member_objection_blocks=True)
    agreed = results.both_agree(session.body)
    objections = (results.an_objection(session.body, "Weber"),)
    decision = record(results.an_item(session), Statement(agreed.wording, agreed.positions, objections))
    assert decision.outcome == Outcome.NO_CONSENSUS


@pytest.mark.parametrize("name", ["Weber", "Krause"])
def test_absent_people_cannot_object(name: str) -> None:
    session = results.a_running_session(absent=["Weber"])
    agreed = results.both_agree(session.body)
    objections = (results.an_objection(session.body, name),)
    message = refuse(
        results.an_item(session), Statement(agreed.wording, agreed.positions, objections), "objections"
    )
    assert message == (
        "Widersprechen kann, wer einen Sitz hat und bei diesem Punkt anwesend ist; "
        "eine Vertretung nur, solange das Mitglied fehlt."
    )


def test_one_objection_for_each_member() -> None:
    session = results.a_running_session()
    agreed = results.both_agree(session.body)
    twice = (
        results.an_objection(session.body, "Weber"),
        results.an_objection(session.body, "Weber", "Noch einmal."),
    )
    refuse(results.an_item(session), Statement(agreed.wording, agreed.positions, twice), "objections")
    assert DecisionObjection.objects.count() == 0


@pytest.mark.parametrize(("position", "field"), [(P.OBJECT, "text_land"), (P.RESERVATION, "text_land")])
def test_reservations_and_objections_need_their_words(position: Position, field: str) -> None:
    session = results.a_running_session()
    refuse(results.an_item(session), said(session.body, position, P.AGREE, text=" "), field)


@pytest.mark.parametrize(
    ("rule", "statement", "outcome", "reasons"),
    [
        (
            DecisionRule.INFORMATION_ONLY,
            Statement("Der Bericht liegt vor."),
            Outcome.NOTED,
            ["Das Gremium nimmt zur Kenntnis und beschließt nicht."],
        ),
        (
            DecisionRule.CONSENSUS_NO_OBJECTION,
            Statement("Die Konferenz empfiehlt den Fachtag."),
            Outcome.ADOPTED,
            ["Niemand hat widersprochen."],
        ),
        (
            DecisionRule.SIMPLE_MAJORITY,
            Statement("Der Fachtag findet statt.", ballot=Ballot(4, 3, 1)),
            Outcome.ADOPTED,
            ["Die Mehrheit hat zugestimmt."],
        ),
    ],
)
def test_other_rules(rule: DecisionRule, statement: Statement, outcome: Outcome, reasons: list[str]) -> None:
    session = results.a_running_session()
    Body.objects.filter(pk=session.body_id).update(decision_rule=rule)
    decision = record(results.an_item(session), statement)
    assert (decision.outcome, reasons_of(decision)) == (outcome, reasons)
    assert list(decision.positions.all()) == []
    assert not may_become_order(decision)


def test_in_a_conference_an_objection_leaves_no_consensus() -> None:
    session = results.a_running_session()
    Body.objects.filter(pk=session.body_id).update(decision_rule=DecisionRule.CONSENSUS_NO_OBJECTION)
    objections = (results.an_objection(session.body, "Weber"),)
    decision = record(results.an_item(session), Statement("Die Konferenz empfiehlt.", objections=objections))
    assert decision.outcome == Outcome.NO_CONSENSUS


def test_no_consensus_can_never_make_an_order() -> None:
    session = results.a_running_session()
    decision = record(results.an_item(session), said(session.body, P.AGREE, P.OBJECT))
    terms = Terms("Fachtag", "Er findet statt.", results.NEXT, [results.NEXT], body=session.body)
    with pytest.raises(RuleViolation):
        issue_order(actor=SYSTEM, decision=decision, terms=terms, now=results.ENDS)
    assert not may_become_order(decision)
    assert decision.orders.count() == 0
