"""Two clerks record decisions of one body at once: each gets a number of its own, without gap."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.models import AgendaItem, Decision
from bildungsnetz.governance.services.decisions import record_decision
from tests.governance import results

ROOT = Path(__file__).resolve().parents[3]
PATHS = os.pathsep.join([str(ROOT / "src"), str(ROOT)])


def references(body_pk: int) -> list[str]:
    return [row.reference for row in Decision.objects.filter(body=body_pk).order_by("number")]


@pytest.mark.django_db
def test_one_after_the_other() -> None:
    session = results.a_running_session()
    for title in ("Erstes", "Zweites", "Drittes"):
        results.a_decision(session, title)
    assert references(session.body_id) == ["1/2026", "2/2026", "3/2026"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_at_the_same_time() -> None:
    session = results.a_running_session()
    items = [results.an_item(session, f"Punkt {number}") for number in range(6)]
    statement = results.both_agree(session.body)

    def record(item: AgendaItem) -> str:
        try:
            return record_decision(actor=SYSTEM, item=item, statement=statement, now=results.STARTS).reference
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=3) as clerks:
        given = sorted(clerks.map(record, items))
    assert given == [f"{number}/2026" for number in range(1, 7)]
    assert references(session.body_id) == given


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_clerks_on_one_item() -> None:
    session = results.a_running_session()
    item, statement = results.an_item(session), results.both_agree(session.body)

    def record(_clerk: int) -> str:
        try:
            return record_decision(actor=SYSTEM, item=item, statement=statement, now=results.STARTS).reference
        except RuleViolation as refused:
            return str(refused.message)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as clerks:
        answers = sorted(clerks.map(record, range(2)))
    assert answers == [
        "1/2026",
        "Zu diesem Punkt ist schon ein Beschluss festgehalten. Sie können ihn berichtigen.",
    ]


def test_at_the_same_time_in_a_sqlite_file(tmp_path: Path) -> None:
    env = {
        name: value for name, value in os.environ.items() if not name.startswith(("BILDUNGSNETZ_", "DJANGO_"))
    }
    run = subprocess.run(
        [sys.executable, "-m", "tests.governance.services.numbering_at_once"],
        env=env
        | {"BILDUNGSNETZ_MODE": "develop", "BILDUNGSNETZ_DATA_DIR": str(tmp_path), "PYTHONPATH": PATHS},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(run.stdout.splitlines()[-1])
    assert said["file"].startswith(str(tmp_path))
    assert said["kept"] == list(range(1, 13))
    assert said["given"] == sorted(f"{number}/2026" for number in range(1, 13))
