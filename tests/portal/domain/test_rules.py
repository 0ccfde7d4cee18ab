from datetime import date

import pytest

from bildungsnetz.portal.domain.deadlines import answer_due
from bildungsnetz.portal.domain.feedback import number_of
from bildungsnetz.portal.domain.legal_pages import PAGES, is_ready


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 3, 4), date(2026, 4, 15)),
        (date(2026, 11, 24), date(2027, 1, 5)),
        (date(2028, 2, 1), date(2028, 3, 14)),
    ],
)
def test_feedback_is_answered_in_six_weeks(received: date, due: date):
    """BITVNRW § 5."""
    assert answer_due(received) == due


@pytest.mark.parametrize(
    ("body", "ready"), [("", False), ("  \n", False), ("Name: […]", False), ("Kreis Mettmann", True)]
)
def test_a_text_with_gaps_is_not_ready(body: str, ready: bool):
    assert is_ready(body) is ready


def test_every_draft_has_gaps_to_fill():
    assert [slug for slug, page in PAGES.items() if is_ready(page.draft)] == []


def test_the_number_people_quote():
    assert [number_of(7), number_of(12345)] == ["R-0007", "R-12345"]
