"""What is not filled as it should be, over all bodies the actor may see, on any day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.composition import Composition, SeatStatus
from bildungsnetz.governance.domain.composition_words import TONES, too_many, what_to_do
from bildungsnetz.governance.models import Body, Chair, Deputyship, Mandate, NominationLetter, SeatRuleRow
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.body_record import sides_without_chair
from bildungsnetz.governance.selectors.mandates import NOTICE_DAYS
from bildungsnetz.governance.selectors.seats import compositions, running


@dataclass(frozen=True)
class Gap:
    """One thing to do in a body: a seat, the chair of a side or the size; `row` is the seat, `mandate` the one ending."""

    body: Body
    what: str
    side: str
    state: str
    tone: str
    to_do: str
    row: SeatRuleRow | None = None
    mandate: Mandate | None = None


def gaps(actor: Actor, *, on: date, days: int = NOTICE_DAYS) -> list[Gap]:
    """All gaps of the working bodies on a day, body by body, with the mandates that end within the days after it."""
    found = list(bodies(actor).filter(is_active=True).prefetch_related("sides"))
    filled = compositions(found, on)
    rows = _rows_in_force(found, on)
    chairs = _chaired_sides(found, on)
    ending, alone = _ending(found, on, days), _without_deputy(found, on)
    return [
        gap
        for body in found
        for gap in (
            *_of_seats(body, filled[body.pk], rows[body.pk]),
            *_of_chairs(body, chairs[body.pk]),
            *ending[body.pk],
            *alone[body.pk],
        )
    ]


def _of_seats(body: Body, filled: Composition, rows: dict[str, SeatRuleRow]) -> list[Gap]:
    found = [
        Gap(
            body,
            row.function,
            row.side.name,
            str(finding.status.label),
            TONES[finding.status],
            what_to_do(finding),
            row,
        )
        for finding in filled.findings
        if finding.status is not SeatStatus.OK
        for row in (rows[finding.rule.key],)
    ]
    if sentence := too_many(filled):
        found.append(
            Gap(body, _("Mitglieder insgesamt"), "", str(filled.total.status.label), "danger", sentence)
        )
    return found


def _of_chairs(body: Body, chaired: frozenset[int | None]) -> list[Gap]:
    return [
        Gap(
            body,
            _("Vorsitz"),
            side,
            str(SeatStatus.VACANT.label),
            "warning",
            _("Tragen Sie den Vorsitz ein."),
        )
        for side in sides_without_chair(body, body.sides.all(), chaired)
    ]


def _chaired_sides(found: Iterable[Body], on: date) -> dict[int, frozenset[int | None]]:
    rows = (
        Chair.objects.filter(running(on), body__in=list(found))
        .select_related("mandate")
        .order_by("body", "starts_on", "pk")
    )
    sides: dict[int, set[int | None]] = defaultdict(set)
    for chair in rows:
        ends_on = chair.mandate.ends_on
        if ends_on is None or ends_on >= on:
            sides[chair.body_id].add(chair.side_id)
    return defaultdict(frozenset, {pk: frozenset(held) for pk, held in sides.items()})


def _rows_in_force(found: list[Body], on: date) -> dict[int, dict[str, SeatRuleRow]]:
    rows = SeatRuleRow.objects.filter(body__in=found).select_related("side").order_by("order", "pk")
    by_body: dict[int, dict[str, SeatRuleRow]] = defaultdict(dict)
    for row in rows:
        if (row.valid_from is None or row.valid_from <= on) and (
            row.valid_until is None or row.valid_until >= on
        ):
            by_body[row.body_id][row.key] = row
    return by_body


def _ending(found: list[Body], on: date, days: int) -> dict[int, list[Gap]]:
    """Mandates that end within the days and whom nobody follows yet on the seat."""
    last = on + timedelta(days=days)
    rows = (
        Mandate.objects.filter(running(on), seat_rule__body__in=found, ends_on__lte=last)
        .select_related("seat_rule__side", "person")
        .order_by("ends_on", "pk")
    )
    bodies_by_pk = {body.pk: body for body in found}
    followed = _followed(found, on, last)
    by_body: dict[int, list[Gap]] = defaultdict(list)
    for mandate in rows:
        row = mandate.seat_rule
        if (row.body_id, row.key) in followed:
            continue
        name, state = mandate.person.name, _("Mandat endet")
        to_do = _("Das Mandat von %(name)s endet am %(day)s. Bitten Sie rechtzeitig um eine Benennung.") % {
            "name": name,
            "day": f"{mandate.ends_on:%d.%m.%Y}",
        }
        body = bodies_by_pk[row.body_id]
        by_body[body.pk].append(Gap(body, row.function, row.side.name, state, "info", to_do, row, mandate))
    return by_body


def _without_deputy(found: list[Body], on: date) -> dict[int, list[Gap]]:
    """Seats with a vote in deciding bodies whose holders nobody stands in for; one line per kind of seat."""
    deciding = [body for body in found if body.gives_orders]
    rows = (
        Mandate.objects.filter(running(on), seat_rule__body__in=deciding, seat_rule__advisory=False)
        .exclude(deputyships__in=Deputyship.objects.filter(running(on)))
        .select_related("seat_rule__side", "person")
        .order_by("seat_rule__side__order", "seat_rule__order", "person__last_name", "pk")
    )
    names: dict[SeatRuleRow, list[str]] = defaultdict(list)
    for mandate in rows:
        names[mandate.seat_rule].append(mandate.person.name)
    bodies_by_pk = {body.pk: body for body in deciding}
    by_body: dict[int, list[Gap]] = defaultdict(list)
    for row, people in names.items():
        to_do = _("Ohne Vertretung: %(names)s. Tragen Sie eine Vertretung ein.") % {
            "names": ", ".join(people)
        }
        state, body = _("Vertretung fehlt"), bodies_by_pk[row.body_id]
        by_body[row.body_id].append(Gap(body, row.function, row.side.name, state, "quiet", to_do))
    return by_body


def _followed(found: list[Body], on: date, last: date) -> set[tuple[int, str]]:
    """Seats on which a mandate begins after the day, at the latest the day after the last one ends."""
    rows = Mandate.objects.filter(
        seat_rule__body__in=found, starts_on__gt=on, starts_on__lte=last + timedelta(days=1)
    ).order_by("pk")
    return set(rows.values_list("seat_rule__body", "seat_rule__key"))


def letter_start(row: SeatRuleRow, *, on: date) -> dict[str, object]:
    """What a nomination letter for a seat starts with: how many people, why, and the address of the last letter.

    Ask for the right to enter mandates before.
    """
    filled = compositions([row.body], on)[row.body_id]
    missing = sum(finding.missing for finding in filled.findings if finding.rule.key == row.key)
    ending = [gap for gap in _ending([row.body], on, NOTICE_DAYS)[row.body_id] if _is_seat(gap, row)]
    last = (
        NominationLetter.objects.filter(seat_rule__nominating_party=row.nominating_party)
        .order_by("-dated_on", "-pk")
        .first()
    )
    return {
        "people": max(missing + len(ending), 1),
        "reason": _reason(missing, ending),
        "address": last.address if last else row.nominating_party,
        "greeting": last.greeting if last else "Sehr geehrte Damen und Herren",
    }


def _is_seat(gap: Gap, row: SeatRuleRow) -> bool:
    return gap.row is not None and gap.row.key == row.key


def _reason(missing: int, ending: list[Gap]) -> str:
    """Papers are German whatever language the clerk uses."""
    if ending:
        names = " und ".join(
            f"{gap.mandate.person.name} ({gap.mandate.ends_on:%d.%m.%Y})" for gap in ending if gap.mandate
        )
        return f"Das Mandat endet demnächst: {names}."
    return "Der Sitz ist zurzeit nicht besetzt." if missing else "Der Sitz soll neu besetzt werden."
