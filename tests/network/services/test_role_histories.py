"""Random histories of functions: whatever was entered and ended, "current" is what the dates say, never what was stored."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.models import Function
from bildungsnetz.network.selectors.people import current_functions, functions_of, people_with_functions
from bildungsnetz.network.services.people import end_function, enter_function
from tests.network.build import NOW, a_person, an_institution

pytestmark = pytest.mark.django_db
FIRST = date(2024, 1, 1)
days = st.integers(0, 20)
entered = st.tuples(
    st.sampled_from(list(FunctionKind)[:2]),
    st.integers(0, 1),
    days,
    st.none() | days,
)
ended = st.tuples(st.integers(0, 9), days)
histories = st.lists(st.one_of(entered, ended), max_size=12)


@settings(max_examples=40, deadline=None)
@given(histories)
def test_current_is_always_derived_from_the_dates(history: list[tuple[object, ...]]) -> None:
    person = a_person()
    places = [an_institution("Erste"), an_institution("Zweite")]
    told: dict[int, tuple[tuple[object, object], date, date | None]] = {}
    for step in history:
        if len(step) == 4:
            _enter(told, person, places, step)
        elif told:
            _end(told, step)
    assert set(functions_of(person).values_list("pk", flat=True)) == set(told)
    for day in (FIRST + timedelta(days=number) for number in range(-1, 24)):
        expected = {
            pk for pk, (_what, start, end) in told.items() if start <= day and (end is None or day <= end)
        }
        assert set(current_functions(person, on=day).values_list("pk", flat=True)) == expected
        shown = people_with_functions(SYSTEM, on=day).get(pk=person.pk)
        assert {held.pk for held in shown.current} == expected  # type: ignore[attr-defined]


def _enter(told: dict, person: object, places: list, step: tuple) -> None:  # type: ignore[type-arg]
    kind, place, start, end = step
    first = FIRST + timedelta(days=start)
    last = None if end is None else FIRST + timedelta(days=end)
    what = (kind, place)
    clashes = any(
        known == what and (last is None or known_start <= last) and (known_end is None or first <= known_end)
        for known, known_start, known_end in told.values()
    )
    call = {"kind": kind, "started_on": first, "ended_on": last, "institution": places[place]}
    if clashes or (last is not None and last < first):
        with pytest.raises(RuleViolation):
            enter_function(actor=SYSTEM, person=person, now=NOW, **call)  # type: ignore[arg-type]
        return
    made = enter_function(actor=SYSTEM, person=person, now=NOW, **call)  # type: ignore[arg-type]
    told[made.pk] = (what, first, last)


def _end(told: dict, step: tuple) -> None:  # type: ignore[type-arg]
    """Ending earlier only: a later end may run into the next term, which the act does not check."""
    which, number = step
    pk = sorted(told)[which % len(told)]
    what, first, last = told[pk]
    day = FIRST + timedelta(days=number)
    function = Function.objects.get(pk=pk)
    if day < first:
        with pytest.raises(RuleViolation):
            end_function(actor=SYSTEM, function=function, last_day=day, now=NOW)
        return
    if last is not None and day > last:
        return
    end_function(actor=SYSTEM, function=function, last_day=day, now=NOW)
    told[pk] = (what, first, day)
