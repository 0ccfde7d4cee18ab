"""`bildungsnetz load_body_preset mettmann_steering --name "Lenkungskreis"`, or all bodies of a region: `… duisburg`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from bildungsnetz.core import clock
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.domain.presets import PRESETS, REGIONS
from bildungsnetz.governance.models import Body
from bildungsnetz.governance.services.bodies import create_body_from_preset


class Command(BaseCommand):
    help = "Richtet ein Gremium nach einer Vorlage ein, mit Seiten, Sitzen und Fristen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "key",
            choices=sorted({*PRESETS, *REGIONS}),
            help="die Vorlage oder eine Region mit allen ihren Gremien",
        )
        parser.add_argument("--name", default="", help="Name des Gremiums; ohne Angabe der Name der Vorlage")
        parser.add_argument("--purpose", default="", help="Aufgabe des Gremiums")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        key = options["key"]
        keys = REGIONS.get(key, (key,))
        if len(keys) > 1 and options["name"]:
            raise CommandError("Ein Name gilt für ein einzelnes Gremium, nicht für eine Region mit mehreren.")
        made: dict[str, Body] = {}
        for each in keys:
            made[each] = self._set_up(each, made.get(PRESETS[each].parent), options)

    def _set_up(self, key: str, parent: Body | None, options: dict[str, Any]) -> Body:
        try:
            body = create_body_from_preset(
                actor=SYSTEM,
                preset=key,
                name=options["name"],
                purpose=options["purpose"],
                parent=parent,
                now=clock.now(),
            )
        except RuleViolation as violation:
            raise CommandError(str(violation.message)) from violation
        self.stdout.write(
            f"{body.name}: {body.sides.count()} Seiten, {body.seat_rules.count()} Arten von Sitzen"
        )
        return body
