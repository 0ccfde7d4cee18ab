import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.visibility import (
    Visibility,
    narrower,
    openness,
    paper_levels,
    paper_start,
    refuse_wider,
)

LEVELS = st.sampled_from(list(Visibility))


@pytest.mark.parametrize(
    ("item", "start", "levels"),
    [
        ("public", "body", ("public", "network", "body", "office")),
        ("network", "body", ("network", "body", "office")),
        ("body", "body", ("body", "office")),
        ("office", "office", ("office",)),
    ],
)
def test_a_paper_starts_closed_and_never_opens_more_than_its_item(
    item: str, start: str, levels: tuple[str, ...]
) -> None:
    assert (paper_start(item), paper_levels(item)) == (start, levels)


@given(LEVELS, LEVELS)
def test_a_paper_is_refused_exactly_when_it_is_wider(paper: Visibility, item: Visibility) -> None:
    refused = [refusal.code for refusal in refuse_wider(paper, item)]
    assert refused == (["wider_than_item"] if openness(paper) > openness(item) else [])
    assert (paper in paper_levels(item)) is not bool(refused)
    assert openness(narrower(paper, item)) == min(openness(paper), openness(item))
