from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.domain import offer_words
from bildungsnetz.network.domain.offers import (
    changed_fields,
    check_offer,
    grades,
    pack,
    prolonged,
    reminder_due,
    unpack,
)
from tests.network.build_offers import an_offer_entry

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_a_whole_entry_keeps_the_rules() -> None:
    check_offer(an_offer_entry(starts_at=NOON, ends_at=NOON, email="info@musik.example", capacity=1))


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"title": " "}, "title", "Bitte geben Sie den Titel an."),
        ({"kind": "concert"}, "kind", "„concert“ ist bei „Art des Angebots“ keine bekannte Angabe."),
        ({"topic": ""}, "topic", "„“ ist bei „Thema“ keine bekannte Angabe."),
        (
            {"audiences": frozenset({"dogs"})},
            "audiences",
            "„dogs“ ist bei „Zielgruppen“ keine bekannte Angabe.",
        ),
        ({"grade_from": 0}, "grade_from", "Klassen gehen von 1 bis 13."),
        ({"grade_to": 14}, "grade_to", "Klassen gehen von 1 bis 13."),
        ({"grade_from": 7}, "grade_to", "Die letzte Klasse liegt vor der ersten."),
        ({"ends_at": NOON}, "ends_at", "Das Ende braucht einen Beginn und liegt nicht davor."),
        (
            {"starts_at": NOON, "ends_at": NOON - timedelta(hours=1)},
            "ends_at",
            "Das Ende braucht einen Beginn und liegt nicht davor.",
        ),
        ({"kind": "event"}, "starts_at", "Eine Veranstaltung braucht einen Beginn mit Uhrzeit."),
        ({"capacity": 0}, "capacity", "Die Zahl der Plätze ist mindestens 1."),
        ({"email": "info"}, "email", "Das ist keine E-Mail-Adresse."),
        ({"website": "javascript:x"}, "website", "Die Internetseite beginnt mit http:// oder https://."),
    ],
)
def test_a_broken_rule_is_told_at_its_field(change: dict[str, Any], field: str, message: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        check_offer(an_offer_entry(**change))
    assert (refused.value.field, str(refused.value.message)) == (field, message)


@pytest.mark.parametrize(
    ("left", "reminded", "due"),
    [
        (31, None, None),
        (30, None, 30),
        (30, 30, None),
        (8, 30, None),
        (7, 30, 7),
        (7, None, 7),
        (7, 7, None),
        (0, 30, 7),
        (-1, None, None),
    ],
)
def test_when_a_reminder_is_due(left: int, reminded: int | None, due: int | None) -> None:
    today = date(2026, 3, 4)
    assert reminder_due(today + timedelta(days=left), reminded, today) == due


@pytest.mark.parametrize(
    ("until", "new"),
    [(date(2026, 4, 1), date(2027, 4, 1)), (date(2026, 3, 1), date(2027, 3, 4))],
)
def test_a_prolongation_counts_from_the_later_day(until: date, new: date) -> None:
    assert prolonged(until, date(2026, 3, 4)) == new


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, None, ""),
        (5, 5, "Klasse 5"),
        (5, None, "ab Klasse 5"),
        (None, 4, "bis Klasse 4"),
        (1, 4, "Klassen 1 bis 4"),
    ],
)
def test_grades_in_words(low: int | None, high: int | None, words: str) -> None:
    assert grades(low, high) == words


@given(st.frozensets(st.sampled_from(sorted(offer_words.LANGUAGES))))
def test_packed_keys_come_out_again_and_can_be_looked_for(keys: frozenset[str]) -> None:
    packed = pack(keys)
    assert unpack(packed) == keys
    assert {key for key in offer_words.LANGUAGES if f",{key}," in packed} == keys


def test_what_changed_comes_in_the_order_of_the_form() -> None:
    before, after = an_offer_entry(), an_offer_entry("Geigen", cost="paid")
    assert (changed_fields(before, after), changed_fields(before, before)) == (["title", "cost"], [])
