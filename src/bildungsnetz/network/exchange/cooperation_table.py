"""The list of cooperations on its way out."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Cell, Table
from bildungsnetz.network.models import Cooperation


def cooperations_table(found: Iterable[Cooperation]) -> Table:
    """One row a relation, both institutions with city and number."""
    columns = [
        _("Einrichtung"),
        _("Schulnummer"),
        _("Stadt oder Gemeinde"),
        _("Partner"),
        _("Schulnummer des Partners"),
        _("Stadt oder Gemeinde des Partners"),
        _("Art"),
        _("Thema"),
        _("Wie oft"),
        _("Seit"),
        _("Bis einschließlich"),
        _("Woher wir es wissen"),
        _("Vereinbarung"),
        _("Notiz"),
    ]
    return Table(_("Kooperationen"), columns, map(_row, found))


def _row(each: Cooperation) -> list[Cell]:
    ends: list[Cell] = []
    for end in (each.first, each.second):
        ends += [end.name, end.official_number, end.municipality.name]
    return [
        *ends,
        each.kind_name,
        each.field_of_action.name if each.field_of_action else "",
        each.intensity_name,
        each.started_on,
        each.ended_on,
        each.source_name,
        each.agreement.name if each.agreement else "",
        each.note,
    ]
