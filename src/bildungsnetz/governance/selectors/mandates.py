"""Mandates, deputies and chairs as their pages show them."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body, Chair, Deputyship, Mandate, SeatRuleRow
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
