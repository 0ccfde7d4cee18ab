from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain.functions import FUNCTION_NAMES, FunctionKind, is_current, overlaps
from bildungsnetz.network.domain.kinds import SEED_BY_KEY, SEEDS
from bildungsnetz.network.domain.school_keys import LEGAL_FORM_NAMES, STATUS_NAMES, LegalForm, OperatingStatus


@dataclass(frozen=True)
class Held:
    started_on: date
    ended_on: date | None


days = st.dates(date(2024, 1, 1), date(2024, 3, 1))
periods = st.tuples(days, st.none() | st.integers(0, 30)).map(
    lambda pair: Held(pair[0], None if pair[1] is None else pair[0] + timedelta(days=pair[1]))
)


def test_both_ends_belong_to_a_period() -> None:
    term = Held(date(2024, 2, 1), date(2024, 2, 3))
    asked = [date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 3), date(2024, 2, 4)]
    assert [is_current(term, day) for day in asked] == [False, True, True, False]
    assert is_current(Held(date(2024, 2, 1), None), date(2099, 1, 1))


@given(periods, periods)
def test_two_periods_overlap_when_a_day_lies_in_both(a: Held, b: Held) -> None:
    window = [date(2024, 1, 1) + timedelta(days=n) for n in range(120)]
    assert overlaps(a, [b]) == any(is_current(a, day) and is_current(b, day) for day in window)


def test_every_key_has_a_german_name() -> None:
    assert set(FUNCTION_NAMES) == set(FunctionKind)
    assert set(STATUS_NAMES) == set(OperatingStatus)
    assert set(LEGAL_FORM_NAMES) == set(LegalForm)
    assert len(SEED_BY_KEY) == len(SEEDS) == 32
    assert str(SEED_BY_KEY["school"].name) == "Schule"
