"""The languages in which institutions of a region speak with people, and the two forms of German that help many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise

LANGUAGES: Final[dict[str, _StrPromise]] = {
    "de": _("Deutsch"),
    "leicht": _("Leichte Sprache"),
    "dgs": _("Deutsche Gebärdensprache"),
    "en": _("Englisch"),
    "ar": _("Arabisch"),
    "bg": _("Bulgarisch"),
    "fa": _("Persisch (Farsi, Dari)"),
    "fr": _("Französisch"),
    "el": _("Griechisch"),
    "it": _("Italienisch"),
    "hr": _("Kroatisch, Bosnisch, Serbisch"),
    "ku": _("Kurdisch"),
    "nl": _("Niederländisch"),
    "ps": _("Paschtu"),
    "pl": _("Polnisch"),
    "pt": _("Portugiesisch"),
    "rom": _("Romanes"),
    "ro": _("Rumänisch"),
    "ru": _("Russisch"),
    "sq": _("Albanisch"),
    "es": _("Spanisch"),
    "ti": _("Tigrinya"),
    "tr": _("Türkisch"),
    "uk": _("Ukrainisch"),
    "ur": _("Urdu"),
    "vi": _("Vietnamesisch"),
}
"""Keys follow ISO 639 where there is one; they are stored and never change."""


def names_of_languages(keys: Iterable[str]) -> list[str]:
    """The names of the known keys, in the order of the list."""
    wanted = set(keys)
    return [str(name) for key, name in LANGUAGES.items() if key in wanted]
