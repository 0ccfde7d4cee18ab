# ruff: noqa: E402, T201 - Django is set up first; a measurement speaks to the terminal
"""How long the official list of the whole Land takes: read, plan, commit, and the same list a second time.

    PYTHONPATH=src:. .venv/bin/python tests/performance/bench_import.py [file]

Without a file the real list beside the repository (5,507 rows). BILDUNGSNETZ_DATABASE chooses the database; a test database
is made beside it and removed. The baseline writes the same institutions, sites and ways of contact one by one without
reading, comparing, history or search index. Times hold for one machine, the ratio tells more.
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("BILDUNGSNETZ_DATABASE", "sqlite:///:memory:")
os.environ["BILDUNGSNETZ_MODE"] = "test"
os.environ["DJANGO_SETTINGS_MODULE"] = "bildungsnetz.config.settings"

import django

django.setup()

from django.db import connection, transaction

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.domain.import_plan import OfficialList
from bildungsnetz.network.exchange.official_list import read_official_list
from bildungsnetz.network.models import ContactChannel, Institution, Municipality, Site
from bildungsnetz.network.selectors.imports import counts_of
from bildungsnetz.network.services.imports import commit_import, plan_import
from tests.shared_data import find_shared

NOW = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
WHOLE_LAND = "05"
LIST = "data/schools_nrw/schuldaten_msb_2021-09.csv"


def baseline(official: OfficialList) -> float:
    """Seconds to save the rows one by one; rolled back."""
    began = time.perf_counter()
    with transaction.atomic():
        places: dict[str, Municipality] = {}
        for facts in (row.facts for row in official.read):
            if facts.ags not in places:
                places[facts.ags] = Municipality.objects.create(ags=facts.ags, name=facts.city)
            made = Institution.objects.create(
                official_number=facts.number,
                name=facts.name,
                kind=facts.kind,
                school_form=facts.school_form,
                municipality=places[facts.ags],
                entered_at=NOW,
                changed_at=NOW,
            )
            Site.objects.create(institution=made, street=facts.street, postal_code=facts.postal_code)
            for kind in ("phone", "fax", "email", "website"):
                if value := getattr(facts, kind):
                    ContactChannel.objects.create(institution=made, kind=kind, value=value, is_official=True)
        transaction.set_rollback(True)
    return time.perf_counter() - began


def main(path: Path) -> None:
    content = path.read_bytes()
    spent: list[tuple[str, float]] = []

    def timed(label: str, began: float) -> None:
        spent.append((label, time.perf_counter() - began))

    began = time.perf_counter()
    official = read_official_list(content, district=WHOLE_LAND)
    timed("read and check", began)
    plain = baseline(official)
    began = time.perf_counter()
    run = plan_import(actor=SYSTEM, official=official, file_name=path.name, file_hash="0" * 64, now=NOW)
    timed("plan", began)
    began = time.perf_counter()
    commit_import(actor=SYSTEM, run=run, now=NOW)
    timed("commit", began)
    whole = sum(seconds for _, seconds in spent)
    began = time.perf_counter()
    again = plan_import(actor=SYSTEM, official=official, file_name=path.name, file_hash="0" * 64, now=NOW)
    timed("plan once more: no change", began)
    counts = {kind.value: count for kind, count in counts_of(again).items() if count}
    print(f"{connection.vendor}: {len(official.read)} rows; second plan: {counts}")
    print("| step | s |\n|---|--:|")
    for label, seconds in spent:
        print(f"| {label} | {seconds:.1f} |")
    print(f"| **read, planned and committed** | **{whole:.1f}** |")
    print(f"| baseline: saved one by one | {plain:.1f} (1 : {plain / whole:.1f}) |")


if __name__ == "__main__":
    found = Path(sys.argv[1]) if len(sys.argv) > 1 else find_shared(LIST)
    if found is None:
        sys.exit("no list: give the path of one")
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        main(found)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
