"""Decisions that replace or revoke others, and the periods in which a body counts."""

from datetime import date

import pytest

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.core.registers.chain import trace
from bildungsnetz.governance.domain.decision_links import LinkKind
from bildungsnetz.governance.domain.decision_numbers import Numbering
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Decision, DecisionLink
from bildungsnetz.governance.selectors.decision_links import links_of
from bildungsnetz.governance.services.decision_links import link_decision, unlink_decision
from bildungsnetz.governance.services.decision_periods import add_term, set_numbering
from bildungsnetz.governance.services.decisions import correct_decision
from tests.governance import build, build_orders, results

pytestmark = pytest.mark.django_db
CLERK = build.an_actor(roles.CLERK)


def two() -> tuple[Decision, Decision]:
    session = results.a_running_session()
    return results.a_decision(session, "Alt"), results.a_decision(session, "Neu")


def linked(later: Decision, earlier: Decision, kind: LinkKind = LinkKind.REVOKES) -> DecisionLink:
    return link_decision(actor=CLERK, decision=later, earlier=earlier, kind=kind, now=results.STARTS)


@pytest.mark.parametrize(
    ("kind", "state"), [(LinkKind.REVOKES, "revoked"), (LinkKind.SUPERSEDES, "superseded")]
)
def test_both_directions_are_shown_and_in_the_trace(kind: LinkKind, state: str) -> None:
    earlier, later = two()
    linked(later, earlier, kind)
    earlier.refresh_from_db()
    assert earlier.state == state
    assert [row.earlier for row in links_of(CLERK, later)[0]] == [earlier]
    by = links_of(CLERK, earlier)[1]
    assert by is not None
    assert by.later == later
    shown = [
        link.pk
        for link in trace(CLERK, "governance.decision", earlier.pk)
        if link.kind == "governance.decision"
    ]
    assert shown == [earlier.pk, later.pk]


def test_a_revoked_decision_gives_no_order_and_stays_in_the_minutes() -> None:
    earlier, later = two()
    linked(later, earlier)
    with pytest.raises(RuleViolation) as refused:
        build_orders.an_order(Decision.objects.get(pk=earlier.pk))
    assert str(refused.value.message) == "Dieser Beschluss ist ersetzt oder aufgehoben."
    minutes = results.a_draft(later.item.session)
    texts = [text for part in minutes.content for text in part["paragraphs"] if text.startswith("Beschluss ")]
    assert [text[:16] for text in texts] == ["Beschluss 1/2026", "Beschluss 2/2026"]


def test_undoing_lets_the_earlier_one_stand_again() -> None:
    earlier, later = two()
    link = linked(later, earlier)
    statement = results.both_agree(later.body)
    for decision in (earlier, later):
        with pytest.raises(RuleViolation):
            correct_decision(actor=CLERK, decision=decision, statement=statement, now=results.STARTS)
    unlink_decision(actor=CLERK, link=link, now=results.STARTS)
    assert (Decision.objects.get(pk=earlier.pk).state, DecisionLink.objects.count()) == ("recorded", 0)


def test_refused_connections_write_nothing() -> None:
    earlier, later = two()
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        link_decision(
            actor=build.an_actor(roles.MEMBER, later.body.scope),
            decision=later,
            earlier=earlier,
            kind=LinkKind.REVOKES,
            now=results.STARTS,
        )
    with pytest.raises(RuleViolation):
        linked(later, later)
    assert (DecisionLink.objects.count(), AuditEntry.objects.count()) == (0, before)
    results.a_draft(later.item.session)
    with pytest.raises(RuleViolation, match="bis das Protokoll geschrieben wird"):
        linked(later, earlier)


def test_members_do_not_hear_of_confidential_ones() -> None:
    session = results.a_running_session()
    closed = results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    later = results.a_decision(session, "Neu")
    linked(later, closed)
    member = build.actor_of(build.member(session.body, "Weber"))
    assert links_of(member, later) == ([], None)
    assert [row.earlier for row in links_of(CLERK, later)[0]] == [closed]
    acts = AuditEntry.objects.filter(act="governance.decision.revokes_other")
    assert [entry.facts["other"] for entry in acts] == ["einen vertraulichen Beschluss"]


def test_numbers_follow_the_period_the_body_counts_in() -> None:
    session = results.a_running_session()
    first = results.a_decision(session, "Erstes")
    set_numbering(actor=CLERK, body=session.body, numbering=Numbering.SCHOOL_YEAR, now=results.STARTS)
    second = results.a_decision(session, "Zweites")
    third = results.a_decision(session, "Drittes")
    assert [row.reference for row in (first, second, third)] == ["1/2026", "1/2025-26", "2/2025-26"]


def test_counting_by_terms_needs_a_term() -> None:
    session = results.a_running_session()
    with pytest.raises(RuleViolation, match="Tragen Sie zuerst eine Wahlperiode ein"):
        set_numbering(actor=CLERK, body=session.body, numbering=Numbering.COUNCIL_TERM, now=results.STARTS)
    add_term(
        actor=CLERK,
        body=session.body,
        label="XVIII",
        starts_on=date(2030, 11, 1),
        ends_on=date(2035, 10, 31),
        now=results.STARTS,
    )
    set_numbering(actor=CLERK, body=session.body, numbering=Numbering.COUNCIL_TERM, now=results.STARTS)
    with pytest.raises(RuleViolation, match="ist keine Wahlperiode eingetragen"):
        results.a_decision(session, "Erstes")
    assert Decision.objects.count() == 0
    add_term(
        actor=SYSTEM,
        body=session.body,
        label="XVII",
        starts_on=date(2025, 11, 1),
        ends_on=date(2030, 10, 31),
        now=results.STARTS,
    )
    assert results.a_decision(session, "Zweites").reference == "1/XVII"


def test_whoever_may_not_changes_no_counting() -> None:
    session = results.a_running_session()
    before = AuditEntry.objects.count()
    member = build.an_actor(roles.MEMBER, session.body.scope)
    with pytest.raises(NotAllowed):
        set_numbering(actor=member, body=session.body, numbering=Numbering.SCHOOL_YEAR, now=results.STARTS)
    with pytest.raises(NotAllowed):
        add_term(
            actor=member,
            body=session.body,
            label="X",
            starts_on=date(2026, 1, 1),
            ends_on=date(2026, 1, 2),
            now=results.STARTS,
        )
    assert AuditEntry.objects.count() == before
