"""The columns of the order board."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.selectors.orders import OrderOnBoard

COLUMNS: tuple[tuple[str, str | Promise, frozenset[OrderState]], ...] = (
    ("new", _("Neu"), frozenset({OrderState.ISSUED, OrderState.ACCEPTED})),
    ("work", _("In Arbeit"), frozenset({OrderState.IN_PROGRESS, OrderState.RETURNED})),
    ("result", _("Wartet auf Abnahme"), frozenset({OrderState.DELIVERED})),
    (
        "done",
        _("Abgeschlossen"),
        frozenset({OrderState.ACCEPTED_BY_BODY, OrderState.CLOSED, OrderState.WITHDRAWN}),
    ),
)


@dataclass(frozen=True)
class Column:
    key: str
    title: str | Promise
    rows: list[OrderOnBoard]


def columns_of(rows: list[OrderOnBoard]) -> list[Column]:
    """The orders by column; the column of settled orders only when there are some."""
    columns = [
        Column(key, title, [row for row in rows if row.state in states]) for key, title, states in COLUMNS
    ]
    return [column for column in columns if column.rows or column.key != "done"]
