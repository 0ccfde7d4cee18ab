import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from bildungsnetz.core import clock, jobs

_LOOK_EVERY = 30.0


class Command(BaseCommand):
    """Run the recurring jobs when they are due, until somebody ends the process."""

    help = "Erledigt wiederkehrende Aufgaben zu ihrer Zeit (startet mit „bildungsnetz start“ von selbst)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="einmal erledigen, was fällig ist, dann enden"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            for name in jobs.run_due(clock.now()):
                self.stdout.write(f"erledigt: {name}")
            if options["once"]:
                return
            close_old_connections()
            time.sleep(_LOOK_EVERY)
