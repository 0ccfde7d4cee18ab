"""A PostgreSQL database, dumped in one snapshot and put back in one transaction."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from bildungsnetz.core.backup.archive import DAMAGED
from bildungsnetz.core.backup.errors import Unusable

NAME = "database.pgdump"
_COPY = re.compile(rb'COPY (?:"?[^".]+"?\.)?"?([^" ]+)"? \(')
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
_BEGIN = """BEGIN;
SET LOCAL lock_timeout = '20s';
SET LOCAL client_min_messages = warning;
DO $$ DECLARE found record; BEGIN
  FOR found IN SELECT schemaname, tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP TABLE %I.%I CASCADE', found.schemaname, found.tablename);
  END LOOP;
  FOR found IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e') LOOP
    EXECUTE format('DROP ROUTINE %s CASCADE', found.name);
  END LOOP;
END $$;
"""
_COMPARE = """DO $$ BEGIN
  IF (SELECT count(*) FROM public."{table}") <> {count} THEN RAISE EXCEPTION 'rows of {table}'; END IF;
END $$;
"""


def dump(database: BaseDatabaseWrapper, target: Path) -> dict[str, int]:
    """Dump and count in the same snapshot, while others may write."""
    with closing(connections.create_connection(database.alias)) as own:
        own.settings_dict = {**database.settings_dict, "OPTIONS": {}}
        with own.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
            cursor.execute(_TABLES)
            tables = [name for (name,) in cursor.fetchall()]
            rows = {}
            for name in tables:
                cursor.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608 - a name of the catalogue
                (rows[name],) = cursor.fetchone()
            command = [
                "pg_dump",
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                f"--snapshot={snapshot}",
            ]
            _run([*command, f"--file={target}"], database)
            cursor.execute("COMMIT")
    return rows


def check(path: Path, rows: dict[str, int]) -> None:
    """Read the whole dump and count. Raises Unusable."""
    with _reading(["pg_restore", "--data-only", "--file=-", str(path)]) as out:
        counted = _count(out)
    if counted != rows:
        raise Unusable(DAMAGED.format(why="die Tabellen haben nicht die erwartete Zahl von Zeilen."))


def folder(database: BaseDatabaseWrapper) -> None:
    """The dump may be prepared anywhere."""


def exists(database: BaseDatabaseWrapper) -> bool:  # noqa: ARG001
    """The database itself was made by the administration of PostgreSQL."""
    return True


def install(database: BaseDatabaseWrapper, prepared: Path, rows: dict[str, int], aside: str) -> None:  # noqa: ARG001
    """Replace all tables in one transaction that ends only when every row has arrived."""
    database.close()
    psql = subprocess.Popen(  # noqa: S603 - our own command
        [_program("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"],
        env=_environment(database),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        _feed(psql, prepared, rows)
    finally:
        # Without the COMMIT of _feed the end of the input takes everything back.
        _, said = psql.communicate()
    if psql.returncode:
        raise Unusable(
            f"PostgreSQL hat die Sicherung nicht angenommen, nichts wurde geändert: {_last_line(said)}"
        )


def _feed(psql: "subprocess.Popen[bytes]", prepared: Path, rows: dict[str, int]) -> None:
    assert psql.stdin is not None  # noqa: S101 - PIPE above
    command = ["pg_restore", "--no-owner", "--no-privileges", "--no-comments", "--file=-", str(prepared)]
    try:
        psql.stdin.write(_BEGIN.encode())
        with _reading(command) as script:
            shutil.copyfileobj(script, psql.stdin)
        for table, count in rows.items():
            psql.stdin.write(_COMPARE.format(table=table, count=count).encode())
        psql.stdin.write(b"COMMIT;\n")
    except BrokenPipeError:
        return  # psql stopped at an error; its message is read by the caller


def _count(script: IO[bytes]) -> dict[str, int]:
    """Rows of each table in the text of a dump."""
    counted: dict[str, int] = {}
    table = ""
    for line in script:
        if table:
            if line == b"\\.\n":
                table = ""
            else:
                counted[table] += 1
        elif match := _COPY.match(line):
            table = match[1].decode()
            counted[table] = 0
    return counted


@contextmanager
def _reading(command: list[str]) -> Iterator[IO[bytes]]:
    """What a program writes; Unusable when it fails."""
    command = [_program(command[0]), *command[1:]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own command
        assert process.stdout is not None  # noqa: S101 - PIPE above
        yield process.stdout
        _, said = process.communicate()
    if process.returncode:
        raise Unusable(DAMAGED.format(why=f"die Datenbank lässt sich nicht lesen ({_last_line(said)})."))


def _run(command: list[str], database: BaseDatabaseWrapper) -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [_program(command[0]), *command[1:]], env=_environment(database), capture_output=True, check=False
    )
    if done.returncode:
        raise Unusable(f"Die Datenbank ließ sich nicht sichern: {_last_line(done.stderr)}")


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        raise Unusable(f"Das Programm {name} fehlt. Installieren Sie das Paket postgresql-client.")
    return found


def _environment(database: BaseDatabaseWrapper) -> dict[str, str]:
    """Where the database is; never on the command line, which everybody on the machine can read."""
    given = database.settings_dict
    names = {
        "PGDATABASE": "NAME",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGHOST": "HOST",
        "PGPORT": "PORT",
    }
    return os.environ | {variable: str(given[key]) for variable, key in names.items() if given.get(key)}


def _last_line(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "ohne Meldung"
