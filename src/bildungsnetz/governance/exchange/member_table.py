"""The members of a body as a list that leaves the house."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Table
from bildungsnetz.governance.models import Mandate


def member_table(title: str, members: Iterable[Mandate]) -> Table:
    """One row a mandate. In: mandates with `standing_in` and `is_chair`, as `selectors.body_record.occupancy` gives them."""
    columns = [
        _("Titel"),
        _("Vorname"),
        _("Nachname"),
        _("Seite"),
        _("Sitz"),
        _("Vorsitz"),
        _("Vertretung"),
        _("Mandat ab"),
        _("Mandat bis"),
        _("Benannt durch"),
    ]
    rows = (
        [
            mandate.person.title,
            mandate.person.first_name,
            mandate.person.last_name,
            mandate.seat_rule.side.name,
            mandate.seat_rule.function,
            mandate.is_chair,  # type: ignore[attr-defined]
            ", ".join(deputy.person.name for deputy in mandate.standing_in),  # type: ignore[attr-defined]
            mandate.starts_on,
            mandate.ends_on,
            mandate.nominated_by,
        ]
        for mandate in members
    )
    return Table(title, columns, rows)
