"""Says whether every German text of the interface has its English translation.

The texts are collected anew into a copy (Django's makemessages), so that the check sees what the code says today and leaves
the working tree alone. Complaints: untranslated, uncertain (fuzzy), missing in the committed file, no longer used.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "bildungsnetz"
CATALOGUE = Path("locale", "en", "LC_MESSAGES", "django.po")
NOT_NEEDED = shutil.ignore_patterns("__pycache__", "static", "*.mo", "migrations")


def collect(package: Path) -> polib.POFile:
    """The English catalogue as makemessages would write it today. Raises CalledProcessError if xgettext fails."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / package.name
        shutil.copytree(package, copy, ignore=NOT_NEEDED)
        (copy / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
        command = [
            sys.executable,
            "-m",
            "django",
            "makemessages",
            "--locale=en",
            "--no-location",
            "--verbosity=0",
        ]
        subprocess.run(command, cwd=copy, check=True, env=_without_settings())
        return polib.pofile(str(copy / CATALOGUE))


def _without_settings() -> dict[str, str]:
    """makemessages takes its folder from the place where it runs when no settings are named."""
    return {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}


def key(entry: polib.POEntry) -> tuple[str, str]:
    """What makes a text one text: its context and the German words."""
    return entry.msgctxt or "", entry.msgid


def complaints(fresh: polib.POFile, committed: polib.POFile) -> list[str]:
    """One line per text that is not in order, sorted."""
    wanted = {key(entry): entry for entry in fresh if not entry.obsolete}
    given = {key(entry): entry for entry in committed if not entry.obsolete}
    found = [f"missing: {text}" for _, text in wanted.keys() - given.keys()]
    found += [f"no longer used: {text}" for _, text in given.keys() - wanted.keys()]
    found += [f"no longer used: {entry.msgid}" for entry in committed.obsolete_entries()]
    for entry in given.values():
        if entry.fuzzy:
            found.append(f"uncertain: {entry.msgid}")
        elif not entry.translated():
            found.append(f"untranslated: {entry.msgid}")
    return sorted(found)


def main() -> int:
    """Prints the complaints; 1 if there are any."""
    committed = PACKAGE / CATALOGUE
    known = polib.pofile(str(committed)) if committed.exists() else polib.POFile()
    found = complaints(collect(PACKAGE), known)
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
