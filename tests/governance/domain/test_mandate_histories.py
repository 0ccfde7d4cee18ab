"""Random histories of a body, entered act by act: whatever the rules let in keeps their promises on every day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bildungsnetz.governance.domain.attendance import HeldSeat, entitled_to_object, voices
from bildungsnetz.governance.domain.mandates import DeputySpan, next_rank, refuse_deputy, refuse_new_mandate
from bildungsnetz.governance.domain.seats import MandateSpan, SeatRule, covers

FIRST, LAST = date(2024, 1, 1), date(2024, 3, 31)
DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
OPENED, CLOSED = FIRST + timedelta(days=10), LAST - timedelta(days=10)
RULES = {
    "kreis": SeatRule(
        "kreis", "kommune", "Kreis", 1, 2, "", advisory=False, valid_from=None, valid_until=None
    ),
    "land": SeatRule("land", "land", "Land", 1, 2, "", advisory=False, valid_from=OPENED, valid_until=None),
    "buero": SeatRule("buero", "buero", "Büro", 0, 2, "", advisory=True, valid_from=None, valid_until=CLOSED),
}
people = st.sampled_from("abcdef")
some_day = st.sampled_from(DAYS)


class MandateBook(RuleBasedStateMachine):
    """A clerk enters, ends and lets stand in; only what no rule refuses is written."""

    def __init__(self) -> None:
        super().__init__()
        self.mandates: list[MandateSpan] = []
        self.deputies: list[list[DeputySpan]] = []

    @rule(seat=st.sampled_from(sorted(RULES)), person=people, starts=some_day, ends=st.none() | some_day)
    def give(self, seat: str, person: str, starts: date, ends: date | None) -> None:
        new = MandateSpan(seat, person, starts, ends)
        if not refuse_new_mandate(new, [RULES[seat]], self.mandates):
            self.mandates.append(new)
            self.deputies.append([])

    @rule(which=st.integers(0, 50), ends=some_day)
    def end(self, which: int, ends: date) -> None:
        if not self.mandates:
            return
        place = which % len(self.mandates)
        ended = replace(self.mandates[place], ends_on=ends)
        others = [*self.mandates[:place], *self.mandates[place + 1 :]]
        if not refuse_new_mandate(ended, [RULES[ended.rule_key]], others):
            self.mandates[place] = ended

    @rule(which=st.integers(0, 50), person=people, starts=some_day, ends=st.none() | some_day)
    def let_stand_in(self, which: int, person: str, starts: date, ends: date | None) -> None:
        if not self.mandates:
            return
        place = which % len(self.mandates)
        known = self.deputies[place]
        new = DeputySpan(person, next_rank(known, starts, ends), starts, ends)
        if not refuse_deputy(new, self.mandates[place], known):
            known.append(new)

    @invariant()
    def nobody_sits_twice_and_no_seat_outside_its_days(self) -> None:
        for on in DAYS[::7]:
            seated = [span for span in self.mandates if span.runs_on(on)]
            assert len({span.person_key for span in seated}) == len(seated)
            assert all(RULES[span.rule_key].applies_on(on) for span in seated)

    @invariant()
    def deputies_have_their_own_place_and_never_stand_in_for_themselves(self) -> None:
        for mandate, known in zip(self.mandates, self.deputies, strict=True):
            assert all(span.person_key != mandate.person_key for span in known)
            for on in DAYS[::7]:
                there = [span for span in known if covers(span.starts_on, span.ends_on, on)]
                assert len({span.rank for span in there}) == len(there)
                assert len({span.person_key for span in there}) == len(there)

    @invariant()
    def at_most_one_voice_for_each_person_and_seat(self) -> None:
        for on in DAYS[::14]:
            seats = self._seats(on)
            everybody = frozenset("abcdef")
            speaking = voices(seats, everybody)
            assert len({voice.person_key for voice in speaking}) == len(speaking)
            assert len({voice.seat.key for voice in speaking}) == len(speaking)
            assert not any(voice.is_deputy for voice in speaking)
            assert {voice.person_key for voice in speaking} <= entitled_to_object(seats, everybody)

    def _seats(self, on: date) -> list[HeldSeat]:
        rows = enumerate(zip(self.mandates, self.deputies, strict=True))
        return [
            HeldSeat(
                str(place),
                RULES[mandate.rule_key].side,
                mandate.person_key,
                tuple(span.person_key for span in known if covers(span.starts_on, span.ends_on, on)),
                RULES[mandate.rule_key].advisory,
            )
            for place, (mandate, known) in rows
            if mandate.runs_on(on)
        ]


MandateBook.TestCase.settings = settings(max_examples=60, stateful_step_count=25)
TestMandateBook = MandateBook.TestCase
