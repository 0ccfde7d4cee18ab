"""Who may read an item and what hangs on it; closed by default.

Source: domain rule 7 (confidential items are invisible outside the body, also in search, feeds and exports); papers are
closed by default and never wider than their item, after leaks of councils that published a file of a closed item.
"""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal


class Visibility(TextChoices):
    """From open to closed."""

    PUBLIC = "public", _("öffentlich")
    NETWORK = "network", _("alle Angemeldeten im Netzwerk")
    BODY = "body", _("Mitglieder des Gremiums und Bildungsbüro")
    OFFICE = "office", _("nur Bildungsbüro und Vorsitz")


_FROM_CLOSED = (Visibility.OFFICE, Visibility.BODY, Visibility.NETWORK, Visibility.PUBLIC)


def openness(visibility: Visibility | str) -> int:
    """How far something is open: 0 for the office alone, 3 for everybody."""
    return _FROM_CLOSED.index(Visibility(visibility))


def narrower(one: Visibility | str, other: Visibility | str) -> Visibility:
    """The more closed one of the two."""
    return Visibility(min(one, other, key=openness))


def paper_start(item: Visibility | str) -> Visibility:
    """What a new paper of an item is proposed to be: for the body, or as closed as the item."""
    return narrower(Visibility.BODY, item)


def paper_levels(item: Visibility | str) -> tuple[Visibility, ...]:
    """What a paper of an item may be, from open to closed."""
    return tuple(level for level in Visibility if openness(level) <= openness(item))


def refuse_wider(paper: Visibility | str, item: Visibility | str) -> list[Refusal]:
    """A paper is never open to more people than its item."""
    if openness(paper) <= openness(item):
        return []
    text = _("Eine Unterlage ist nie weiter sichtbar als ihr Punkt. Der Punkt ist: %(level)s.")
    return [Refusal("wider_than_item", text % {"level": Visibility(item).label}, "visibility")]
