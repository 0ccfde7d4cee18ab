"""Days, diary and canaries of the demo."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.config.demo.calendar import DAYS_OFF, latest_start, moment, working_day
from bildungsnetz.config.demo.canary import ENOUGH, Canary
from bildungsnetz.config.demo.diary import Diary
from bildungsnetz.core.clock import day_of
from tests.conftest import NOW

DAYS = st.dates(date(2024, 1, 1), date(2036, 12, 31))


@given(DAYS, st.integers(-1300, 300).filter(bool))
def test_a_day_is_a_working_day_near_the_one_asked_for(today, days):
    found = working_day(today, days)
    assert found.weekday() < 5
    assert (found.month, found.day) not in DAYS_OFF
    assert abs((found - today).days - days) <= 5
    assert found <= today if days < 0 else found >= today


@given(DAYS, st.integers(-1300, 299))
def test_days_keep_their_order(today, days):
    assert working_day(today, days) <= working_day(today, days + 1)


def test_today_is_today_even_on_a_sunday():
    assert working_day(date(2026, 3, 8), 0) == date(2026, 3, 8)


def test_clocks_are_those_of_germany():
    assert moment(date(2026, 7, 1), 9).astimezone(UTC) == datetime(2026, 7, 1, 7, tzinfo=UTC)


def test_what_runs_now_began_today():
    assert latest_start(NOW, 50) == NOW - timedelta(minutes=50)
    assert latest_start(NOW + timedelta(minutes=4), 50) == NOW - timedelta(minutes=50)
    just_after_midnight = moment(date(2026, 3, 4), 0, 10)
    assert latest_start(just_after_midnight, 50) == moment(date(2026, 3, 4), 0)
    assert day_of(latest_start(just_after_midnight, 50)) == date(2026, 3, 4)


def test_the_diary_lives_in_the_order_of_time_and_stops_now():
    lived: list[str] = []
    diary = Diary()
    diary.note(NOW, lambda at: lived.append("third"))
    diary.note(NOW - timedelta(days=2), lambda at: lived.append("first"))
    diary.note(NOW - timedelta(days=1), lambda at: diary.note(NOW, lambda at: lived.append("fourth")))
    diary.note(NOW - timedelta(days=2), lambda at: lived.append("second"))
    diary.note(NOW + timedelta(minutes=1), lambda at: lived.append("never"))
    assert diary.live_until(NOW) == 5
    assert lived == ["first", "second", "third", "fourth"]


def test_a_canary_is_a_word_of_its_own():
    canary = Canary(is_on=True)
    marked = [canary.mark("Text", f"app.Model.field{number}", {"head"}) for number in range(2000)]
    words = [text.removeprefix("Text ") for text in marked]
    assert len(set(words)) == 2000
    assert {len(word) for word in words} == {12}
    assert canary.words[words[0]] == ("app.Model.field0", frozenset({"head"}))


def test_a_field_gets_enough_words_for_the_same_readers():
    canary = Canary(is_on=True)
    marked = [canary.mark("Text", "app.Model.field", {"head"}) for _ in range(ENOUGH + 1)]
    assert marked[-1] == "Text"
    assert len(canary.words) == ENOUGH
    assert canary.mark("Text", "app.Model.field", {"head", "clerk"}) != "Text"


def test_nothing_is_marked_when_switched_off_or_empty():
    off, on = Canary(), Canary(is_on=True)
    assert off.mark("Text", "app.Model.field", {"head"}) == "Text"
    assert on.mark("", "app.Model.field", {"head"}) == ""
    assert (off.words, on.words) == ({}, {})
