from typing import Any

from django.core.management.base import BaseCommand

from bildungsnetz.core import search
from bildungsnetz.core.registers import search as register


class Command(BaseCommand):
    """After changes past the services (a restored part, a new source) the index is made anew."""

    help = "Baut den Suchindex neu auf."

    def handle(self, *args: Any, **options: Any) -> None:
        for kind, count in search.rebuild().items():
            self.stdout.write(f"{register.source(kind).label}: {count}")
