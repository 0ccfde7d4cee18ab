"""What a member may pass on to those she represents, and for how long a link to it works.

Source: domain report, LM-05 (only shareable items); rule 7 (confidential items stay inside); issue 3, point 10: public items
and those the network may read, never items of the body or the office, no reservation by name.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.visibility import Visibility

SHAREABLE = (Visibility.PUBLIC, Visibility.NETWORK)
LONGEST_LINK = timedelta(days=90)
KEPT = timedelta(days=365)
"""So long after the session a summary is kept."""


def refuse_link(today: date, until: date) -> list[Refusal]:
    """A link without account works for some days, never for ever."""
    if until <= today:
        return [Refusal("link_in_past", _("Wählen Sie einen Tag in der Zukunft."), "link_until")]
    if until > today + LONGEST_LINK:
        return [Refusal("link_too_long", _("Ein Link gilt höchstens 90 Tage."), "link_until")]
    return []
