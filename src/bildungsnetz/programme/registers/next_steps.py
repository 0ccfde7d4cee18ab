"""What programme offers on the pages of others: a measure for an order."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import next_steps
from bildungsnetz.core.registers.next_steps import NextStep
from bildungsnetz.programme import policies


def register() -> None:
    next_steps.register("governance.order", _plan_measure)


def _plan_measure(actor: Actor, pk: int) -> list[NextStep]:
    if not policies.may_plan(actor):
        return []
    return [NextStep(_("Maßnahme anlegen"), f"{reverse('programme:measure-new')}?auftrag={pk}")]
