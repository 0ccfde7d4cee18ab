"""The one file of a backup: a tar, written beside its place and put there only when complete."""

import hashlib
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO

from bildungsnetz.core.backup import manifest
from bildungsnetz.core.backup.errors import Unusable
from bildungsnetz.core.backup.manifest import Manifest

DAMAGED = "Die Sicherung ist beschädigt oder unvollständig: {why}"


class HashingReader:
    """Reads on and keeps the checksum of all that was read."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._source.read(size)
        self._hash.update(piece)
        return piece

    @property
    def checksum(self) -> str:
        return self._hash.hexdigest()


@contextmanager
def created(target: Path) -> Iterator[tarfile.TarFile]:
    """An archive to fill. It appears under its name when everything is on the disk, and not at all otherwise.

    Only the owner may read it: it holds all personal data.
    """
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                yield tar
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        sync_folder(target.parent)
    except (OSError, tarfile.TarError) as wrong:
        raise Unusable(f"Die Sicherung ließ sich nicht schreiben: {wrong}") from wrong
    finally:
        part.unlink(missing_ok=True)


def add(tar: tarfile.TarFile, path: Path, name: str) -> str:
    """Add a file and give its checksum; it is of exactly what was written."""
    with path.open("rb") as source:
        info = tarfile.TarInfo(name)
        info.size = os.fstat(source.fileno()).st_size
        reader = HashingReader(source)
        tar.addfile(info, reader)
    return reader.checksum


def add_manifest(tar: tarfile.TarFile, content: bytes) -> None:
    info = tarfile.TarInfo(manifest.NAME)
    info.size = len(content)
    tar.addfile(info, BytesIO(content))


def unpack(path: Path, into: Path) -> Manifest:
    """Write every member below `into` and compare it with its checksum. Raises Unusable."""
    with _opened(path) as tar:
        listed = _manifest_of(tar)
        names = sorted(member.name for member in tar.getmembers() if member.name != manifest.NAME)
        if names != sorted(listed.checksums):
            raise Unusable(DAMAGED.format(why="Inhalt und Verzeichnis nennen verschiedene Dateien."))
        for name, checksum in listed.checksums.items():
            if _write(_reader(tar, name), into / name) != checksum:
                raise Unusable(DAMAGED.format(why=f"{name} stimmt nicht mit der Prüfsumme überein."))
    return listed


def manifest_of(path: Path) -> Manifest:
    """Raises Unusable when there is none."""
    with _opened(path) as tar:
        return _manifest_of(tar)


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    if not path.is_file():
        raise Unusable(f"Die Sicherung {path} gibt es nicht.")
    try:
        with tarfile.open(path, "r:") as tar:
            yield tar
    except (tarfile.TarError, EOFError, OSError) as wrong:
        raise Unusable(DAMAGED.format(why=str(wrong))) from wrong


def _manifest_of(tar: tarfile.TarFile) -> Manifest:
    if manifest.NAME not in tar.getnames():
        raise Unusable(DAMAGED.format(why="das Verzeichnis (manifest.json) fehlt."))
    return manifest.read(_reader(tar, manifest.NAME).read())


def _reader(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    source = tar.extractfile(name) if tar.getmember(name).isreg() else None
    if source is None:
        raise Unusable(DAMAGED.format(why=f"{name} ist keine gewöhnliche Datei."))
    return source


def _write(source: IO[bytes], target: Path) -> str:
    reader = HashingReader(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        shutil.copyfileobj(reader, file)
    return reader.checksum


def sync_folder(folder: Path) -> None:
    """A new name survives a power cut only when the folder is on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unused(path: Path) -> Path:
    """The path, or the next one like it that does not exist yet."""
    tried, count = path, 1
    while tried.exists():
        count += 1
        tried = path.with_name(f"{path.name}-{count}")
    return tried
