"""Voices, deputies and the quorum hint."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.attendance import (
    HeldSeat,
    QuorumCode,
    quorum_hint,
    refuse_attendance,
    voices,
)

LENA = HeldSeat("m1", "land", "lena", ("lars", "dora"))
KARL = HeldSeat("m2", "kommune", "karl", ("kim", "dora"))
RITA = HeldSeat("m3", "kommune", "rita")
SINA = HeldSeat("m4", "schulen", "sina", ("lena",))
ADVISER = HeldSeat("m5", "bildungsbuero", "ben", advisory=True)
SEATS = (LENA, KARL, RITA, SINA, ADVISER)


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        (set(), []),
        ({"lena", "lars", "karl"}, [("m1", "lena"), ("m2", "karl")]),
        ({"lars", "dora"}, [("m1", "lars"), ("m2", "dora")]),
        ({"dora"}, [("m1", "dora")]),
        ({"lena"}, [("m1", "lena")]),
        ({"ben", "guest"}, []),
        ({"sina", "rita", "kim"}, [("m2", "kim"), ("m3", "rita"), ("m4", "sina")]),
    ],
)
def test_voices(present: set[str], expected: list[tuple[str, str]]) -> None:
    assert [(voice.seat.key, voice.person_key) for voice in voices(SEATS, present)] == expected


def test_deputies_are_marked() -> None:
    assert [voice.is_deputy for voice in voices(SEATS, {"lars", "karl"})] == [True, False]


@pytest.mark.parametrize(
    ("present", "is_met", "notes"),
    [
        ({"lena", "karl"}, True, ["2 von 4 besetzten Sitzen sind vertreten."]),
        ({"lars", "kim"}, True, ["2 von 4 besetzten Sitzen sind vertreten."]),
        (
            {"lena"},
            False,
            [
                "Nur 1 von 4 besetzten Sitzen sind vertreten, nötig sind 2.",
                "Die Seite kommune ist nicht vertreten.",
            ],
        ),
        (
            {"karl", "rita", "sina"},
            False,
            [
                "3 von 4 besetzten Sitzen sind vertreten.",
                "Die Seite land ist nicht vertreten.",
            ],
        ),
    ],
)
def test_quorum(present: set[str], is_met: bool, notes: list[str]) -> None:
    hint = quorum_hint(SEATS, present, ("land", "kommune"))
    assert hint.is_met is is_met
    assert [note.sentence() for note in hint.notes] == notes


def test_missing_side_is_called_by_its_name() -> None:
    hint = quorum_hint(SEATS, {"karl", "rita"}, ("land",))
    assert hint.missing_sides == ("land",)
    assert (
        hint.notes[1].sentence("Land Nordrhein-Westfalen")
        == "Die Seite Land Nordrhein-Westfalen ist nicht vertreten."
    )


def test_an_odd_number_of_seats_is_rounded_up() -> None:
    hint = quorum_hint(SEATS[:3], {"lena"}, ())
    assert (hint.notes[0].represented, hint.notes[0].filled, hint.notes[0].needed) == (1, 3, 2)
    assert not hint.is_met


def test_an_empty_body() -> None:
    hint = quorum_hint((), {"lena"}, ("land",))
    assert [note.code for note in hint.notes] == [QuorumCode.NO_SEATS, QuorumCode.SIDE_MISSING]
    assert not hint.is_met


@pytest.mark.parametrize(
    ("session_on", "expected"),
    [
        (date(2026, 1, 1), []),
        (date(2026, 6, 30), []),
        (date(2025, 12, 31), ["Dieses Mandat beginnt erst am 01.01.2026. Führen Sie die Person als Gast."]),
        (date(2026, 7, 1), ["Dieses Mandat endete am 30.06.2026. Führen Sie die Person als Gast."]),
    ],
)
def test_only_running_mandates_attend(session_on: date, expected: list[str]) -> None:
    found = refuse_attendance(starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30), session_on=session_on)
    assert [str(refusal.text) for refusal in found] == expected


people = st.sampled_from("abcdefghij")
seats = st.lists(
    st.tuples(
        st.sampled_from(["land", "kommune", "schulen"]),
        people,
        st.lists(people, max_size=3).map(tuple),
        st.booleans(),
    ),
    max_size=8,
).map(lambda rows: tuple(HeldSeat(f"m{n}", *row) for n, row in enumerate(rows)))


@given(seats, st.sets(people))
def test_nobody_has_two_voices_and_no_deputy_displaces_a_principal(
    seats: tuple[HeldSeat, ...], present: set[str]
) -> None:
    found = voices(seats, present)
    speaking = [voice.person_key for voice in found]
    assert len(set(speaking)) == len(speaking)
    assert set(speaking) <= present
    for voice in found:
        assert not voice.seat.advisory
        if voice.is_deputy:
            assert voice.person_key in voice.seat.deputy_keys
            assert voice.seat.person_key not in present or voice.seat.person_key in speaking


@given(seats, st.sets(people))
def test_the_hint_agrees_with_its_notes(seats: tuple[HeldSeat, ...], present: set[str]) -> None:
    hint = quorum_hint(seats, present, ("land", "kommune"))
    assert hint.is_met is ([note.code for note in hint.notes] == [QuorumCode.ENOUGH_SEATS])
