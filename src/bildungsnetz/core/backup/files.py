"""The files of an installation. A file never changes under its name, so old and new state can lie side by side."""

import os
from collections.abc import Iterator
from pathlib import Path

from bildungsnetz.core.backup.archive import sync_folder


def stored(root: Path) -> Iterator[str]:
    """The names of all files, relative, in a fixed order."""
    found = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return iter(sorted(path.relative_to(root).as_posix() for path in found))


def put_in(prepared: Path, root: Path) -> list[str]:
    """Move every prepared file to its place, one by one; gives the names that were not there before."""
    added = []
    for name in stored(prepared):
        source, target = prepared / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as file:
            os.fsync(file.fileno())
        if not target.exists():
            added.append(name)
        source.replace(target)
        sync_folder(target.parent)
    return added


def take_back(root: Path, added: list[str]) -> None:
    """Undo `put_in`."""
    for name in added:
        (root / name).unlink(missing_ok=True)


def take_out_others(root: Path, kept: set[str], to: Path) -> Path | None:
    """Move all files that the restored database does not know to the folder `to`; gives it if there were any."""
    others = [name for name in stored(root) if name not in kept]
    for name in others:
        target = to / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (root / name).replace(target)
    return to if others else None
