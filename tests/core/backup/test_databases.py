"""What only one of the two databases can go wrong with."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.backends.sqlite3._functions import register as register_functions

from bildungsnetz.core import backup
from bildungsnetz.core.backup import Unusable, postgres
from tests import parts
from tests.core.backup.conftest import Installation

ROOT = Path(__file__).resolve().parents[3]
on_sqlite = pytest.mark.skipif(parts.vendor() != "sqlite", reason="about SQLite")


@on_sqlite
def test_a_database_in_use_is_not_replaced(archive: Path, installation: Installation, now: datetime) -> None:
    installation.act("third")
    (installation.files / "paper.pdf").unlink()
    path = installation.database.settings_dict["NAME"]
    before = installation.state()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM core_auditentry").fetchone()
        with pytest.raises(Unusable, match="Die Datenbank ist in Benutzung"):
            backup.restore(archive, replace=True, now=now, database=installation.database)
    assert installation.state() == before


@on_sqlite
def test_the_former_database_is_kept_with_all_it_held(
    archive: Path, installation: Installation, now: datetime
) -> None:
    installation.act("third")  # stands in the journal until it is closed
    done = backup.restore(archive, replace=True, now=now, database=installation.database)
    with closing(sqlite3.connect(done.former[0])) as former:
        acts = [act for (act,) in former.execute("SELECT act FROM core_auditentry ORDER BY id")]
    assert acts == ["first", "second", "third"]


@on_sqlite
def test_a_damaged_database_is_replaced(archive: Path, installation: Installation, now: datetime) -> None:
    installation.database.close()
    path = Path(installation.database.settings_dict["NAME"])
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(Unusable, match="ließ sich nicht sichern"):
        backup.back_up(archive.with_name("b.tar"), now=now, database=installation.database)
    done = backup.restore(archive, replace=True, now=now, database=installation.database)
    assert installation.state()[0] == ["first", "second"]
    assert done.former[0].read_bytes() == b"not a database" * 100


@on_sqlite
def test_a_database_in_memory_has_no_backup(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="im Arbeitsspeicher"):
        call_command("backup", str(tmp_path / "b.tar"))
    assert list(tmp_path.iterdir()) == []


KILLED = """
import sys
import django
django.setup()
from pathlib import Path
from bildungsnetz.core import backup, clock
for path in sys.argv[1:] * 1000:
    backup.restore(Path(path), replace=True, now=clock.now())
    print("restored", flush=True)
"""


@on_sqlite
@pytest.mark.parametrize("after", [0.02, 0.11, 0.31])
def test_killed_at_any_moment_one_whole_state_stands(
    after: float, archive: Path, installation: Installation, now: datetime, tmp_path: Path
) -> None:
    installation.act("third")
    installation.file("other.pdf", b"%PDF other")
    other = archive.with_name("other.tar")
    backup.back_up(other, now=now, database=installation.database)
    installation.database.close()
    folder = tmp_path / "target"
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "bildungsnetz.config.settings",
        "BILDUNGSNETZ_MODE": "test",
        "BILDUNGSNETZ_DATA_DIR": str(folder),
        "BILDUNGSNETZ_DATABASE": f"sqlite:///{folder / 'd.sqlite3'}",
    }
    command = [sys.executable, "-c", KILLED, str(archive), str(other)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, cwd=tmp_path) as process:
        process.stdout.readline()
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
    files = {path.name for path in (folder / "files").rglob("*") if path.is_file()}
    with closing(sqlite3.connect(folder / "d.sqlite3")) as found:
        register_functions(found)
        acts = [act for (act,) in found.execute("SELECT act FROM core_auditentry ORDER BY id")]
        assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    needed = {"paper.pdf", "minutes.pdf"} | ({"other.pdf"} if len(acts) == 3 else set())
    assert acts in (["first", "second"], ["first", "second", "third"])
    assert needed <= files


@pytest.mark.postgres
def test_rows_that_do_not_arrive_take_everything_back(
    archive: Path, installation: Installation, tmp_path: Path
) -> None:
    dump = tmp_path / "dump"
    rows = postgres.dump(installation.database, dump)
    installation.act("third")
    before = installation.state()
    with pytest.raises(Unusable, match="nichts wurde geändert"):
        postgres.install(installation.database, dump, rows | {"core_auditentry": 3}, "")
    assert installation.state() == before


@pytest.mark.postgres
def test_a_dump_that_breaks_off_takes_everything_back(
    archive: Path, installation: Installation, tmp_path: Path
) -> None:
    dump = tmp_path / "dump"
    rows = postgres.dump(installation.database, dump)
    dump.write_bytes(dump.read_bytes()[:-2_000])
    before = installation.state()
    with pytest.raises(Unusable):
        postgres.check(dump, rows)
    with pytest.raises(Unusable):
        postgres.install(installation.database, dump, rows, "")
    assert installation.state() == before


@pytest.mark.postgres
def test_a_server_that_is_not_there_is_said_so(installation: Installation, tmp_path: Path) -> None:
    installation.database.settings_dict["USER"], kept = (
        "nobody_knows",
        installation.database.settings_dict["USER"],
    )
    try:
        with pytest.raises(Unusable, match="ließ sich nicht sichern"):
            postgres._run(["pg_dump"], installation.database)
    finally:
        installation.database.settings_dict["USER"] = kept


@pytest.mark.postgres
def test_a_missing_program_is_said_so(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unusable, match="Installieren Sie das Paket postgresql-client"):
        postgres.dump(installation.database, tmp_path / "dump")
