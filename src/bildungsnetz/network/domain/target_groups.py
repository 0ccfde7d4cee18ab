"""For whom institutions and their offers are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise

TARGET_GROUPS: Final[dict[str, _StrPromise]] = {
    "toddlers": _("Kinder unter drei Jahren"),
    "preschool": _("Kinder von drei bis sechs Jahren"),
    "primary": _("Grundschulkinder"),
    "lower_secondary": _("Sekundarstufe I"),
    "upper_secondary": _("Sekundarstufe II"),
    "vocational": _("Auszubildende und Berufskollegs"),
    "students": _("Studierende"),
    "adults": _("Erwachsene"),
    "seniors": _("Ältere Menschen"),
    "parents": _("Eltern und Familien"),
    "newcomers": _("Neu Zugewanderte"),
    "special_needs": _("Menschen mit Behinderung oder Förderbedarf"),
    "professionals": _("Pädagogische Fachkräfte"),
}


def names_of_target_groups(keys: Iterable[str]) -> list[str]:
    """The names of the known keys, in the order of the list."""
    wanted = set(keys)
    return [str(name) for key, name in TARGET_GROUPS.items() if key in wanted]
