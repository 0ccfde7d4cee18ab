"""Institutions that sit in the same body have something to do with each other."""

from collections import defaultdict
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import ties
from bildungsnetz.governance.models import Mandate
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.seats import running
from bildungsnetz.network.api import institutions_of_people

MOST: Final = 25
"""In a larger body not everybody works with everybody; the method note of the graph says so."""


def register() -> None:
    ties.register("body", _("gemeinsames Gremium"), joint_bodies)


def joint_bodies(actor: Actor, on: date) -> list[ties.Tie]:
    """Each institution with each other one in the bodies whose members the actor may see, on a day."""
    names = {body.pk: body.name for body in bodies(actor)}
    sitting: dict[int, set[int]] = defaultdict(set)
    rows = Mandate.objects.filter(running(on), seat_rule__body__in=names).order_by("pk")
    for body, person in rows.values_list("seat_rule__body", "person"):
        sitting[body].add(person)
    home = institutions_of_people({person for people in sitting.values() for person in people}, on=on)
    found: list[ties.Tie] = []
    for body, people in sitting.items():
        there = {institution for person in people for institution in home.get(person, ())}
        if len(there) <= MOST:
            found += ties.among(there, names[body])
    return found
