"""What may happen in which state of a survey."""

from datetime import date

import pytest

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.domain.survey import (
    SurveyEntry,
    SurveyState,
    allows,
    check_survey,
    require,
    response_rate,
)

ACTS = ("edit", "start", "answer", "close", "withdraw", "judge")


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        (SurveyState.DRAFT, {"edit", "start"}),
        (SurveyState.RUNNING, {"answer", "close", "withdraw", "judge"}),
        (SurveyState.CLOSED, {"withdraw", "judge"}),
    ],
)
def test_each_state_allows_its_acts_and_no_other(state: SurveyState, possible: set[str]) -> None:
    assert {act for act in ACTS if allows(state, act)} == possible
    for act in set(ACTS) - possible:
        with pytest.raises(RuleViolation):
            require(state, act)


@pytest.mark.parametrize(("closes_on", "is_right"), [(date(2026, 3, 10), False), (date(2026, 3, 11), True)])
def test_a_survey_leaves_at_least_a_week(closes_on: date, *, is_right: bool) -> None:
    entry = SurveyEntry(title="B", question="Mit wem?", purpose="P", legal_basis="L", closes_on=closes_on)
    if is_right:
        check_survey(entry, today=date(2026, 3, 4))
        return
    with pytest.raises(RuleViolation) as refused:
        check_survey(entry, today=date(2026, 3, 4))
    assert (refused.value.field, str(refused.value.message)) == (
        "closes_on",
        "Geben Sie mindestens eine Woche Zeit: Der letzte Tag liegt zu früh.",
    )


@pytest.mark.parametrize(
    ("answered", "asked", "rate"), [(0, 0, None), (0, 3, 0), (1, 3, 33), (2, 3, 67), (3, 3, 100)]
)
def test_the_response_rate_is_a_share_of_those_asked(answered: int, asked: int, rate: int | None) -> None:
    assert response_rate(answered, asked) == rate
