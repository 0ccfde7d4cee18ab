"""What a backup holds, in its last member: a backup without it was never finished."""

import json
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any

from bildungsnetz.core.backup.errors import Unusable

NAME = "manifest.json"
FORMAT = 1
FILES = "files"


@dataclass(frozen=True)
class Manifest:
    """`checksums` names every other member of the archive with its SHA-256; `rows` counts each table."""

    format: int
    version: str
    made_at: str
    vendor: str
    database: str
    migrations: list[str]
    rows: dict[str, int]
    checksums: dict[str, str]

    @property
    def files(self) -> list[str]:
        """The members that are files of the installation."""
        return [name for name in self.checksums if name != self.database]

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()


def read(content: bytes) -> Manifest:
    """Raises Unusable when it is not a manifest, or one of another format."""
    try:
        given: dict[str, Any] = json.loads(content)
        if given["format"] != FORMAT:
            raise Unusable(
                f"Die Sicherung hat das Format {given['format']}, diese Version von Bildungsnetz liest nur {FORMAT}."
                " Nehmen Sie die Version, mit der sie gemacht wurde."
            )
        made = Manifest(**given)
        safe = all(_is_safe(name, made.database) for name in made.checksums)
    except (ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise Unusable("Das Verzeichnis der Sicherung (manifest.json) ist beschädigt.") from wrong
    if not safe or made.database not in made.checksums:
        raise Unusable(
            "Das Verzeichnis der Sicherung (manifest.json) nennt Dateien, die nicht hineingehören."
        )
    return made


def _is_safe(name: str, database: str) -> bool:
    """Nothing may be written outside the folder it belongs to."""
    parts = PurePosixPath(name).parts
    if name == database:
        return len(parts) == 1
    return len(parts) > 1 and parts[0] == FILES and ".." not in parts
