"""Both sides stand behind the agenda before anybody is invited.

Source: user story CO-01 of the domain report (each co-chair releases the agenda; only then is an invitation possible). The
chair of a side or a deputy presses release, as with minutes; a change of the agenda makes all releases void.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.session_states import SessionState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def missing_sides(required: Iterable[str], released: Iterable[str]) -> tuple[str, ...]:
    """The sides whose release is missing, in the order given."""
    given = frozenset(released)
    return tuple(side for side in required if side not in given)


def refuse_release(
    state: SessionState, *, own_items: int, side: str, person: str, holders: Mapping[str, frozenset[str]]
) -> list[Refusal]:
    """Released is the agenda of a planned session that has an item of its own, by whoever chairs the side."""
    if state is not SessionState.PLANNED:
        text = _("Freigegeben wird die Tagesordnung, bevor die Einladung versendet ist.")
        return [Refusal("not_planned", text)]
    if not own_items:
        return [Refusal("agenda_empty", _("Noch steht kein eigener Punkt auf der Tagesordnung."))]
    if person not in holders.get(side, frozenset()):
        return [Refusal("not_the_chair", _("Für diese Seite gibt deren Vorsitz oder Vertretung frei."))]
    return []


def refuse_inviting_unreleased(*, is_needed: bool, missing: Iterable[str]) -> list[Refusal]:
    """Where the body wants it, nobody is invited before all sides released; `missing` are their names."""
    names = ", ".join(missing)
    if not is_needed or not names:
        return []
    text = _("Die Tagesordnung ist noch nicht freigegeben. Es fehlt: %(sides)s.")
    return [Refusal("not_released", text % {"sides": names})]
