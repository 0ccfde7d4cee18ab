from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from bildungsnetz.config.demo.accounts import greeting
from bildungsnetz.config.demo.loading import is_empty, load
from bildungsnetz.core import clock


class Command(BaseCommand):
    """One command shows everything: bring the database up to date, load the demo region if it is empty, serve."""

    help = (
        "Zeigt Bildungsnetz mit einer erfundenen Region: Datenbank anlegen, Daten laden, Seiten ausliefern."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="Port, auf dem die Seite lauscht")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MODE != "demo":
            raise CommandError("Die Demo läuft nur mit BILDUNGSNETZ_MODE=demo.")
        Path(settings.ENVIRONMENT.data_dir).mkdir(parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        if is_empty():
            self.stdout.write("Die Demoregion wird angelegt, das dauert bis zu einer Minute.")
            load(clock.now(), say=self.stdout.write)
        self.stdout.write(greeting(options["port"]))
        call_command("start", port=options["port"])
