"""Seats by rule and the time spans in which people hold them.

Source: composition is by mandate ("up to three from obere/untere Schulaufsicht"), not by person (contract of Kreis
Mettmann; Rhein-Sieg and Soest likewise); rules change with effect from a date and old sessions keep the old rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal

if TYPE_CHECKING:
    from datetime import date

    from django_stubs_ext import StrOrPromise


def covers(starts_on: date | None, ends_on: date | None, on: date) -> bool:
    """Whether `on` lies in the span; both ends count, None means open."""
    return (starts_on is None or starts_on <= on) and (ends_on is None or on <= ends_on)


def common_span(*spans: tuple[date, date | None]) -> tuple[date, date | None] | None:
    """The days that all spans share, or None when there are none."""
    start = max(first for first, _last in spans)
    end = min((last for _first, last in spans if last is not None), default=None)
    return None if end is not None and end < start else (start, end)


@dataclass(frozen=True, slots=True)
class SeatRule:
    """How many seats of one kind a body has.

    Versions of one rule share the `key` and have validity spans that do not overlap; mandates name the key and so
    survive a change of the numbers. An advisory seat counts neither in the total nor in the quorum.
    """

    key: str
    side: str
    function: StrOrPromise
    minimum: int
    maximum: int
    nominating_party: StrOrPromise = ""
    advisory: bool = False
    valid_from: date | None = None
    valid_until: date | None = None

    def applies_on(self, on: date) -> bool:
        """Whether the rule is in force on the day."""
        return covers(self.valid_from, self.valid_until, on)


@dataclass(frozen=True, slots=True)
class MandateSpan:
    """A person holds a seat of the rule from the first to the last day, both included."""

    rule_key: str
    person_key: str
    starts_on: date
    ends_on: date | None = None

    def runs_on(self, on: date) -> bool:
        """Whether the mandate is held on the day."""
        return covers(self.starts_on, self.ends_on, on)

    def ended_before(self, on: date) -> bool:
        """Whether the last day of the mandate lies before the day."""
        return self.ends_on is not None and self.ends_on < on


def refuse_seat_rule(rule: SeatRule) -> list[Refusal]:
    """What is wrong with the numbers and days of a seat rule, one refusal per field."""
    refusals = []
    if rule.minimum < 0:
        refusals.append(Refusal("minimum_negative", _("Geben Sie mindestens 0 Sitze an."), "minimum"))
    if rule.maximum < max(rule.minimum, 1):
        text = _("Die Höchstzahl muss mindestens 1 sein und darf nicht unter der Mindestzahl liegen.")
        refusals.append(Refusal("maximum_too_small", text, "maximum"))
    return refusals + refuse_span(rule.valid_from, rule.valid_until, "valid_until")


def refuse_span(starts_on: date | None, ends_on: date | None, field: str = "ends_on") -> list[Refusal]:
    """A span must not end before it starts; the refusal stands at `field`."""
    if starts_on is None or ends_on is None or starts_on <= ends_on:
        return []
    return [Refusal("ends_before_start", _("Das Ende darf nicht vor dem Beginn liegen."), field)]


def refuse_mandate(new: MandateSpan, existing: tuple[MandateSpan, ...]) -> list[Refusal]:
    """A mandate must not end before it starts and a person cannot hold the same seat twice at one time."""
    refusals = refuse_span(new.starts_on, new.ends_on)
    if not refusals and any(_is_same_seat(new, old) and _overlap(new, old) for old in existing):
        text = _("Diese Person hat in diesem Zeitraum bereits ein Mandat auf diesem Sitz.")
        refusals.append(Refusal("already_seated", text, "starts_on"))
    return refusals


def _is_same_seat(one: MandateSpan, other: MandateSpan) -> bool:
    return (one.rule_key, one.person_key) == (other.rule_key, other.person_key)


def _overlap(one: MandateSpan, other: MandateSpan) -> bool:
    return one.runs_on(other.starts_on) or other.runs_on(one.starts_on)
