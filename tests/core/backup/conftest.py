"""An installation of its own beside the test database: a file on SQLite, a second database on PostgreSQL."""

import copy
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from pytest_django import DjangoDbBlocker, Settings

from bildungsnetz.core import backup
from bildungsnetz.core.backup import postgres


class Installation:
    """Its database and its files, looked at from outside."""

    def __init__(self, database: BaseDatabaseWrapper, files: Path) -> None:
        self.database, self.files = database, files

    def act(self, name: str) -> None:
        """Something happens that the audit keeps."""
        with self.database.cursor() as cursor:
            cursor.execute(
                "INSERT INTO core_auditentry (at, act, actor_name, object_kind, object_key, object_label, thread, facts)"
                " VALUES ('2026-03-04 14:00:00+00:00', %s, 'Anna Ähre', 'a', '1', 'b', 'c', '{}')",
                [name],
            )

    def file(self, name: str, content: bytes) -> None:
        path = self.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def state(self) -> tuple[list[str], dict[str, bytes]]:
        """The acts and the files."""
        with self.database.cursor() as cursor:
            cursor.execute("SELECT act FROM core_auditentry ORDER BY id")
            acts = [act for (act,) in cursor.fetchall()]
        found = {
            p.relative_to(self.files).as_posix(): p.read_bytes() for p in self.files.rglob("*") if p.is_file()
        }
        return acts, dict(sorted(found.items()))

    def leftovers(self) -> list[Path]:
        """What an act that failed may have forgotten."""
        return list(self.files.parent.glob(".bildungsnetz-*"))

    def empty(self) -> None:
        """As on a new machine: no table, no file."""
        if self.database.vendor == "sqlite":
            self.database.close()
            for path in Path(self.database.settings_dict["NAME"]).parent.glob("own.sqlite3*"):
                path.unlink()
        else:
            with self.database.cursor() as cursor:
                cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        for path in sorted(self.files.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()


def connected(name: str) -> BaseDatabaseWrapper:
    made = connections.create_connection("default")
    made.settings_dict = copy.deepcopy(connection.settings_dict) | {"NAME": name}
    return made


@pytest.fixture(scope="session")
def copied(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A copy of the empty test database, once for all tests: making one takes PostgreSQL seconds."""
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            name = f"{connection.settings_dict['NAME']}_backup"
            copy_on_postgresql(name)
            yield name
            administer(f"DROP DATABASE {name} WITH (FORCE)")
        else:
            name = str(tmp_path_factory.mktemp("copied") / "copied.sqlite3")
            copy_on_sqlite(name)
            yield name


def copy_on_sqlite(name: str) -> None:
    connection.ensure_connection()
    with closing(sqlite3.connect(name)) as target:
        connection.connection.backup(target)


def copy_on_postgresql(name: str) -> None:
    administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    administer(f"CREATE DATABASE {name}")
    address = postgres._environment(connection)
    dumped = subprocess.run(["pg_dump"], env=address, capture_output=True, check=True)
    script = ["psql", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    subprocess.run(script, env=address | {"PGDATABASE": name}, input=dumped.stdout, check=True)


def administer(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def installation(copied: str, db: None, settings: Settings, tmp_path: Path) -> Iterator[Installation]:
    settings.MEDIA_ROOT = tmp_path / "files"
    on_sqlite = connection.vendor == "sqlite"
    own_database = connected(str(shutil.copy(copied, tmp_path / "own.sqlite3")) if on_sqlite else copied)
    with own_database.cursor() as cursor:
        cursor.execute("DELETE FROM core_auditentry")
    made = Installation(own_database, tmp_path / "files")
    made.act("first")
    made.act("second")
    made.file("paper.pdf", b"%PDF paper")
    made.file("2026/minutes.pdf", b"%PDF minutes")
    yield made
    own_database.close()


@pytest.fixture
def archive(installation: Installation, tmp_path: Path, now: datetime) -> Path:
    path = tmp_path / "kept" / "backup.tar"
    backup.back_up(path, now=now, database=installation.database)
    return path
