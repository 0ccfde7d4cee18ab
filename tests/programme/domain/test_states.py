"""The life of a measure and what its description lacks."""

from datetime import date

import pytest

from bildungsnetz.programme.domain.states import MEASURE_STEPS, MeasureState, MeasureText, gaps, may_become

S = MeasureState


@pytest.mark.parametrize(
    ("source", "target", "allowed"),
    [
        (S.IDEA, S.CONCEPT, True),
        (S.CONCEPT, S.APPROVED, True),
        (S.APPROVED, S.RUNNING, True),
        (S.RUNNING, S.PAUSED, True),
        (S.PAUSED, S.RUNNING, True),
        (S.RUNNING, S.FINISHED, True),
        (S.FINISHED, S.EVALUATED, True),
        (S.IDEA, S.RUNNING, False),
        (S.ARCHIVED, S.IDEA, False),
        (S.EVALUATED, S.RUNNING, False),
    ],
)
def test_steps(source, target, allowed):
    assert may_become(source, target) is allowed


def test_every_state_has_its_steps():
    assert set(MEASURE_STEPS) == set(MeasureState)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (MeasureText("", "", "", None), 4),
        (MeasureText("Eltern", "", "", None), 3),
        (MeasureText("Eltern", "mehr Anmeldungen", "Quote", date(2026, 7, 31)), 0),
    ],
)
def test_gaps_warn(text, count):
    assert len(gaps(text)) == count
