"""Recording decisions: who may speak for whom, what comes of it, and that it can be corrected in time."""

import pytest

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.consensus import Ballot, SidePosition
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome, Position
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Body, Decision, DecisionObjection, DecisionPosition
from bildungsnetz.governance.selectors.decisions import reasons_of
from bildungsnetz.governance.selectors.orders import may_become_order
from bildungsnetz.governance.services.attendance import state_quorum
from bildungsnetz.governance.services.decisions import correct_decision, record_decision
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
    assert message == "Widersprechen kann, wer einen Sitz hat und anwesend ist."


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


def test_a_decision_needs_its_wording() -> None:
    session = results.a_running_session()
    assert refuse(results.an_item(session), results.both_agree(session.body, " "), "wording") == (
        "Schreiben Sie den Wortlaut des Beschlusses."
    )


def test_without_quorum_the_chair_states_it_or_the_body_defers() -> None:
    session = results.a_running_session(absent=["Lang", "Stadler", "Weber", "Wolf", "Busch"])
    item = results.an_item(session)
    assert refuse(item, results.both_agree(session.body), None) == (
        "Die Beschlussfähigkeit ist nicht festgestellt. Nur 3 von 8 besetzten Sitzen sind vertreten, nötig sind 4. "
        "Halten Sie die Feststellung des Vorsitzes fest, oder vertagen Sie den Punkt."
    )
    state_quorum(actor=SYSTEM, session=session, is_stated=True, now=results.STARTS)
    assert record(item, results.both_agree(session.body)).outcome == Outcome.ADOPTED


def test_without_quorum_a_matter_can_be_deferred() -> None:
    session = results.a_running_session(absent=["Lang", "Stadler", "Weber", "Wolf", "Busch"])
    decision = record(results.an_item(session), Statement(results.WORDING, is_deferred=True))
    assert decision.outcome == Outcome.DEFERRED


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


@pytest.mark.parametrize(
    "actor", [PUBLIC, build.an_actor(roles.MEMBER), build.an_actor(roles.CLERK, "body:0")]
)
def test_only_the_secretariat_records(actor: object) -> None:
    session = results.a_running_session()
    item, before = results.an_item(session), AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        record_decision(
            actor=actor, item=item, statement=results.both_agree(session.body), now=results.STARTS
        )
    assert (Decision.objects.count(), AuditEntry.objects.count()) == (0, before)


@pytest.mark.parametrize("state", [SessionState.INVITED, SessionState.MINUTES_DRAFT, SessionState.ARCHIVED])
def test_decisions_belong_to_a_running_session(state: SessionState) -> None:
    session = results.a_running_session()
    item = results.an_item(session)
    type(session).objects.filter(pk=session.pk).update(state=state)
    assert refuse(item, results.both_agree(session.body), None) == (
        "Beschlüsse halten Sie fest, sobald die Sitzung läuft und bis das Protokoll geschrieben wird."
    )


def test_fixed_and_proposed_items_are_not_decided() -> None:
    session = results.a_running_session()
    fixed = session.items.filter(fixed="approval_of_agenda").get()
    assert refuse(fixed, results.both_agree(session.body), None) == (
        "Über diesen Tagesordnungspunkt wird nicht beschlossen."
    )


def test_one_decision_for_an_item() -> None:
    session = results.a_running_session()
    decision = results.a_decision(session)
    with pytest.raises(RuleViolation) as refused:
        record(decision.item, results.both_agree(session.body))
    assert str(refused.value.message) == (
        "Zu diesem Punkt ist schon ein Beschluss festgehalten. Sie können ihn berichtigen."
    )
    assert Decision.objects.count() == 1


def test_numbers_count_for_body_and_year_and_confidential_ones_apart() -> None:
    session, other = (
        results.a_running_session(),
        results.a_running_session(build.a_steering_body("Zweiter Kreis")),
    )
    first = results.a_decision(session)
    closed = results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    second, foreign = results.a_decision(session, "Zweites"), results.a_decision(other)
    assert [str(d) for d in (first, closed, second, foreign)] == [
        "Beschluss 1/2026",
        "Beschluss V1/2026",
        "Beschluss 2/2026",
        "Beschluss 1/2026",
    ]


def test_the_history_of_a_session_is_silent_about_confidential_decisions() -> None:
    session = results.a_running_session()
    before = [line.sentence for line in history_of(session)]
    decision = results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    assert [line.sentence for line in history_of(session)] == before
    assert [line.sentence for line in history_of(decision)] == [
        "System hat den Beschluss V1/2026 festgehalten: beschlossen."
    ]


def test_correcting_keeps_the_number_and_replaces_what_was_said() -> None:
    session = results.a_running_session()
    item = results.an_item(session)
    decision = record(item, said(session.body, P.OBJECT, P.AGREE))
    corrected = correct_decision(
        actor=build.an_actor(roles.CLERK),
        decision=decision,
        statement=results.both_agree(session.body, "Neuer Wortlaut."),
        now=results.STARTS,
    )
    assert (corrected.pk, corrected.reference, corrected.wording) == (
        decision.pk,
        "1/2026",
        "Neuer Wortlaut.",
    )
    assert (corrected.outcome, corrected.positions.count()) == (Outcome.ADOPTED, 2)
    assert [line.sentence for line in history_of(decision)] == [
        "Petra Sommer hat den Beschluss 1/2026 berichtigt: beschlossen.",
        "Petra Sommer hat den Beschluss 1/2026 festgehalten: kein Konsens.",
    ]


def test_a_wrong_correction_changes_nothing() -> None:
    session = results.a_running_session()
    decision, before = results.a_decision(session), AuditEntry.objects.count()
    wrong = Statement("Anders.", (SidePosition("land", P.AGREE, str(build.member(session.body, "Lang").pk)),))
    with pytest.raises(RuleViolation):
        correct_decision(actor=SYSTEM, decision=decision, statement=wrong, now=results.STARTS)
    with pytest.raises(NotAllowed):
        correct_decision(actor=PUBLIC, decision=decision, statement=wrong, now=results.STARTS)
    decision.refresh_from_db()
    assert (decision.wording, decision.positions.count()) == (results.WORDING, 2)
    assert AuditEntry.objects.count() == before


def test_a_decision_with_an_order_stays() -> None:
    session = results.a_running_session()
    decision = results.a_decision(session)
    terms = Terms("Fachtag", "Er findet statt.", results.NEXT, [results.NEXT], body=session.body)
    issue_order(actor=SYSTEM, decision=decision, terms=terms, now=results.STARTS)
    with pytest.raises(RuleViolation) as refused:
        correct_decision(
            actor=SYSTEM, decision=decision, statement=results.both_agree(session.body), now=results.STARTS
        )
    assert str(refused.value.message) == (
        "Aus diesem Beschluss ist schon ein Auftrag entstanden. Er bleibt, wie er festgehalten ist."
    )
