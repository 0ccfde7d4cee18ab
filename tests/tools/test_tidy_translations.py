"""The catalogue is tidied without losing a word."""

import polib
import pytest

from tests.tools.test_check_translations import catalogue, entry
from tools.tidy_translations import fill, tidied


def test_new_texts_come_in_unused_ones_go_known_ones_stay():
    known = catalogue(entry("Zwei", "Two"), entry("Alt", "Old"), entry("Vage", "Vague", flags=["fuzzy"]))
    made = tidied(catalogue(entry("Zwei"), entry("Eins"), entry("Vage")), known)
    assert [(found.msgid, found.msgstr) for found in made] == [("Eins", ""), ("Vage", ""), ("Zwei", "Two")]


def test_plural_forms_stay():
    fresh = polib.POEntry(msgid="%(n)s Tag", msgid_plural="%(n)s Tage")
    old = polib.POEntry(
        msgid="%(n)s Tag", msgid_plural="%(n)s Tage", msgstr_plural={0: "%(n)s day", 1: "%(n)s days"}
    )
    assert tidied(catalogue(fresh), catalogue(old))[0].msgstr_plural == {0: "%(n)s day", 1: "%(n)s days"}


def test_pairs_fill_what_is_missing():
    made = catalogue(entry("Eins"), polib.POEntry(msgid="Tag", msgid_plural="Tage"))
    fill(made, {"Eins": "One", "Tag": ["day", "days"]})
    assert (made[0].msgstr, made[1].msgstr_plural) == ("One", {0: "day", 1: "days"})
    with pytest.raises(KeyError):
        fill(made, {"Unbekannt": "Unknown"})
