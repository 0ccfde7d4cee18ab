"""The refused rows of an import on their way out, so that somebody can mend them."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Cell, Table


def refused_table(rows: Iterable[Sequence[Cell]]) -> Table:
    """Line in the file, key, name and reason of each."""
    columns = [_("Zeile"), _("Kennung oder Nummer"), _("Name oder Titel"), _("Grund")]
    return Table(_("Abgelehnte Zeilen"), columns, rows)
