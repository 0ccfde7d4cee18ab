"""A SQLite database, copied while it runs and put back in one step."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3._functions import register as register_functions

from bildungsnetz.core.backup.archive import DAMAGED, sync_folder, unused
from bildungsnetz.core.backup.errors import Unusable

NAME = "database.sqlite3"
_IN_USE = "Die Datenbank ist in Benutzung. Beenden Sie Bildungsnetz und versuchen Sie es erneut."


def dump(database: BaseDatabaseWrapper, target: Path) -> dict[str, int]:
    """Copy the committed state (others may write meanwhile) and count its rows."""
    # A connection of its own: backup() would wait for ever for a transaction of the connection it reads from.
    try:
        with closing(sqlite3.connect(_path(database))) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            return _rows(copy)
    except sqlite3.DatabaseError as wrong:
        raise Unusable(f"Die Datenbank ließ sich nicht sichern: {wrong}") from wrong


def check(path: Path, rows: dict[str, int]) -> None:
    """Raises Unusable when the copy is damaged or holds other rows than it should."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            register_functions(copy)  # our constraints use REGEXP, which SQLite itself does not know
            found = [text for (text,) in copy.execute("PRAGMA integrity_check")]
            dangling = copy.execute("PRAGMA foreign_key_check").fetchone()
            counted = _rows(copy)
    except sqlite3.DatabaseError as wrong:
        raise Unusable(DAMAGED.format(why=f"die Datenbank lässt sich nicht lesen ({wrong}).")) from wrong
    if found != ["ok"] or dangling:
        raise Unusable(DAMAGED.format(why=f"die Datenbank ist in sich nicht stimmig ({found[0]})."))
    if counted != rows:
        raise Unusable(DAMAGED.format(why="die Tabellen haben nicht die erwartete Zahl von Zeilen."))


def folder(database: BaseDatabaseWrapper) -> Path:
    """Where the restored file must be prepared: the last step is a renaming."""
    return _path(database).parent


def exists(database: BaseDatabaseWrapper) -> bool:
    """Whether there is a file; merely asking a missing one would make it."""
    return _path(database).exists()


def install(database: BaseDatabaseWrapper, prepared: Path, rows: dict[str, int], aside: str) -> Path | None:  # noqa: ARG001
    """Put the prepared file in the place of the database. Gives where the former one lies now, if there was one."""
    database.close()
    target = _path(database)
    former = unused(target.with_name(f"{target.name}.{aside}"))
    with prepared.open("rb") as file:
        os.fsync(file.fileno())
    had_one = target.exists()
    if had_one:
        _close_journal(target, former)
        os.link(target, former)
    prepared.replace(target)
    sync_folder(target.parent)
    return former if had_one else None


def _path(database: BaseDatabaseWrapper) -> Path:
    """Raises Unusable without a file."""
    name = str(database.settings_dict["NAME"])
    if ":memory:" in name or "mode=memory" in name:
        raise Unusable(
            "Eine Datenbank im Arbeitsspeicher lässt sich nicht sichern und nicht wiederherstellen."
        )
    return Path(name).absolute()


def _close_journal(target: Path, former: Path) -> None:
    """Write what the journal still holds into the old file; else it would be taken for a journal of the new one.

    A damaged old file keeps its journal beside it under the new name.
    """
    try:
        with closing(sqlite3.connect(target, timeout=2, isolation_level=None)) as old:
            old.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.OperationalError as locked:
        raise Unusable(_IN_USE) from locked
    except sqlite3.DatabaseError:
        for ending in ("-wal", "-shm"):
            journal = target.with_name(target.name + ending)
            if journal.exists():
                journal.replace(former.with_name(former.name + ending))


def _rows(database: sqlite3.Connection) -> dict[str, int]:
    """Rows of each real table; the index of the search keeps its own books."""
    tables = [
        name
        for _, name, kind, *_ in database.execute("PRAGMA main.table_list")
        if kind == "table" and not name.startswith("sqlite_")
    ]
    count = 'SELECT count(*) FROM "{}"'
    return {name: database.execute(count.format(name)).fetchone()[0] for name in sorted(tables)}
