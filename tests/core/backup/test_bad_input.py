"""A backup that cannot be trusted is refused with a sentence, and nothing changes."""

import io
import json
import tarfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bildungsnetz.core import backup
from bildungsnetz.core.backup import Unusable
from tests.core.backup.conftest import Installation
from tests.core.backup.test_round_trip import FIRST_STATE

Members = dict[str, bytes]


def unpacked(path: Path) -> Members:
    with tarfile.open(path) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar.getmembers()}


def pack(path: Path, members: Members) -> None:
    with tarfile.open(path, "w") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))


def listing(members: Members, **changes: Any) -> None:
    members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | changes).encode()


def another_byte(members: Members) -> None:
    name = next(name for name in members if name.startswith("database"))
    content = bytearray(members[name])
    content[len(content) // 2] ^= 1
    members[name] = bytes(content)


def no_manifest(members: Members) -> None:
    del members["manifest.json"]


def broken_manifest(members: Members) -> None:
    members["manifest.json"] = members["manifest.json"][:-10]


def list_as_manifest(members: Members) -> None:
    members["manifest.json"] = b"[1]"


def missing_file(members: Members) -> None:
    del members["files/paper.pdf"]


def another_file(members: Members) -> None:
    members["files/virus.exe"] = b"MZ"


def another_count(members: Members) -> None:
    rows = json.loads(members["manifest.json"])["rows"]
    listing(members, rows=rows | {"core_auditentry": 3})


def another_format(members: Members) -> None:
    listing(members, format=2)


def way_out(members: Members) -> None:
    checksums = json.loads(members["manifest.json"])["checksums"]
    listing(members, checksums=checksums | {"files/../../evil": "0" * 64})


def newer(members: Members) -> None:
    migrations = json.loads(members["manifest.json"])["migrations"]
    listing(members, migrations=[*migrations, "core.0999_future"], version="9.9")


def other_vendor(members: Members) -> None:
    listing(members, vendor="oracle")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (another_byte, "stimmt nicht mit der Prüfsumme überein"),
        (no_manifest, r"das Verzeichnis \(manifest.json\) fehlt"),
        (broken_manifest, "ist beschädigt"),
        (list_as_manifest, "ist beschädigt"),
        (missing_file, "nennen verschiedene Dateien"),
        (another_file, "nennen verschiedene Dateien"),
        (another_count, "nicht die erwartete Zahl von Zeilen"),
        (another_format, "hat das Format 2, diese Version von Bildungsnetz liest nur 1"),
        (way_out, "nennt Dateien, die nicht hineingehören"),
        (newer, "stammt von Version 9.9 und kennt core.0999_future"),
        (other_vendor, "Die Sicherung stammt aus oracle"),
    ],
)
def test_a_changed_backup(
    change: Callable[[Members], None],
    sentence: str,
    archive: Path,
    installation: Installation,
    now: datetime,
) -> None:
    members = unpacked(archive)
    change(members)
    pack(archive, members)
    with pytest.raises(Unusable, match=sentence):
        backup.restore(archive, replace=True, now=now, database=installation.database)
    assert installation.state() == FIRST_STATE
    assert installation.leftovers() == []


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_a_backup_cut_short(share: float, archive: Path) -> None:
    whole = archive.read_bytes()
    archive.write_bytes(whole[: int(len(whole.rstrip(b"\0")) * share)])
    with pytest.raises(Unusable, match="beschädigt"):
        backup.verify(archive)


def test_something_else(tmp_path: Path) -> None:
    other = tmp_path / "brief.docx"
    other.write_bytes(b"PK\x03\x04 a letter")
    with pytest.raises(Unusable, match="beschädigt oder unvollständig"):
        backup.verify(other)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="gibt es nicht"):
        backup.verify(tmp_path / "fehlt.tar")


def test_links_are_not_followed(archive: Path, tmp_path: Path) -> None:
    members = unpacked(archive)
    with tarfile.open(archive, "w") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            if name == "files/paper.pdf":
                info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
            else:
                info.size = len(content)
            tar.addfile(info, io.BytesIO(content) if info.size else None)
    with pytest.raises(Unusable, match="keine gewöhnliche Datei"):
        backup.verify(archive)
