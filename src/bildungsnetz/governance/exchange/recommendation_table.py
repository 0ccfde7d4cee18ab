"""Recommendations as a list that leaves the house."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Table
from bildungsnetz.governance.models import Recommendation


def recommendation_table(found: Iterable[Recommendation]) -> Table:
    """One row a recommendation with its answer."""
    columns = [
        _("Jahr"),
        _("Nummer"),
        _("Empfehlung"),
        _("Begründung"),
        _("Empfohlen von"),
        _("Forum"),
        _("Handlungsfeld"),
        _("Aufgenommen am"),
        _("Stand"),
        _("Antwort"),
        _("Beantwortet am"),
    ]
    rows = (
        [
            each.year,
            each.number,
            each.title,
            each.text,
            each.body.name,
            each.forum,
            each.field_of_action.name if each.field_of_action else "",
            each.collected_on,
            each.get_state_display(),
            each.answer,
            each.answered_on,
        ]
        for each in found
    )
    return Table(_("Empfehlungen"), columns, rows)
