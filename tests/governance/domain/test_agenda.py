"""Agenda: steps, fixed items, order, numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.agenda import (
    FIXED_KINDS,
    ITEM_STEPS,
    AgendaEntry,
    FixedItem,
    ItemKind,
    ItemState,
    count_open,
    fixed_items,
    moved,
    numbered,
    refuse_treated,
)

S = ItemState
OPENING = AgendaEntry("open", 9, fixed=FixedItem.APPROVAL_OF_AGENDA)
PREVIOUS = AgendaEntry("prev", 9, fixed=FixedItem.PREVIOUS_MINUTES)
NEXT = AgendaEntry("next", 0, fixed=FixedItem.NEXT_DATE)


@pytest.mark.parametrize("source", S)
@pytest.mark.parametrize("target", S)
def test_every_pair_of_states(source: ItemState, target: ItemState) -> None:
    allowed = {
        (S.PROPOSED, S.ACCEPTED),
        (S.PROPOSED, S.WITHDRAWN),
        (S.ACCEPTED, S.TREATED),
        (S.ACCEPTED, S.POSTPONED),
        (S.ACCEPTED, S.WITHDRAWN),
    }
    assert (ITEM_STEPS.refuse(source, target, "Grund") is None) is ((source, target) in allowed)


def test_a_refused_proposal_needs_a_reason() -> None:
    refusal = ITEM_STEPS.refuse(S.PROPOSED, S.WITHDRAWN)
    assert refusal is not None
    assert refusal.code == "text_missing"


def test_first_session_has_no_previous_minutes() -> None:
    assert fixed_items(has_previous_minutes=False) == (FixedItem.APPROVAL_OF_AGENDA, FixedItem.NEXT_DATE)
    assert fixed_items(has_previous_minutes=True) == tuple(FixedItem)
    assert set(FIXED_KINDS) == set(FixedItem)
    assert ItemKind.DECISION not in FIXED_KINDS.values()


def test_numbers_before_sending() -> None:
    entries = [
        NEXT,
        AgendaEntry("b", 2),
        AgendaEntry("a", 1),
        AgendaEntry("idea", 0, S.PROPOSED),
        AgendaEntry("gone", 1, S.WITHDRAWN, number=7),
        PREVIOUS,
        OPENING,
    ]
    assert [(entry.key, entry.number) for entry in numbered(entries, is_sent=False)] == [
        ("open", 1),
        ("prev", 2),
        ("idea", None),
        ("a", 3),
        ("gone", None),
        ("b", 4),
        ("next", 5),
    ]


def test_numbers_after_sending_stay() -> None:
    entries = [
        AgendaEntry("open", 0, fixed=FixedItem.APPROVAL_OF_AGENDA, number=1),
        AgendaEntry("a", 1, S.WITHDRAWN, number=2),
        AgendaEntry("late", 2),
        AgendaEntry("idea", 2, S.PROPOSED),
        AgendaEntry("b", 3, number=3),
        AgendaEntry("next", 0, fixed=FixedItem.NEXT_DATE, number=4),
    ]
    assert [(entry.key, entry.number) for entry in numbered(entries, is_sent=True)] == [
        ("open", 1),
        ("a", 2),
        ("b", 3),
        ("next", 4),
        ("late", 5),
        ("idea", None),
    ]


@pytest.mark.parametrize(
    ("key", "steps", "expected"),
    [("b", -1, "bac"), ("b", 1, "acb"), ("a", -1, "abc"), ("c", 5, "abc"), ("c", -9, "cab")],
)
def test_moving(key: str, steps: int, expected: str) -> None:
    assert "".join(moved("abc", key, steps)) == expected


def test_moving_something_unknown() -> None:
    with pytest.raises(ValueError, match="x"):
        moved("abc", "x", 1)


@pytest.mark.parametrize("kind", ItemKind)
@pytest.mark.parametrize("has_decision", [True, False])
def test_a_decision_item_needs_its_result(kind: ItemKind, has_decision: bool) -> None:
    refused = kind is ItemKind.DECISION and not has_decision
    assert bool(refuse_treated(kind, has_decision=has_decision)) is refused


def test_open_items() -> None:
    assert count_open(S) == 2


entries = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from(S), st.none() | st.sampled_from(FixedItem)), max_size=12
).map(
    lambda rows: [
        AgendaEntry(f"k{n:02}", position, state, fixed) for n, (position, state, fixed) in enumerate(rows)
    ]
)


@given(entries, entries)
def test_numbers_are_without_gap_and_stay_once_sent(
    first: list[AgendaEntry], more: list[AgendaEntry]
) -> None:
    sent = numbered(first, is_sent=False)
    numbers = [entry.number for entry in sent if entry.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    late = [AgendaEntry(f"late-{entry.key}", entry.position, entry.state) for entry in more]
    after = numbered([*sent, *late], is_sent=True)
    all_numbers = [entry.number for entry in after if entry.number is not None]
    assert all_numbers == list(range(1, len(all_numbers) + 1))
    assert {entry.key: entry.number for entry in sent if entry.number}.items() <= {
        e.key: e.number for e in after
    }.items()
