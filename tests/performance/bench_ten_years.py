# ruff: noqa: E402, T201 - Django is set up first; a measurement speaks to the terminal
"""How long the pages of a body with ten years of work take beside those of a body with one year, in the same run.

    PYTHONPATH=src:. .venv/bin/python tests/performance/bench_ten_years.py

60 sessions, 900 items, 700 decisions against 6, 90 and 70: the ratio says what the history costs.
"""

import os
import time
from datetime import date

os.environ.setdefault("BILDUNGSNETZ_DATABASE", "sqlite:///:memory:")
os.environ["BILDUNGSNETZ_MODE"] = "test"
os.environ["DJANGO_SETTINGS_MODULE"] = "bildungsnetz.config.settings"

import django

django.setup()

from django.db import connection, transaction
from django.test import Client

from bildungsnetz.accounts.models import Grant, Role
from tests.governance import build
from tests.performance.ten_years import PAGES, a_body_of_ten_years

ROUNDS = 9


def milliseconds(sessions: int, decisions: int) -> dict[str, float]:
    """The best time of each page; nothing stays in the database."""
    with transaction.atomic():
        body = a_body_of_ten_years(sessions, decisions)
        client = Client()
        user = build.a_user()
        Grant.objects.create(user=user, role=Role.objects.get(key="clerk"), valid_from=date(2025, 1, 1))
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        found = {name: _best(client, page(body)) for name, page in PAGES.items()}
        transaction.set_rollback(True)
    return found


def _best(client: Client, address: str) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        assert client.get(address).status_code == 200
        times.append(1000 * (time.perf_counter() - began))
    return min(times)


def main() -> None:
    connection.creation.create_test_db(verbosity=0)
    year, years = milliseconds(6, 70), milliseconds(60, 700)
    print("| page | one year, ms | ten years, ms | : one year |\n|---|--:|--:|--:|")
    for name, best in years.items():
        print(f"| {name} | {year[name]:.0f} | {best:.0f} | {best / year[name]:.1f} |")


if __name__ == "__main__":
    main()
