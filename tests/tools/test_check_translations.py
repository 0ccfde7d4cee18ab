"""What the check of the translations complains about."""

from pathlib import Path

import polib
import pytest

from tools.check_translations import collect, complaints


def catalogue(*entries: polib.POEntry) -> polib.POFile:
    file = polib.POFile()
    file.extend(entries)
    return file


def entry(german: str, english: str = "", **more: object) -> polib.POEntry:
    return polib.POEntry(msgid=german, msgstr=english, **more)


@pytest.mark.parametrize(
    ("fresh", "committed", "expected"),
    [
        ([entry("Heute")], [entry("Heute", "Today")], []),
        ([entry("Heute")], [], ["missing: Heute"]),
        ([entry("Heute")], [entry("Heute")], ["untranslated: Heute"]),
        ([entry("Heute")], [entry("Heute", "Today", flags=["fuzzy"])], ["uncertain: Heute"]),
        ([], [entry("Heute", "Today")], ["no longer used: Heute"]),
        ([], [entry("Heute", "Today", obsolete=True)], ["no longer used: Heute"]),
        (
            [entry("Seite", msgctxt="Gremium")],
            [entry("Seite", "Page")],
            ["missing: Seite", "no longer used: Seite"],
        ),
    ],
)
def test_complaints(fresh: list[polib.POEntry], committed: list[polib.POEntry], expected: list[str]):
    assert complaints(catalogue(*fresh), catalogue(*committed)) == expected


def test_texts_are_collected_from_code_and_templates(tmp_path: Path):
    package = tmp_path / "probe"
    (package / "templates").mkdir(parents=True)
    (package / "views.py").write_text(
        'from django.utils.translation import gettext as _\n_("Aus dem Code")\n'
    )
    (package / "templates" / "page.html").write_text('{% load i18n %}{% translate "Aus der Vorlage" %}')
    assert sorted(found.msgid for found in collect(package)) == ["Aus dem Code", "Aus der Vorlage"]
    assert not (package / "locale").exists()
