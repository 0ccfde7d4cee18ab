import sys
from argparse import ArgumentParser
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend

from bildungsnetz.config import serving
from bildungsnetz.core.registers import readiness
from bildungsnetz.core.tasks import take_up_waiting_mail

UNFINISHED = "Die Installation ist noch nicht bereit für den Betrieb:"


class Command(BaseCommand):
    """One command runs an installation: bring the database up to date, check, serve the pages, work off the jobs.

    In production it refuses to start while something the law asks for is missing; `--setup` opens it for this machine
    alone, so that the missing texts can be entered.
    """

    help = "Startet Bildungsnetz: Datenbank aktualisieren, prüfen, Seiten ausliefern, Aufträge abarbeiten."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="Adresse, auf der die Seite lauscht")
        parser.add_argument("--port", type=int, default=8000, help="Port, auf dem die Seite lauscht")
        parser.add_argument(
            "--no-worker", action="store_true", help="Aufträge arbeitet ein anderer Prozess ab"
        )
        parser.add_argument(
            "--setup",
            action="store_true",
            help="Einrichtung: startet trotz fehlender Texte, nur von diesem Rechner erreichbar",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        _make_folder_of_database()
        call_command("migrate", interactive=False, verbosity=0)
        self._check(host, setup=options["setup"])
        if not serving.is_free(host, port):
            raise CommandError(
                f"{host}:{port} ist belegt oder nicht erlaubt. Wählen Sie mit --port einen anderen Port."
            )
        take_up_waiting_mail()
        connections.close_all()
        works = not options["no_worker"] and isinstance(task_backends["default"], DatabaseBackend)
        self.stdout.write(f"Bildungsnetz startet auf http://{host}:{port} (Strg+C beendet).")
        helpers = [serving.worker_command(), serving.schedule_command()] if works else []
        code = serving.serve(serving.web_command(host, port), helpers)
        if code:
            self.stderr.write("Der Webserver hat sich beendet; seine Meldung steht darüber.")
            sys.exit(code)

    def _check(self, host: str, *, setup: bool) -> None:
        """Raises CommandError with everything that is missing at once."""
        if setup and not _is_local(host):
            raise CommandError(
                "Mit --setup ist die Seite nur von diesem Rechner erreichbar: --host 127.0.0.1"
            )
        missing = _missing_files()
        unfinished = readiness.findings()
        if settings.MODE == "production" and not setup:
            missing += unfinished
        if missing:
            raise CommandError("\n".join([UNFINISHED, *(f"– {sentence}" for sentence in missing)]))
        if settings.MODE == "production":
            self._hint(unfinished)

    def _hint(self, unfinished: list[str]) -> None:
        for sentence in unfinished:
            self.stderr.write(f"Vor dem Betrieb: {sentence}")


def _make_folder_of_database() -> None:
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _missing_files() -> list[str]:
    """The pages need the hashed files: made when building, never at start."""
    hashed = "Manifest" in settings.STORAGES["staticfiles"]["BACKEND"]
    if hashed and not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return ["Die Dateien der Oberfläche fehlen: führen Sie „bildungsnetz collectstatic --noinput“ aus."]
    return []
