from datetime import date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from bildungsnetz.core.web import wording

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "Di., 24.11.2026"), ("en", "Tue, 24 Nov 2026"), ("en-gb", "Tue, 24 Nov 2026")],
)
def test_day(language: str, expected: str) -> None:
    assert wording.day(TODAY, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("de", "Di., 24.11.2026, 14:00 Uhr"), ("en", "Tue, 24 Nov 2026, 14:00")]
)
def test_moment(language: str, expected: str) -> None:
    assert wording.moment(datetime(2026, 11, 24, 14, 0), language) == expected  # noqa: DTZ001 - already local


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (1234.5, None, "1.234,5"),
        (1234, None, "1.234"),
        (0, None, "0"),
        (-0.001, None, "0"),
        (1234567, None, "1.234.567"),
        (Decimal("2.005"), None, "2,01"),
        (3, 1, "3,0"),
        (-0.01, 1, "0,0"),
        (99.96, 1, "100,0"),
    ],
)
def test_number(value: float, places: int | None, expected: str) -> None:
    assert wording.number(value, "de", places) == expected


def test_number_in_english() -> None:
    assert wording.number(1234.5, "en") == "1,234.5"


@pytest.mark.parametrize(
    ("on", "words", "tone"),
    [
        (date(2026, 11, 24), "heute", "warning"),
        (date(2026, 11, 25), "morgen", "warning"),
        (date(2026, 11, 27), "in 3 Tagen", "warning"),
        (date(2026, 12, 1), "in 7 Tagen", "warning"),
        (date(2026, 12, 2), "in 8 Tagen", "quiet"),
        (date(2026, 12, 15), "in 3 Wochen", "quiet"),
        (date(2026, 11, 23), "seit 1 Tag überfällig", "danger"),
        (date(2026, 11, 22), "seit 2 Tagen überfällig", "danger"),
    ],
)
def test_due(on: date, words: str, tone: str) -> None:
    assert wording.due(on, TODAY) == words
    assert wording.due_tone(on, TODAY) == tone


def test_filters_follow_language_and_german_time(now: datetime) -> None:
    template = Template("{% load core_tags %}{{ at|moment }}|{{ n|number }}|{{ none|day }}|{{ none|number }}")
    context = Context({"at": now, "n": 1234.5, "none": None})
    assert template.render(context) == "Mi., 04.03.2026, 15:00 Uhr|1.234,5||"
    with translation.override("en"):
        assert template.render(context) == "Wed, 4 Mar 2026, 15:00|1,234.5||"
