"""Brings the English catalogue up to date: new texts come in empty, unused ones go, sorted by the German words.

Known translations stay as they are; a JSON file {German: English} (or {German: [one, many]}) given as argument adds to
them. Prints what still waits for its English words; `make check` fails until none does.
"""

import json
import sys
from pathlib import Path

import polib

from tools.check_translations import CATALOGUE, PACKAGE, collect, key


def tidied(fresh: polib.POFile, known: polib.POFile) -> polib.POFile:
    """The fresh texts in the order of their words, with the translations already known."""
    given = {key(entry): entry for entry in known if not entry.obsolete and not entry.fuzzy}
    made = polib.POFile(wrapwidth=110)
    made.header, made.metadata = known.header or fresh.header, known.metadata or fresh.metadata
    made.metadata_is_fuzzy = known.metadata_is_fuzzy
    for entry in sorted(fresh, key=lambda entry: (entry.msgid, entry.msgctxt or "")):
        if entry.obsolete:
            continue
        old = given.get(key(entry))
        entry.msgstr = old.msgstr if old else ""
        entry.msgstr_plural = old.msgstr_plural if old and entry.msgid_plural else _empty(entry)
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = entry.previous_msgctxt = entry.previous_msgid_plural = None
        made.append(entry)
    return made


def fill(catalogue: polib.POFile, pairs: dict[str, str | list[str]]) -> None:
    """Put the English words of the pairs where they are missing. Raises KeyError for German that nobody says."""
    waiting = {entry.msgid: entry for entry in catalogue}
    for german, english in pairs.items():
        entry = waiting[german]
        if isinstance(english, list):
            entry.msgstr_plural = dict(enumerate(english))
        else:
            entry.msgstr = english


def _empty(entry: polib.POEntry) -> dict[int, str]:
    return {0: "", 1: ""} if entry.msgid_plural else {}


def main() -> int:
    committed = PACKAGE / CATALOGUE
    made = tidied(collect(PACKAGE), polib.pofile(str(committed)))
    for name in sys.argv[1:]:
        fill(made, json.loads(Path(name).read_text(encoding="utf-8")))
    made.save(str(committed))
    for entry in made.untranslated_entries():
        print(entry.msgid)
    return 0


if __name__ == "__main__":
    sys.exit(main())
