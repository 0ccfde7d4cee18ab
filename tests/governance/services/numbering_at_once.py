"""Run in an installation with a SQLite file: several clerks record decisions at once. Prints what was numbered.

`python -m tests.governance.services.numbering_at_once`: the tests themselves keep SQLite in memory, where threads share one
connection, and that would prove nothing.
"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

import django

CLERKS, DECISIONS = 4, 12


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bildungsnetz.config.settings")
    django.setup()
    sys.stdout.write(json.dumps(numbers()))


def numbers() -> dict[str, object]:
    """The references the clerks got, and what the database holds afterwards."""
    from django.core.management import call_command  # noqa: PLC0415 - Django is set up in main
    from django.db import connection  # noqa: PLC0415

    from bildungsnetz.core.actor import SYSTEM  # noqa: PLC0415
    from bildungsnetz.governance.models import AgendaItem, Decision  # noqa: PLC0415
    from bildungsnetz.governance.services.decisions import record_decision  # noqa: PLC0415
    from tests.governance import results  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    session = results.a_running_session()
    items = [results.an_item(session, f"Punkt {number}") for number in range(DECISIONS)]
    statement = results.both_agree(session.body)

    def record(item: AgendaItem) -> str:
        try:
            return record_decision(actor=SYSTEM, item=item, statement=statement, now=results.STARTS).reference
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=CLERKS) as clerks:
        given = list(clerks.map(record, items))
    kept = Decision.objects.order_by("number").values_list("number", flat=True)
    return {"file": str(connection.settings_dict["NAME"]), "given": sorted(given), "kept": list(kept)}


if __name__ == "__main__":
    main()
