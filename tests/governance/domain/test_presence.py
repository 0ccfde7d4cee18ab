"""Comings and goings: who is there at which item, which seats count, what cannot have been."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.attendance import HeldSeat, entitled_to_object, quorum_hint, voices
from bildungsnetz.governance.domain.chairs import ChairSeat, speakers_by_side
from bildungsnetz.governance.domain.presence import (
    Move,
    MoveKind,
    chairs_at,
    ended_seats,
    present_at,
    refuse_moves,
    seats_at,
)

COMES, GOES, ENDS = MoveKind.COMES, MoveKind.GOES, MoveKind.MANDATE_ENDS
LENA = HeldSeat("m1", "land", "lena", ("lars",))
KARL = HeldSeat("m2", "kommune", "karl", ("kim",))
RITA = HeldSeat("m3", "kommune", "rita")
ADVISER = HeldSeat("m4", "buero", "ben", ("bea",), advisory=True)
SEATS = (LENA, KARL, RITA, ADVISER)
START = frozenset({"lena", "karl", "rita"})


def moves(*told: tuple[str, MoveKind, int]) -> tuple[Move, ...]:
    seat_of = {seat.person_key: seat.key for seat in SEATS}
    return tuple(Move(person, kind, place, seat_of.get(person, "")) for person, kind, place in told)


@pytest.mark.parametrize(
    ("told", "voices_at"),
    [
        ((), ["lena karl rita"] * 4),
        ((("karl", GOES, 2),), ["lena karl rita", "lena karl rita", "lena rita", "lena rita"]),
        # The deputy may listen from the beginning and votes only where the member is absent.
        (
            (("kim", COMES, 1), ("karl", GOES, 2), ("karl", COMES, 3)),
            ["lena karl rita", "lena karl rita", "lena kim rita", "lena karl rita"],
        ),
        (
            (("karl", GOES, 1), ("kim", COMES, 2), ("kim", GOES, 3)),
            ["lena karl rita", "lena rita", "lena kim rita", "lena rita"],
        ),
        # An ended mandate: the holder may stay in the room, the deputy speaks from then on.
        (
            (("kim", COMES, 2), ("karl", ENDS, 2)),
            ["lena karl rita", "lena karl rita", "lena kim rita", "lena kim rita"],
        ),
        ((("karl", ENDS, 2),), ["lena karl rita", "lena karl rita", "lena rita", "lena rita"]),
    ],
)
def test_the_voices_at_each_item(told: tuple[tuple[str, MoveKind, int], ...], voices_at: list[str]) -> None:
    recorded = moves(*told)
    found = []
    for place in range(4):
        present = present_at(START, recorded, place)
        seats = seats_at(SEATS, ended_seats(recorded, place), present)
        found.append(" ".join(voice.person_key for voice in voices(seats, present)))
    assert found == voices_at


def test_a_vacant_seat_does_not_count_as_filled() -> None:
    seats = seats_at(SEATS, {"m2", "m3"}, START)
    assert [seat.key for seat in seats] == ["m1", "m4"]
    hint = quorum_hint(seats, START, ("land", "kommune"))
    assert [note.sentence() for note in hint.notes] == [
        "1 von 1 besetzten Sitzen sind vertreten.",
        "Die Seite kommune ist nicht vertreten.",
    ]


@pytest.mark.parametrize(
    ("present", "may_object"),
    [
        ({"lena", "lars"}, {"lena"}),
        ({"lars"}, {"lars"}),
        ({"ben", "bea"}, {"ben"}),
        ({"bea"}, {"bea"}),
        ({"guest"}, set()),
    ],
)
def test_a_deputy_objects_only_in_absence(present: set[str], may_object: set[str]) -> None:
    assert entitled_to_object(SEATS, present) == may_object


@pytest.mark.parametrize(
    ("ended", "present", "speaker"),
    [
        ((), {"karl", "kim"}, {"karl"}),
        ((), {"kim"}, {"kim"}),
        ((), set(), set()),
        (("m2",), {"karl", "kim"}, {"kim"}),
        (("m2",), {"karl"}, set()),
    ],
)
def test_who_speaks_for_a_side(ended: tuple[str, ...], present: set[str], speaker: set[str]) -> None:
    chairs = chairs_at([ChairSeat("kommune", "karl", ("kim",), "m2")], frozenset(ended))
    assert speakers_by_side(chairs, present) == {"kommune": speaker}


@pytest.mark.parametrize(
    ("was_there", "told", "codes"),
    [
        (True, [(GOES, 2)], []),
        (False, [(COMES, 2)], []),
        (True, [(GOES, 2), (COMES, 4), (GOES, 6)], []),
        (True, [(COMES, 2)], ["out_of_order"]),
        (False, [(GOES, 2)], ["out_of_order"]),
        (True, [(GOES, 2), (GOES, 4)], ["out_of_order"]),
        (True, [(GOES, 2), (COMES, 2)], ["two_at_once"]),
        (True, [(ENDS, 2), (GOES, 2)], []),
    ],
)
def test_a_story_must_be_possible(
    was_there: bool, told: list[tuple[MoveKind, int]], codes: list[str]
) -> None:
    told_moves = [Move("karl", kind, place) for kind, place in told]
    assert [refusal.code for refusal in refuse_moves("Karl", was_there=was_there, moves=told_moves)] == codes


def test_a_later_item_has_no_earlier_time() -> None:
    early, late = (datetime(2026, 10, 25, hour, tzinfo=UTC) for hour in (13, 14))
    right = [Move("karl", GOES, 1, at=early), Move("karl", COMES, 2, at=late)]
    wrong = [Move("karl", GOES, 1, at=late), Move("karl", COMES, 2, at=early)]
    assert refuse_moves("Karl", was_there=True, moves=right) == []
    (refusal,) = refuse_moves("Karl", was_there=True, moves=wrong)
    assert (refusal.code, refusal.field) == ("times_out_of_order", "at")
    assert str(refusal.text).startswith("Die Uhrzeiten zu Karl laufen anders als die Punkte")


PEOPLE = ("lena", "lars", "karl", "kim", "rita", "ben", "bea")
ANY_MOVES = st.lists(
    st.builds(
        lambda person, kind, place: moves((person, kind, place))[0],
        st.sampled_from(PEOPLE),
        st.sampled_from(MoveKind),
        st.integers(0, 5),
    ),
    max_size=12,
)


@given(start=st.frozensets(st.sampled_from(PEOPLE)), recorded=ANY_MOVES, place=st.integers(0, 5))
def test_a_deputy_never_speaks_beside_the_member(
    start: frozenset[str], recorded: list[Move], place: int
) -> None:
    present = present_at(start, recorded, place)
    ended = ended_seats(recorded, place)
    seats = seats_at(SEATS, ended, present)
    for voice in voices(seats, present):
        assert voice.person_key in present
        holder = next(seat for seat in SEATS if seat.key == voice.seat.key).person_key
        assert not voice.is_deputy or holder not in present or voice.seat.key in ended


@given(start=st.frozensets(st.sampled_from(PEOPLE)), recorded=ANY_MOVES, place=st.integers(0, 5))
def test_what_happens_later_never_changes_an_earlier_item(
    start: frozenset[str], recorded: list[Move], place: int
) -> None:
    known = [move for move in recorded if move.place <= place]
    assert present_at(start, recorded, place) == present_at(start, known, place)
    assert ended_seats(recorded, place) == ended_seats(known, place)
