"""The words in which offers are described: kinds, topics, target groups, places, languages, accessibility.

Keys are what the database and the import files hold; they never change, their German names may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.utils.functional import Promise

COUNSELLING: Final = "counselling"
EVENT: Final = "event"
COURSE: Final = "course"

KINDS: Final[Mapping[str, Promise]] = {
    "visit": _("Besuch am Lernort"),
    COURSE: _("Kurs oder Workshop"),
    "programme": _("Programm oder Projekt"),
    EVENT: _("Veranstaltung"),
    COUNSELLING: _("Beratung"),
    "training": _("Fortbildung"),
}
TOPICS: Final[Mapping[str, Promise]] = {
    "science": _("Naturwissenschaft und Technik"),
    "environment": _("Umwelt und nachhaltige Entwicklung"),
    "digital": _("Medien und Digitales"),
    "language": _("Sprache und Lesen"),
    "culture": _("Kultur und Kunst"),
    "democracy": _("Demokratie und Gesellschaft"),
    "career": _("Berufliche Orientierung"),
    "health": _("Gesundheit und Bewegung"),
    "inclusion": _("Inklusion und Teilhabe"),
    "arrival": _("Ankommen und Integration"),
    "family": _("Familie und Erziehung"),
    "other": _("Anderes Thema"),
}
AUDIENCES: Final[Mapping[str, Promise]] = {
    "daycare": _("Kinder in Kitas"),
    "pupils": _("Schülerinnen und Schüler"),
    "staff": _("Lehr- und Fachkräfte"),
    "parents": _("Eltern und Familien"),
    "youth": _("Jugendliche außerhalb der Schule"),
    "adults": _("Erwachsene"),
}
PLACES: Final[Mapping[str, Promise]] = {
    "here": _("beim Anbieter"),
    "yours": _("kommt zu Ihnen"),
    "online": _("digital"),
}
COSTS: Final[Mapping[str, Promise]] = {"free": _("kostenfrei"), "paid": _("kostenpflichtig")}
ACCESS: Final[Mapping[str, Promise]] = {
    "wheelchair": _("stufenlos zugänglich"),
    "toilet": _("rollstuhlgerechtes WC"),
    "hearing": _("Höranlage"),
    "signing": _("Gebärdensprache"),
    "plain": _("Leichte Sprache"),
    "seeing": _("für blinde Menschen geeignet"),
}
LANGUAGES: Final[Mapping[str, Promise]] = {
    "de": _("Deutsch"),
    "en": _("Englisch"),
    "ar": _("Arabisch"),
    "fr": _("Französisch"),
    "pl": _("Polnisch"),
    "ru": _("Russisch"),
    "tr": _("Türkisch"),
    "uk": _("Ukrainisch"),
}
FIRST_GRADE, LAST_GRADE = 1, 13


def names_of(keys: Iterable[str], words: Mapping[str, Promise]) -> list[str | Promise]:
    """The names of the keys in the order of the words; unknown keys are left out."""
    present = set(keys)
    return [name for key, name in words.items() if key in present]
