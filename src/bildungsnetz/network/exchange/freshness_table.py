"""The lists of the freshness loop on their way out, for instance to call the silent."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Cell, Table
from bildungsnetz.network.models import Institution


def freshness_table(title: str | Promise, found: Iterable[Institution]) -> Table:
    """One row an entry; needs `phones`, `mails` and `questions`."""
    columns = [
        _("Name"),
        _("Art"),
        _("Stadt oder Gemeinde"),
        _("Telefon"),
        _("E-Mail"),
        _("Zuletzt bestätigt am"),
        _("Angefragt am"),
        _("Erinnert am"),
    ]
    return Table(title, columns, map(_row, found))


def _row(each: Institution) -> list[Cell]:
    question = next(iter(each.questions), None)  # type: ignore[attr-defined]
    return [
        each.name,
        each.what,
        each.municipality.name,
        ", ".join(channel.value for channel in each.phones),  # type: ignore[attr-defined]
        ", ".join(channel.value for channel in each.mails),  # type: ignore[attr-defined]
        each.known_on,
        question.sent_at if question else None,
        question.reminded_at if question else None,
    ]
