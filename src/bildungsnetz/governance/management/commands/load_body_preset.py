"""`bildungsnetz load_body_preset mettmann_steering --name "Lenkungskreis"`"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bildungsnetz.core import clock
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.domain.presets import PRESETS
from bildungsnetz.governance.services.bodies import create_body_from_preset


class Command(BaseCommand):
    help = "Richtet ein Gremium nach einer Vorlage ein, mit Seiten, Sitzen und Fristen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("key", choices=sorted(PRESETS), help="die Vorlage")
        parser.add_argument("--name", default="", help="Name des Gremiums; ohne Angabe der Name der Vorlage")
        parser.add_argument("--purpose", default="", help="Aufgabe des Gremiums")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            body = create_body_from_preset(
                actor=SYSTEM,
                preset=options["key"],
                name=options["name"],
                purpose=options["purpose"],
                now=clock.now(),
            )
        except RuleViolation as violation:
            raise CommandError(str(violation.message)) from violation
        self.stdout.write(
            f"{body.name}: {body.sides.count()} Seiten, {body.seat_rules.count()} Arten von Sitzen"
        )
