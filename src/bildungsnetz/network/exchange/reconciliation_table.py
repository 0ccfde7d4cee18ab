"""The comparison of school lists on its way out: one row for each list that lacks a number."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Cell, Table
from bildungsnetz.network.domain.reconciliation import REASON_NAMES, Difference


def reconciliation_table(found: Iterable[Difference]) -> Table:
    """Number, name, where it stands, where not and why, dated by list."""
    columns = [
        _("Schulnummer"),
        _("Name"),
        _("Steht in"),
        _("Fehlt in"),
        _("Stand der Liste"),
        _("Grund"),
        _("Erläuterung"),
    ]
    return Table(_("Abgleich der Schullisten"), columns, (row for each in found for row in _rows(each)))


def _rows(difference: Difference) -> Iterator[list[Cell]]:
    present = "; ".join(f"{source.name} ({source.as_of:%d.%m.%Y})" for source in difference.present)
    for absence in difference.absences:
        yield [
            difference.number,
            difference.name,
            present,
            absence.source.name,
            absence.source.as_of,
            REASON_NAMES[absence.reason],
            absence.sentence,
        ]
