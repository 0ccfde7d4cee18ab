"""Who was asked and who has answered, on its way out as XLSX and CSV."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Table
from bildungsnetz.network.models import SurveyInvitation


def invitations_table(found: Iterable[SurveyInvitation]) -> Table:
    """One row an institution; needs the institution with its municipality, and `named`."""
    columns = [
        _("Einrichtung"),
        _("Stadt oder Gemeinde"),
        _("E-Mail"),
        _("Stand"),
        _("Versandt am"),
        _("Erinnert am"),
        _("Geantwortet am"),
        _("Genannte Partner"),
    ]
    rows = (
        [
            each.institution.name,
            each.institution.municipality.name,
            each.email,
            each.state_name,
            each.sent_at,
            each.reminded_at,
            each.answered_at,
            each.named,  # type: ignore[attr-defined]
        ]
        for each in found
    )
    return Table(_("Befragte Einrichtungen"), columns, rows)
