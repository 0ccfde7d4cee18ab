"""What the self-check puts on the page "Heute": that it is due, and that it runs."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import my_day
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.policies import self_checks as policies
from bildungsnetz.governance.selectors.self_checks import bodies_due, running_for


def register() -> None:
    my_day.register(_due)
    my_day.register(_running)


def _due(actor: Actor, now: datetime) -> list[Matter]:
    if not actor.can_somewhere([policies.START]):
        return []
    address = reverse("governance:self-check-start")
    return [
        Matter("waiting", _("Selbstcheck: seit einem Jahr keiner"), body.name, address)
        for body in bodies_due(actor, day_of(now))
    ]


def _running(actor: Actor, now: datetime) -> list[Matter]:
    if not actor.can_somewhere([policies.READ]):
        return []
    return [
        Matter(
            "next",
            _("Selbstcheck läuft, der Link steht in Ihrer Mail"),
            check.body.name,
            reverse("governance:self-check", args=[check.pk]),
            check.closes_on,
        )
        for check in running_for(actor, day_of(now))
    ]
