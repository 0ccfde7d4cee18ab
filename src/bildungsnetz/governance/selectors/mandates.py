"""Mandates, deputies and chairs as their pages show them."""

from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.governance.models import (
    Body,
    Chair,
    Deputyship,
    Mandate,
    NominationLetter,
    Rotation,
    SeatRuleRow,
)
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.seats import running

# Three months: cities and supervision decide on a nomination in sessions of their own (domain report, 1.5, "term").
NOTICE_DAYS = 92


def mandates(actor: Actor) -> QuerySet[Mandate]:
    """All mandates in bodies whose members the actor may see, past and future ones too."""
    return (
        Mandate.objects.filter(seat_rule__body__in=bodies(actor))
        .select_related("seat_rule__body", "seat_rule__side", "person")
        .order_by("seat_rule__side__order", "seat_rule__order", "starts_on", "pk")
    )


def mandates_ending(actor: Actor, *, on: date, days: int = NOTICE_DAYS) -> list[Mandate]:
    """The running mandates that end within the days to come, where the actor may enter the next one."""
    found = (
        mandates(actor).filter(running(on), ends_on__lte=on + timedelta(days=days)).order_by("ends_on", "pk")
    )
    return [mandate for mandate in found if policies.may_add_mandate(actor, mandate.seat_rule.body)]


def deputyships(actor: Actor) -> QuerySet[Deputyship]:
    """All deputyships in bodies whose members the actor may see."""
    return (
        Deputyship.objects.filter(mandate__seat_rule__body__in=bodies(actor))
        .select_related("mandate__seat_rule__body", "mandate__person", "person")
        .order_by("mandate", "rank", "starts_on", "pk")
    )


def chairs(actor: Actor) -> QuerySet[Chair]:
    """All chairs of bodies whose members the actor may see, newest first."""
    return (
        Chair.objects.filter(body__in=bodies(actor))
        .select_related("body", "side", "mandate__person")
        .order_by("-starts_on", "-pk")
    )


def seats_to_fill(body: Body, *, on: date) -> QuerySet[SeatRuleRow]:
    """The versions of seats that are in force on the day or begin later."""
    return (
        body.seat_rules.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on))
        .select_related("side")
        .order_by("side__order", "order", "valid_from", "pk")
    )


def mandates_to_chair(body: Body, *, on: date) -> QuerySet[Mandate]:
    """The mandates that run on the day or begin later."""
    return (
        Mandate.objects.filter(running(on) | Q(starts_on__gt=on), seat_rule__body=body)
        .select_related("seat_rule__side", "person")
        .order_by("seat_rule__side__order", "seat_rule__order", "starts_on", "pk")
    )


def next_turn(mandate: Mandate) -> Mandate | None:
    """The turn that follows on a rotating seat, None on other seats and after the last turn."""
    if mandate.rotation_id is None or mandate.ends_on is None:
        return None
    rows = Mandate.objects.filter(rotation=mandate.rotation_id, starts_on__gt=mandate.ends_on)
    return rows.select_related("person").order_by("starts_on", "pk").first()


def turns_around(body: Body, on: date) -> list[Mandate]:
    """On rotating seats: the turns of others that ended or begin within the days of the handover around a day.

    Ask for the right to see the body before.
    """
    rows = (
        Mandate.objects.filter(~running(on), seat_rule__body=body, rotation__isnull=False)
        .select_related("seat_rule__side", "person", "rotation")
        .order_by("starts_on", "pk")
    )
    return [row for row in rows if _is_around(row, on)]


def _is_around(turn: Mandate, on: date) -> bool:
    assert turn.rotation is not None  # noqa: S101 - filtered above
    around = timedelta(days=turn.rotation.handover_days)
    return turn.starts_on - around <= on and (turn.ends_on is None or on <= turn.ends_on + around)


def rotations(actor: Actor) -> QuerySet[Rotation]:
    """All calendars of rotating seats in bodies the actor may see, each with its turns."""
    turns = Mandate.objects.select_related("person").order_by("starts_on", "pk")
    return (
        Rotation.objects.filter(seat_rule__body__in=bodies(actor))
        .select_related("seat_rule__body", "seat_rule__side")
        .prefetch_related(Prefetch("turns", queryset=turns))
        .order_by("seat_rule__side__order", "seat_rule__order", "pk")
    )


def letters(actor: Actor) -> QuerySet[NominationLetter]:
    """The nomination letters of bodies whose members the actor may enter, newest first."""
    found = NominationLetter.objects.filter(seat_rule__body__in=bodies(actor))
    if EVERYWHERE not in actor.scopes(policies.ADD_MANDATE):
        found = found.filter(seat_rule__body__in=actor.scope_keys(policies.ADD_MANDATE, "body"))
    return found.select_related("seat_rule__body", "seat_rule__side").order_by("-dated_on", "-pk")


def own_turns(actor: Actor, *, on: date) -> list[tuple[Mandate, str, date]]:
    """The asking person's own turns on rotating seats that begin or end within the days of the handover."""
    rows = (
        Mandate.objects.filter(person__user=actor.user_id, rotation__isnull=False, ends_on__gte=on)
        .select_related("seat_rule__body", "rotation")
        .order_by("starts_on", "pk")
    )
    found = []
    for turn in rows if actor.user_id is not None else rows.none():
        assert turn.rotation is not None and turn.ends_on is not None  # noqa: S101, PT018 - filtered above
        last = on + timedelta(days=turn.rotation.handover_days)
        if on < turn.starts_on <= last:
            found.append((turn, _("Sie übernehmen den Sitz"), turn.starts_on))
        elif turn.starts_on <= on and turn.ends_on <= last:
            found.append((turn, _("Sie übergeben den Sitz"), turn.ends_on))
    return found
