"""Council terms entered wrongly are put right or taken out as long as no number names them."""

from datetime import date

import pytest

from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.decision_numbers import Numbering
from bildungsnetz.governance.models import Body, CouncilTerm
from bildungsnetz.governance.services.decision_periods import (
    add_term,
    change_term,
    remove_term,
    set_numbering,
)
from tests.governance import build, results
from tests.governance.build import NOW, an_actor

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk")


def enter(body: Body, label: str = "XVII", year: int = 2025) -> CouncilTerm:
    days = {"starts_on": date(year, 11, 1), "ends_on": date(year + 5, 10, 31)}
    return add_term(actor=CLERK, body=body, label=label, now=NOW, **days)


@pytest.fixture
def term() -> CouncilTerm:
    return enter(build.a_steering_body())


def test_a_wrong_entry_is_put_right(term: CouncilTerm) -> None:
    days = {"starts_on": date(2025, 11, 1), "ends_on": date(2030, 10, 31)}
    change_term(actor=CLERK, term=term, label="XVIII", now=NOW, **days)
    kept = CouncilTerm.objects.get()
    assert (kept.label, kept.ends_on) == ("XVIII", date(2030, 10, 31))
    assert AuditEntry.objects.filter(act="governance.term.change").count() == 1


def test_it_still_overlaps_no_other_one(term: CouncilTerm) -> None:
    enter(term.body, "XVIII", 2030)
    with pytest.raises(RuleViolation, match="überschneidet"):
        change_term(
            actor=CLERK,
            term=term,
            label="XVII",
            starts_on=date(2025, 11, 1),
            ends_on=date(2031, 1, 1),
            now=NOW,
        )


def test_a_term_without_numbers_is_removed(term: CouncilTerm) -> None:
    remove_term(actor=CLERK, term=term, now=NOW)
    assert CouncilTerm.objects.count() == 0
    assert AuditEntry.objects.filter(act="governance.term.remove").count() == 1


def test_a_body_that_counts_by_terms_keeps_one(term: CouncilTerm) -> None:
    set_numbering(actor=CLERK, body=term.body, numbering=Numbering.COUNCIL_TERM, now=NOW)
    with pytest.raises(RuleViolation, match="zählt je Wahlperiode"):
        remove_term(actor=CLERK, term=term, now=NOW)
    enter(term.body, "XVIII", 2030)
    remove_term(actor=CLERK, term=term, now=NOW)
    assert CouncilTerm.objects.get().label == "XVIII"


def test_a_term_in_which_a_number_was_given_stays(term: CouncilTerm) -> None:
    set_numbering(actor=CLERK, body=term.body, numbering=Numbering.COUNCIL_TERM, now=NOW)
    results.a_decision(results.a_running_session(term.body))
    enter(term.body, "XVIII", 2030)
    days = {"starts_on": term.starts_on, "ends_on": term.ends_on}
    with pytest.raises(RuleViolation, match="schon Beschlüsse gezählt"):
        change_term(actor=CLERK, term=term, label="17", now=NOW, **days)
    with pytest.raises(RuleViolation, match="schon Beschlüsse gezählt"):
        remove_term(actor=CLERK, term=term, now=NOW)
    assert CouncilTerm.objects.count() == 2


def test_who_may_not_change_the_body_changes_no_term(term: CouncilTerm) -> None:
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        remove_term(actor=an_actor("pedagogical"), term=term, now=NOW)
    assert (CouncilTerm.objects.count(), AuditEntry.objects.count()) == (1, before)
