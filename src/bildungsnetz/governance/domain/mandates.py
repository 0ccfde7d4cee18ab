"""When a mandate, a deputyship or a chair may be entered.

Source: mandates follow the seat rules of the contract (domain report, 1.2 and finding 3); a deputy and a chair draw
on the mandate they belong to, so their days lie within its days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal, german_day
from bildungsnetz.governance.domain.seats import common_span, refuse_mandate, refuse_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bildungsnetz.governance.domain.seats import MandateSpan, SeatRule


def refuse_new_mandate(
    new: MandateSpan, versions: Sequence[SeatRule], others: Sequence[MandateSpan]
) -> list[Refusal]:
    """In: the mandate, all versions of its seat rule, all other mandates of the body. A person sits once in a body."""
    refusals = refuse_mandate(new, tuple(others)) or refuse_outside_rule(versions, new.starts_on, new.ends_on)
    if refusals:
        return refusals
    if any(other.person_key == new.person_key and _overlap(new, other) for other in others):
        text = _("Diese Person hat in diesem Zeitraum bereits einen anderen Sitz in diesem Gremium.")
        return [Refusal("seated_twice", text, "person")]
    return []


def refuse_outside_rule(versions: Sequence[SeatRule], starts_on: date, ends_on: date | None) -> list[Refusal]:
    """The seat must exist on all days of the mandate."""
    begins = [version.valid_from for version in versions]
    first = None if None in begins else min(day for day in begins if day is not None)
    if first is not None and starts_on < first:
        text = _("Diesen Sitz gibt es erst ab dem %(day)s.") % {"day": german_day(first)}
        return [Refusal("before_rule", text, "starts_on")]
    ends = [version.valid_until for version in versions]
    last = None if None in ends else max(day for day in ends if day is not None)
    if last is not None and (ends_on is None or ends_on > last):
        text = _(
            "Diesen Sitz gibt es nur bis zum %(day)s. Setzen Sie das Ende spätestens auf diesen Tag."
        ) % {"day": german_day(last)}
        return [Refusal("after_rule", text, "ends_on")]
    return []


def refuse_outside_mandate(mandate: MandateSpan, starts_on: date, ends_on: date | None) -> list[Refusal]:
    """A deputyship or chair starts while the mandate runs; an open end means as long as the mandate."""
    if refusals := refuse_span(starts_on, ends_on):
        return refusals
    if starts_on < mandate.starts_on:
        text = _("Das Mandat beginnt erst am %(day)s.") % {"day": german_day(mandate.starts_on)}
        return [Refusal("before_mandate", text, "starts_on")]
    if mandate.ends_on is None:
        return []
    text = _("Das Mandat endet am %(day)s.") % {"day": german_day(mandate.ends_on)}
    if starts_on > mandate.ends_on:
        return [Refusal("after_mandate", text, "starts_on")]
    if ends_on is not None and ends_on > mandate.ends_on:
        return [Refusal("after_mandate", text, "ends_on")]
    return []


@dataclass(frozen=True, slots=True)
class DeputySpan:
    """A person stands in at a place in the order, from the first to the last day."""

    person_key: str
    rank: int
    starts_on: date
    ends_on: date | None = None


def refuse_deputy(new: DeputySpan, mandate: MandateSpan, others: Iterable[DeputySpan]) -> list[Refusal]:
    """Nobody stands in for herself or twice; each place in the order is held once at a time."""
    if refusals := refuse_outside_mandate(mandate, new.starts_on, new.ends_on):
        return refusals
    if new.person_key == mandate.person_key:
        text = _("Diese Person hat das Mandat selbst inne. Wählen Sie eine andere.")
        return [Refusal("own_deputy", text, "person")]
    meanwhile = [other for other in others if _overlap(new, other)]
    if any(other.person_key == new.person_key for other in meanwhile):
        text = _("Diese Person ist in diesem Zeitraum bereits als Vertretung eingetragen.")
        return [Refusal("deputy_twice", text, "person")]
    if any(other.rank == new.rank for other in meanwhile):
        text = _("In diesem Zeitraum steht an dieser Stelle schon eine andere Vertretung.")
        return [Refusal("rank_taken", text, "rank")]
    return []


def next_rank(others: Iterable[DeputySpan], starts_on: date, ends_on: date | None) -> int:
    """The place after all deputies of the same time."""
    meanwhile = [
        other.rank for other in others if common_span((starts_on, ends_on), (other.starts_on, other.ends_on))
    ]
    return max(meanwhile, default=0) + 1


def _overlap(one: MandateSpan | DeputySpan, other: MandateSpan | DeputySpan) -> bool:
    return common_span((one.starts_on, one.ends_on), (other.starts_on, other.ends_on)) is not None
