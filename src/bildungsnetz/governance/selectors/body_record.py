"""All that is known of one body, read once: its seats, mandates, deputies and chairs of all times.

The page of a body stays at a fixed number of queries, however many members and years it has.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bildungsnetz.governance.domain.chairs import ChairModel, sides_without
from bildungsnetz.governance.domain.composition import check
from bildungsnetz.governance.domain.composition_words import TONES, too_many, what_to_do
from bildungsnetz.governance.domain.seats import covers
from bildungsnetz.governance.models import Body, BodySide, Chair, Mandate, SeatRuleRow
from bildungsnetz.governance.selectors.seats import deputies_on, rule_of, span_of


@dataclass(frozen=True)
class SeatLine:
    """One kind of seat on a day: the rule in force, who sits there, how it stands, what to do."""

    row: SeatRuleRow
    mandates: list[Mandate]
    state: str
    tone: str
    to_do: str


@dataclass(frozen=True)
class Occupancy:
    """A body on a day. A mandate has `standing_in` (deputies) and `is_chair`."""

    on: date
    is_in_order: bool
    too_many: str
    filled: int
    seats: list[SeatLine]
    members: list[Mandate]
    chairless: list[str]


@dataclass(frozen=True)
class BodyRecord:
    """A body and everything that was ever entered on who sits there; the mandates know their deputies of the day."""

    body: Body
    on: date
    sides: list[BodySide]
    rules: list[SeatRuleRow]
    mandates: list[Mandate]
    chairs: list[Chair]

    @property
    def members(self) -> list[Mandate]:
        """The mandates running on the day."""
        return [row for row in self.mandates if covers(row.starts_on, row.ends_on, self.on)]

    @property
    def other_mandates(self) -> list[Mandate]:
        """Mandates that ended before the day or begin after it, newest first."""
        rows = (row for row in self.mandates if not covers(row.starts_on, row.ends_on, self.on))
        return sorted(rows, key=lambda row: (row.starts_on, row.pk), reverse=True)

    @property
    def other_rules(self) -> list[SeatRuleRow]:
        """Versions of seats that ended before the day or begin after it."""
        return [row for row in self.rules if not covers(row.valid_from, row.valid_until, self.on)]

    @property
    def chairs_of_the_day(self) -> list[Chair]:
        """The chairs of the day whose mandate runs."""
        return [
            row
            for row in self.chairs
            if covers(row.starts_on, row.ends_on, self.on)
            and covers(row.mandate.starts_on, row.mandate.ends_on, self.on)
        ]


def record_of(body: Body, on: date) -> BodyRecord:
    """Read a body with five queries. Ask for the right to see it before."""
    rules = body.seat_rules.select_related("side").order_by("side__order", "order", "-valid_from", "pk")
    mandates = (
        Mandate.objects.filter(seat_rule__body=body)
        .select_related("seat_rule__side", "person")
        .prefetch_related(deputies_on(on))
        .order_by("seat_rule__side__order", "seat_rule__order", "starts_on", "pk")
    )
    chairs = (
        Chair.objects.filter(body=body)
        .select_related("body", "side", "mandate__person")
        .order_by("-starts_on", "-pk")
    )
    return BodyRecord(body, on, list(body.sides.all()), list(rules), list(mandates), list(chairs))


def occupancy(record: BodyRecord) -> Occupancy:
    """Who sits where on the day and what the composition check says."""
    body, on = record.body, record.on
    ordered = sorted(record.rules, key=lambda row: (row.order, row.pk))
    filled = check(
        [rule_of(row) for row in ordered], [span_of(row) for row in record.mandates], on, body.total_max
    )
    members = _with_chairs(record)
    by_key: dict[str, list[Mandate]] = defaultdict(list)
    for mandate in members:
        by_key[mandate.seat_rule.key].append(mandate)
    rows = {row.key: row for row in record.rules if covers(row.valid_from, row.valid_until, on)}
    seats = [
        SeatLine(
            rows[finding.rule.key],
            by_key[finding.rule.key],
            str(finding.status.label),
            TONES[finding.status],
            what_to_do(finding),
        )
        for finding in filled.findings
    ]
    chaired = {chair.side_id for chair in record.chairs_of_the_day}
    chairless = sides_without_chair(body, record.sides, chaired) if members else []
    return Occupancy(on, filled.is_in_order, too_many(filled), filled.total.filled, seats, members, chairless)


def sides_without_chair(body: Body, sides: Iterable[BodySide], chaired: Iterable[int | None]) -> list[str]:
    """The names of the consensus sides without a chair; "" where one person should chair and nobody does."""
    held = frozenset(chaired)
    if body.chair_model != ChairModel.CO_CHAIRS:
        return [] if held else [""]
    needed = {side.key: side for side in sides if side.in_consensus}
    holders = {key: frozenset({key}) for key, side in needed.items() if side.pk in held}
    return [needed[key].name for key in sides_without(needed, holders)]


def _with_chairs(record: BodyRecord) -> list[Mandate]:
    chairing = {chair.mandate_id for chair in record.chairs_of_the_day}
    members = record.members
    for mandate in members:
        mandate.is_chair = mandate.pk in chairing  # type: ignore[attr-defined]
    return members
