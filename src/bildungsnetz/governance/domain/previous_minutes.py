"""What the fixed item "minutes of the previous session" says by itself, from the state of those minutes.

Source: peers (opengever, opened wishes of Indico): the approval of the last minutes is an item the system makes. Minutes
become final by the window of the members (docs/adr/0040), so the item reports and asks for no vote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.refusals import german_day

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class PreviousMinutes:
    """The minutes of the session before; `state` is None while nobody has written them."""

    number: int
    state: MinutesState | None = None
    until: date | None = None
    approved_on: date | None = None
    session_key: str = ""


_SENTENCES = {
    None: _("Das Protokoll der %(number)s. Sitzung liegt noch nicht vor."),
    MinutesState.DRAFT: _("Das Protokoll der %(number)s. Sitzung wird noch geschrieben."),
    MinutesState.SUBMITTED: _("Das Protokoll der %(number)s. Sitzung liegt dem Vorsitz zur Freigabe vor."),
    MinutesState.DELIVERED: _(
        "Das Protokoll der %(number)s. Sitzung ist freigegeben und zugestellt. "
        "Widerspruch ist bis zum %(until)s möglich."
    ),
    MinutesState.CONTESTED: _(
        "Zum Protokoll der %(number)s. Sitzung ist Widerspruch erhoben. Es ist noch nicht genehmigt."
    ),
    MinutesState.APPROVED: _("Das Protokoll der %(number)s. Sitzung ist seit dem %(approved_on)s genehmigt."),
}


def title_of(number: int) -> str:
    """The title of the item; agendas are German whatever language the reader uses."""
    with override("de"):
        return _("Genehmigung des Protokolls der %(number)s. Sitzung") % {"number": number}


def sentence_of(previous: PreviousMinutes) -> str:
    """The state as the record of the session keeps it, in German."""
    facts = {
        "number": previous.number,
        "until": german_day(previous.until) if previous.until else "",
        "approved_on": german_day(previous.approved_on) if previous.approved_on else "",
    }
    with override("de"):
        return str(_SENTENCES[previous.state] % facts)
