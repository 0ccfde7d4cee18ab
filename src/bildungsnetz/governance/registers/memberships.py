"""Who sits in a body, for the search of persons in network."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import memberships
from bildungsnetz.governance.models import Mandate
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.seats import running


def register() -> None:
    memberships.register("body", _("Gremium"), body_choices, members_of)


def body_choices(actor: Actor) -> list[tuple[str, str]]:
    """The bodies whose members the actor may see."""
    return [(str(pk), name) for pk, name in bodies(actor).values_list("pk", "name")]


def members_of(actor: Actor, key: str, on: date) -> set[int]:
    """The persons who hold a seat in a body on a day."""
    if not key.isdecimal():
        return set()
    seen = bodies(actor).order_by().filter(pk=int(key)).values("pk")
    rows = Mandate.objects.filter(running(on), seat_rule__body__in=seen).order_by("person")
    return set(rows.values_list("person", flat=True))
