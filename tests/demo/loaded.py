"""The small demo region for a whole module of tests: loaded once, rolled back afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.test import override_settings

from bildungsnetz.config.demo.canary import Canaries
from bildungsnetz.config.demo.loading import load


@contextmanager
def small_region(now: datetime, blocker, *, canary: bool = False) -> Iterator[Canaries]:
    """Use it in a fixture of scope module: `with small_region(NOW, django_db_blocker) as words: yield words`."""
    with blocker.unblock(), override_settings(MAIL_HELD=True), transaction.atomic():
        yield load(now, "small", canary=canary)
        transaction.set_rollback(True)
