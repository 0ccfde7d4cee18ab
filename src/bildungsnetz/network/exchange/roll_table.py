"""A mailing list on its way out as a table."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Table
from bildungsnetz.network.domain.rolls import Roll


def roll_table(name: str, present: Roll) -> Table:
    """One row for each who is written to."""
    rows = [[one.name, "" if one.address == "–" else one.address, one.why] for one in present.members]
    return Table(name, [_("Name"), _("E-Mail"), _("Warum")], rows)
