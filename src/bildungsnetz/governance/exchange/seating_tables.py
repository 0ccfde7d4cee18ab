"""Vacancies, the matrix of seats and the overlaps as lists that leave the house."""

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Cell, Table
from bildungsnetz.governance.selectors.vacancies import Gap
from bildungsnetz.governance.selectors.who_sits import Double, Matrix


def gap_table(on: date, found: Iterable[Gap]) -> Table:
    """One row for each thing to do."""
    columns = [_("Gremium"), _("Sitz"), _("Seite"), _("Stand"), _("Benannt durch"), _("Was ist zu tun")]
    rows = (
        [gap.body.name, gap.what, gap.side, gap.state, gap.row.nominating_party if gap.row else "", gap.to_do]
        for gap in found
    )
    return Table(f"Offene Sitze {on:%Y-%m-%d}", columns, rows)


def matrix_table(on: date, found: Matrix) -> Table:
    """One row a person, one column a body."""
    columns: list[str | Promise] = [_("Titel"), _("Vorname"), _("Nachname")]
    columns += [body.name for body in found.bodies]
    rows = (
        [
            line.person.title,
            line.person.first_name,
            line.person.last_name,
            *(word for _body, word in line.cells),
        ]
        for line in found.lines
    )
    return Table(f"Wer sitzt wo {on:%Y-%m-%d}", columns, rows)


def overlap_table(on: date, found: Iterable[Double]) -> Table:
    """One row a pair of bodies."""
    columns = [
        _("Gremium"),
        _("anderes Gremium"),
        _("Handlungsfelder"),
        _("gemeinsame Mitglieder"),
        _("Anteil in Prozent"),
        _("Namen"),
    ]
    rows: Iterable[list[Cell]] = (
        [
            each.one.name,
            each.other.name,
            ", ".join(each.topics),
            len(each.people),
            each.percent,
            ", ".join(person.name for person in each.people),
        ]
        for each in found
    )
    return Table(f"Überschneidungen {on:%Y-%m-%d}", columns, rows)
