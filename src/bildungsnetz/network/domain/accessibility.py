"""What makes a place accessible: a fixed list, so that people can search for it; details are a text beside it.

Source: the marks of the nationwide labelling "Reisen für Alle" and DIN 18040-1 (public buildings), reduced to what a
secretary can say without measuring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise

FEATURES: Final[dict[str, _StrPromise]] = {
    "step_free": _("Zugang ohne Stufen"),
    "lift": _("Aufzug"),
    "toilet": _("Rollstuhlgerechte Toilette"),
    "parking": _("Parkplatz für Menschen mit Behinderung"),
    "tactile": _("Leitsystem oder Beschriftung zum Ertasten"),
    "induction_loop": _("Induktive Höranlage"),
    "quiet_room": _("Ruhiger Rückzugsraum"),
    "assistance_dogs": _("Assistenzhunde willkommen"),
    "transit": _("Barrierefreie Haltestelle in der Nähe"),
}


def names_of_features(keys: Iterable[str]) -> list[str]:
    """The names of the known keys, in the order of the list."""
    wanted = set(keys)
    return [str(name) for key, name in FEATURES.items() if key in wanted]
