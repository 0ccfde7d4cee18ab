"""What was backed up comes back, whole or not at all."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from bildungsnetz.core import backup
from bildungsnetz.core.backup import Unusable
from tests.core.backup.conftest import Installation

FIRST_STATE = (["first", "second"], {"2026/minutes.pdf": b"%PDF minutes", "paper.pdf": b"%PDF paper"})


def change(installation: Installation) -> None:
    installation.act("third")
    (installation.files / "paper.pdf").unlink()
    installation.file("new.pdf", b"%PDF new")


CHANGED_STATE = (["first", "second", "third"], {"2026/minutes.pdf": b"%PDF minutes", "new.pdf": b"%PDF new"})


@contextmanager
def disk_full_after(size: int) -> Iterator[None]:
    """No file may grow larger, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_backup_says_what_it_holds(archive: Path, installation: Installation, now: datetime) -> None:
    made = backup.verify(archive)
    assert made.rows["core_auditentry"] == 2
    assert sorted(made.files) == ["files/2026/minutes.pdf", "files/paper.pdf"]
    assert "core.0001_initial" in made.migrations
    assert (made.vendor, made.made_at) == (installation.database.vendor, now.isoformat())


def test_only_the_owner_may_read_it(archive: Path) -> None:
    assert archive.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in archive.parent.iterdir()] == ["backup.tar"]


def test_restore_brings_back_database_and_files(
    archive: Path, installation: Installation, now: datetime
) -> None:
    change(installation)
    done = backup.restore(archive, replace=True, now=now, database=installation.database)
    assert installation.state() == FIRST_STATE
    assert not done.is_older
    aside = installation.files.with_name("files.vor-20260304-150000")
    assert aside in done.former
    assert (aside / "new.pdf").read_bytes() == b"%PDF new"


def test_restore_on_a_new_machine(archive: Path, installation: Installation, now: datetime) -> None:
    installation.empty()
    done = backup.restore(archive, replace=False, now=now, database=installation.database)
    assert installation.state() == FIRST_STATE
    assert done.former == []


def test_restore_twice_gives_the_same(archive: Path, installation: Installation, now: datetime) -> None:
    for _ in range(2):
        backup.restore(archive, replace=True, now=now.replace(minute=_), database=installation.database)
    assert installation.state() == FIRST_STATE
    again = archive.with_name("again.tar")
    made = backup.back_up(again, now=now, database=installation.database)
    assert made.rows == backup.verify(archive).rows


def test_the_search_works_after_a_restore(archive: Path, installation: Installation, now: datetime) -> None:
    backup.restore(archive, replace=True, now=now, database=installation.database)
    with installation.database.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_searchentry (kind, key, title, excerpt, url, title_words, terms)"
            " VALUES ('a', 1, 'T', '', '', 't', '=haan haan')"
        )
        cursor.execute(
            "SELECT rowid FROM core_search_terms WHERE core_search_terms MATCH 'haan'"
            if installation.database.vendor == "sqlite"
            else "SELECT id FROM core_searchentry WHERE term_vector @@ 'haan'::tsquery"
        )
        assert len(cursor.fetchall()) == 1


def test_data_are_not_overwritten_unasked(archive: Path, installation: Installation, now: datetime) -> None:
    change(installation)
    with pytest.raises(Unusable, match="Hier liegen schon Daten"):
        backup.restore(archive, replace=False, now=now, database=installation.database)
    assert installation.state() == CHANGED_STATE


def test_a_backup_is_not_overwritten(archive: Path, installation: Installation, now: datetime) -> None:
    before = archive.read_bytes()
    with pytest.raises(Unusable, match="gibt es schon"):
        backup.back_up(archive, now=now, database=installation.database)
    assert archive.read_bytes() == before


def test_a_full_disk_leaves_no_backup(installation: Installation, tmp_path: Path, now: datetime) -> None:
    target = tmp_path / "kept" / "backup.tar"
    with disk_full_after(20_000), pytest.raises(Unusable):
        backup.back_up(target, now=now, database=installation.database)
    assert list(target.parent.iterdir()) == []


def test_a_full_disk_leaves_the_installation_as_it_was(
    archive: Path, installation: Installation, now: datetime
) -> None:
    change(installation)
    with disk_full_after(20_000), pytest.raises(Unusable):
        backup.restore(archive, replace=True, now=now, database=installation.database)
    assert installation.state() == CHANGED_STATE
    assert installation.leftovers() == []
