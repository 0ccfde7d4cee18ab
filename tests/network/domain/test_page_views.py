from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain.page_views import FEW, in_words, is_robot, shown_months, sum_in_words

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.mark.parametrize(
    ("agent", "robot"),
    [
        (BROWSER, False),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1", False),
        ("", True),
        ("  ", True),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", True),
        ("Mozilla/5.0 (compatible; YandexBot)", True),
        ("Mozilla/5.0 HeadlessChrome/140.0", True),
        ("curl/8.5.0", True),
    ],
)
def test_programs_are_known_by_their_name(agent: str, robot: bool) -> None:
    assert is_robot(agent) is robot


def test_twelve_months_are_shown_with_this_one() -> None:
    months = shown_months(date(2026, 3, 31))
    assert (len(months), months[0], months[2], months[11]) == (
        12, date(2026, 3, 1), date(2026, 1, 1), date(2025, 4, 1)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("count", "words"), [(0, "keine"), (1, "weniger als 5"), (4, "weniger als 5"), (5, "5")]
)
def test_few_are_not_told(count: int, words: str) -> None:
    assert (in_words(count), sum_in_words([0, count])) == (words, words)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([1, 2, 1], "weniger als 5"),
        ([4, 4, 4], "mindestens 5"),
        ([12, 7], "19"),
        ([12, 2], "mindestens 13"),
        ([12, 2, 3], "mindestens 14"),
    ],
)
def test_a_sum_does_not_tell_a_small_month(counts: list[int], words: str) -> None:
    assert sum_in_words(counts) == words


@given(st.lists(st.integers(0, 9), min_size=2, max_size=12), st.data())
def test_another_small_month_gives_the_same_sum(counts: list[int], data: st.DataObject) -> None:
    small = [place for place, count in enumerate(counts) if 0 < count < FEW]
    other = list(counts)
    for place in small:
        other[place] = data.draw(st.integers(1, FEW - 1))
    if (sum(counts) < FEW) == (sum(other) < FEW):
        assert sum_in_words(counts) == sum_in_words(other)
