"""Briefings: every pair of states, what goes out, what can be confirmed, and who reads which text."""

from itertools import product

import pytest

from bildungsnetz.governance.domain.briefing import (
    BRIEFABLE,
    BRIEFING_STEPS,
    BriefingState,
    is_for,
    refuse_reading,
    refuse_sending,
)
from bildungsnetz.governance.domain.visibility import Visibility

DRAFT, SENT, WITHDRAWN = BriefingState
ALLOWED = {(DRAFT, SENT), (SENT, SENT), (SENT, WITHDRAWN), (WITHDRAWN, SENT)}


@pytest.mark.parametrize(("source", "target"), list(product(BriefingState, BriefingState)))
def test_only_these_steps_are_there(source: BriefingState, target: BriefingState) -> None:
    assert (BRIEFING_STEPS.refuse(source, target) is None) == ((source, target) in ALLOWED)


def test_nothing_for_office_and_chairs_alone_is_in_a_briefing() -> None:
    assert set(Visibility) - set(BRIEFABLE) == {Visibility.OFFICE}


@pytest.mark.parametrize("state", BriefingState)
@pytest.mark.parametrize(
    ("texts", "readers", "codes"),
    [
        (1, 1, []),
        (0, 1, ["nothing_said"]),
        (1, 0, ["nobody_there"]),
        (0, 0, ["nothing_said", "nobody_there"]),
    ],
)
def test_it_goes_out_with_a_text_to_somebody(
    state: BriefingState, texts: int, readers: int, codes: list[str]
) -> None:
    assert [each.code for each in refuse_sending(state, texts=texts, readers=readers)] == codes


@pytest.mark.parametrize(
    ("state", "issue", "read", "codes"),
    [
        (SENT, 1, 1, []),
        (SENT, 2, 1, ["newer"]),
        (SENT, 1, 0, ["newer"]),
        (DRAFT, 0, 0, ["not_sent"]),
        (WITHDRAWN, 1, 1, ["not_sent"]),
    ],
)
def test_only_what_stands_there_now_is_read(
    state: BriefingState, issue: int, read: int, codes: list[str]
) -> None:
    assert [each.code for each in refuse_reading(state, issue, read)] == codes


@pytest.mark.parametrize(
    ("form", "forms", "reads"),
    [("", {"02"}, True), ("02", {"02", "20"}, True), ("20", {"02"}, False), ("20", set(), True)],
)
def test_a_text_for_a_school_form_is_for_those_who_speak_for_it(
    form: str, forms: set[str], reads: bool
) -> None:
    assert is_for(form, forms) is reads
