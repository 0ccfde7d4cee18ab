from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bildungsnetz.config.demo.loading import is_empty, load
from bildungsnetz.core import clock


class Command(BaseCommand):
    """Loads only; `demo` also brings the database up to date and serves."""

    help = "Legt die Demoregion in einer leeren Datenbank an."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--scale", choices=["full", "small"], default="full", help="small: von allem wenig, für Tests"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_empty():
            raise CommandError(
                "Die Datenbank enthält schon Daten. Die Demoregion braucht eine leere Datenbank."
            )
        load(clock.now(), options["scale"], say=self.stdout.write)
