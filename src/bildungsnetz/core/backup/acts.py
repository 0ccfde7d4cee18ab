"""Backing up, verifying and restoring."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import metadata
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from bildungsnetz.core.backup import archive, files, manifest, postgres, sqlite
from bildungsnetz.core.backup.errors import Unusable
from bildungsnetz.core.backup.manifest import Manifest
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.models import AuditEntry

_ENGINES = {"sqlite": sqlite, "postgresql": postgres}
_WORKPLACE = ".bildungsnetz-"
_LONGEST_RUN = timedelta(days=1)
_NOT_EMPTY = (
    "Hier liegen schon Daten. Mit --replace ersetzen Sie sie durch die Sicherung; machen Sie vorher eine Sicherung des"
    " jetzigen Standes."
)


@dataclass(frozen=True)
class Restored:
    """What was restored, where the former state lies now, and whether the database still has to be brought up to date."""

    manifest: Manifest
    former: list[Path]
    is_older: bool


def back_up(target: Path, *, now: datetime, database: BaseDatabaseWrapper = connection) -> Manifest:
    """Write the backup to `target` (a new file; ".tar" is usual). Raises Unusable; then there is no file."""
    if target.exists():
        raise Unusable(f"{target} gibt es schon. Wählen Sie einen anderen Namen.")
    target.parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(database.vendor)
    _clear_leftovers(target.parent, now)
    with _workplace(target.parent) as place, archive.created(target) as tar:
        rows = engine.dump(database, place / engine.NAME)
        made = Manifest(
            format=manifest.FORMAT,
            version=_version(),
            made_at=now.isoformat(),
            vendor=database.vendor,
            database=engine.NAME,
            migrations=_applied(database),
            rows=rows,
            checksums={engine.NAME: archive.add(tar, place / engine.NAME, engine.NAME)},
        )
        root = Path(settings.MEDIA_ROOT)
        for name in files.stored(root):
            member = f"{manifest.FILES}/{name}"
            try:
                made.checksums[member] = archive.add(tar, root / name, member)
            except FileNotFoundError:
                continue  # deleted since the list was made: the retention ran meanwhile
        archive.add_manifest(tar, made.to_json())
    return made


def verify(path: Path) -> Manifest:
    """Read everything again: checksums, the database in itself, the rows of each table. Raises Unusable."""
    with _workplace(None) as place:
        made = archive.unpack(path, place)
        _engine(made.vendor).check(place / made.database, made.rows)
    return made


def restore(
    path: Path, *, replace: bool, now: datetime, database: BaseDatabaseWrapper = connection
) -> Restored:
    """Put the backup in the place of database and files. Raises Unusable; then nothing has changed.

    The order keeps every moment whole: everything is checked beside its place, files are added, the database changes in
    one step, then files it does not know go aside.
    """
    _fits(archive.manifest_of(path), database)
    engine = _engine(database.vendor)
    root = Path(settings.MEDIA_ROOT)
    aside = f"vor-{now.astimezone(BERLIN):%Y%m%d-%H%M%S}"
    root.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(root.parent, now)
    with _workplace(root.parent) as place, _workplace(engine.folder(database)) as beside:
        made = archive.unpack(path, place)
        prepared = Path(shutil.move(place / made.database, beside))
        engine.check(prepared, made.rows)
        if not replace and _holds_something(database, root):
            raise Unusable(_NOT_EMPTY)
        added = files.put_in(place / manifest.FILES, root)
        try:
            former = engine.install(database, prepared, made.rows, aside)
        except (Unusable, OSError):
            files.take_back(root, added)
            raise
    names = {name.removeprefix(f"{manifest.FILES}/") for name in made.files}
    others = files.take_out_others(root, names, archive.unused(root.with_name(f"{root.name}.{aside}")))
    return Restored(
        made, [place for place in (former, others) if place], bool(_known() - set(made.migrations))
    )


def _engine(vendor: str) -> ModuleType:
    if vendor not in _ENGINES:
        raise Unusable(f"Die Datenbank {vendor} ist unbekannt.")
    return _ENGINES[vendor]


@contextmanager
def _workplace(folder: Path | None) -> Iterator[Path]:
    """A folder that is gone afterwards, on the same disk as what is prepared in it."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=".bildungsnetz-", dir=folder, ignore_cleanup_errors=True
    ) as place:
        yield Path(place)


def _clear_leftovers(folder: Path, now: datetime) -> None:
    """What a killed run left behind holds personal data; younger places may belong to a run at work."""
    for place in folder.glob(f"{_WORKPLACE}*"):
        if place.stat().st_mtime < (now - _LONGEST_RUN).timestamp():
            shutil.rmtree(place, ignore_errors=True)


def _fits(made: Manifest, database: BaseDatabaseWrapper) -> None:
    """Raises Unusable for a backup of another kind of database or of a newer program."""
    if made.vendor != database.vendor:
        raise Unusable(
            f"Die Sicherung stammt aus {made.vendor}, eingestellt ist {database.vendor}."
            " Stellen Sie BILDUNGSNETZ_DATABASE passend ein."
        )
    unknown = sorted(set(made.migrations) - _known())
    if unknown:
        raise Unusable(
            f"Die Sicherung stammt von Version {made.version} und kennt {unknown[0]}, dieses Programm ist Version"
            f" {_version()}. Nehmen Sie eine mindestens so neue Version."
        )


def _holds_something(database: BaseDatabaseWrapper, root: Path) -> bool:
    """Whether anybody has an account, any act was recorded or any file stored; an empty database after `migrate` has none."""
    if not _engine(database.vendor).exists(database):
        return any(files.stored(root))
    tables = set(database.introspection.table_names())
    with database.cursor() as cursor:
        for model in (get_user_model(), AuditEntry):
            table = model._meta.db_table
            if table not in tables:
                continue
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {database.ops.quote_name(table)})")  # noqa: S608 - our table
            if cursor.fetchone()[0]:
                return True
    return any(files.stored(root))


def _applied(database: BaseDatabaseWrapper) -> list[str]:
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(database).applied_migrations())


def _known() -> set[str]:
    return {f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}


def _version() -> str:
    try:
        return metadata.version("bildungsnetz")
    except metadata.PackageNotFoundError:  # runs from the working copy
        return "Arbeitskopie"
