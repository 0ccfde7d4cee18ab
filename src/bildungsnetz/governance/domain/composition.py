"""Is a body filled as its rules say, on any day?

Source: domain rule 1 (composition validator); limits of Kreis Mettmann from its contract (at most eleven members).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bildungsnetz.governance.domain.seats import MandateSpan, SeatRule


class SeatStatus(TextChoices):
    """What the check says about one seat rule."""

    OK = "ok", _("in Ordnung")
    VACANT = "vacant", _("unbesetzt")
    OVER_FILLED = "over_filled", _("überbesetzt")
    EXPIRED = "expired", _("Mandat abgelaufen")


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """One seat rule on the day; `last_ended_on` is the last day of the most recent ended mandate."""

    rule: SeatRule
    status: SeatStatus
    filled: int
    last_ended_on: date | None

    @property
    def missing(self) -> int:
        """How many people are needed to reach the minimum."""
        return max(self.rule.minimum - self.filled, 0)

    @property
    def surplus(self) -> int:
        """How many people sit above the maximum."""
        return max(self.filled - self.rule.maximum, 0)


@dataclass(frozen=True, slots=True)
class TotalFinding:
    """All voting seats together; `maximum` None means the body has no limit."""

    status: SeatStatus
    filled: int
    maximum: int | None


@dataclass(frozen=True, slots=True)
class Composition:
    """The answer of `check`: one finding per rule in force, in the order of the rules, and the total."""

    findings: tuple[RuleFinding, ...]
    total: TotalFinding

    @property
    def is_in_order(self) -> bool:
        """Whether nothing has to be done."""
        return all(
            status is SeatStatus.OK for status in (self.total.status, *(f.status for f in self.findings))
        )


def check(
    rules: Sequence[SeatRule], mandates: Iterable[MandateSpan], on: date, total_max: int | None = None
) -> Composition:
    """Compare the mandates that run on the day with the rules in force on it.

    In: all rules and all mandates of a body, past and future ones too. Out: per rule `ok`, `vacant` (below the minimum,
    nobody's mandate has ended), `expired` (below the minimum, a mandate has ended) or `over_filled`; the total is
    `over_filled` above `total_max`, without advisory seats. A person counts once per rule.
    """
    by_rule: dict[str, list[MandateSpan]] = defaultdict(list)
    for mandate in mandates:
        by_rule[mandate.rule_key].append(mandate)
    findings = tuple(_finding(rule, by_rule[rule.key], on) for rule in rules if rule.applies_on(on))
    return Composition(findings, _total(findings, total_max))


def _finding(rule: SeatRule, mandates: list[MandateSpan], on: date) -> RuleFinding:
    filled = len({mandate.person_key for mandate in mandates if mandate.runs_on(on)})
    ended = [
        mandate.ends_on for mandate in mandates if mandate.ends_on is not None and mandate.ended_before(on)
    ]
    last_ended_on = max(ended, default=None)
    return RuleFinding(rule, _status(rule, filled, had_mandates=bool(ended)), filled, last_ended_on)


def _status(rule: SeatRule, filled: int, *, had_mandates: bool) -> SeatStatus:
    if filled > rule.maximum:
        return SeatStatus.OVER_FILLED
    if filled >= rule.minimum:
        return SeatStatus.OK
    return SeatStatus.EXPIRED if had_mandates else SeatStatus.VACANT


def _total(findings: tuple[RuleFinding, ...], maximum: int | None) -> TotalFinding:
    filled = sum(finding.filled for finding in findings if not finding.rule.advisory)
    is_over = maximum is not None and filled > maximum
    return TotalFinding(SeatStatus.OVER_FILLED if is_over else SeatStatus.OK, filled, maximum)
