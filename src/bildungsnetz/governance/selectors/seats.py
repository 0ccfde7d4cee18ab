"""Who sits in a body on a day, as the pure rules want to know it. Ask for the right to see the body before."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from bildungsnetz.governance.domain.attendance import HeldSeat
from bildungsnetz.governance.domain.chairs import ChairSeat
from bildungsnetz.governance.domain.composition import Composition, check
from bildungsnetz.governance.domain.seats import MandateSpan, SeatRule
from bildungsnetz.governance.models import Body, Chair, Deputyship, Mandate, SeatRuleRow
from bildungsnetz.network.api import Person


def running(on: date) -> Q:
    """Rows with `starts_on` and `ends_on` that hold on the day."""
    return Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))


def mandates_on(body: Body, on: date) -> QuerySet[Mandate]:
    """The mandates running on the day in the order of the seats, each with `standing_in` = its deputies of the day."""
    return (
        Mandate.objects.filter(running(on), seat_rule__body=body)
        .select_related("seat_rule__side", "person")
        .prefetch_related(deputies_on(on))
        .order_by("seat_rule__side__order", "seat_rule__order", "starts_on", "pk")
    )


def deputies_on(on: date, path: str = "deputyships") -> Prefetch[str]:
    """The deputies in force on the day as the list `standing_in`, the first to be asked first."""
    rows = Deputyship.objects.filter(running(on)).select_related("person").order_by("rank", "pk")
    return Prefetch(path, queryset=rows, to_attr="standing_in")


def chairs_on(body: Body, on: date) -> QuerySet[Chair]:
    """The chairs of the day whose mandate runs; the mandate has its deputies in `standing_in`."""
    mandate_runs = Q(mandate__starts_on__lte=on) & (
        Q(mandate__ends_on__isnull=True) | Q(mandate__ends_on__gte=on)
    )
    return (
        Chair.objects.filter(running(on), mandate_runs, body=body)
        .select_related("side", "mandate__person", "mandate__seat_rule__side")
        .prefetch_related(deputies_on(on, "mandate__deputyships"))
        .order_by("side__order", "starts_on", "pk")
    )


def held_seats(body: Body, on: date) -> list[HeldSeat]:
    """The seats held on the day under the rules in force on it, with the deputies in their order."""
    in_force = {rule.key: rule for rule in seat_rules(body) if rule.applies_on(on)}
    held = [(mandate, in_force.get(mandate.seat_rule.key)) for mandate in mandates_on(body, on)]
    return [
        HeldSeat(str(mandate.pk), rule.side, str(mandate.person_id), deputy_keys(mandate), rule.advisory)
        for mandate, rule in held
        if rule is not None
    ]


def chair_seats(body: Body, on: date) -> list[ChairSeat]:
    """Who chairs for which side on the day, with the deputies of the mandate; side "" for a single chair."""
    return [
        ChairSeat(
            chair.side.key if chair.side else "",
            str(chair.mandate.person_id),
            deputy_keys(chair.mandate),
            str(chair.mandate_id),
        )
        for chair in chairs_on(body, on)
    ]


def deputy_keys(mandate: Mandate) -> tuple[str, ...]:
    """The persons of `standing_in`, set by the reads above."""
    return tuple(str(deputy.person_id) for deputy in mandate.standing_in)  # type: ignore[attr-defined]


def people_of(body: Body, on: date) -> list[Person]:
    """Everybody with a seat and every deputy of the day, once each, by name."""
    found: dict[int, Person] = {}
    for mandate in mandates_on(body, on):
        found[mandate.person_id] = mandate.person
        for deputy in mandate.standing_in:  # type: ignore[attr-defined]
            found[deputy.person_id] = deputy.person
    return sorted(found.values(), key=lambda person: (person.last_name, person.first_name, person.pk))


def consensus_sides(body: Body) -> tuple[str, ...]:
    """The keys of the sides whose agreement counts, in their order."""
    return tuple(side.key for side in body.sides.all() if side.in_consensus)


def seat_rules(body: Body) -> list[SeatRule]:
    """All versions of all seat rules of the body, in their order."""
    rows = SeatRuleRow.objects.filter(body=body).select_related("side").order_by("order", "pk")
    return [rule_of(row) for row in rows]


def rule_of(row: SeatRuleRow) -> SeatRule:
    """The row as the rule of the domain."""
    return SeatRule(
        row.key,
        row.side.key,
        row.function,
        row.minimum,
        row.maximum,
        row.nominating_party,
        row.advisory,
        row.valid_from,
        row.valid_until,
    )


def span_of(mandate: Mandate) -> MandateSpan:
    """The mandate as the span of the domain; ask with `seat_rule` selected."""
    return MandateSpan(mandate.seat_rule.key, str(mandate.person_id), mandate.starts_on, mandate.ends_on)


def composition(body: Body, on: date) -> Composition:
    """The answer of the composition check for a day."""
    return compositions([body], on)[body.pk]


def compositions(bodies: Iterable[Body], on: date) -> dict[int, Composition]:
    """The composition of each body on a day, with two queries for all of them."""
    wanted = {body.pk: body for body in bodies}
    rules: dict[int, list[SeatRule]] = defaultdict(list)
    for row in SeatRuleRow.objects.filter(body__in=wanted).select_related("side").order_by("order", "pk"):
        rules[row.body_id].append(rule_of(row))
    spans: dict[int, list[MandateSpan]] = defaultdict(list)
    for mandate in (
        Mandate.objects.filter(seat_rule__body__in=wanted).select_related("seat_rule").order_by("pk")
    ):
        spans[mandate.seat_rule.body_id].append(span_of(mandate))
    return {pk: check(rules[pk], spans[pk], on, body.total_max) for pk, body in wanted.items()}
