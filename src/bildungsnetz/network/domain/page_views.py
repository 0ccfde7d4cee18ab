"""Figures of public pages without any person: who is left out, which months are shown, how few are put into words.

Source: issue 4, point 9: figures of the own offers, anonymous; small ones never exact, since few may point to a person.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from bildungsnetz.network.domain.freshness import months_before

MONTHS: Final = 12
FEW: Final = 5
"""Below this a figure could point to a person."""
_ROBOTS = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|headless|archiver|monitor|curl|wget|python|java/|go-http|libwww"
    r"|facebookexternalhit|lighthouse",
    re.IGNORECASE,
)


def is_robot(user_agent: str) -> bool:
    """By the name a program gives itself; whoever names none counts as one."""
    return not user_agent.strip() or _ROBOTS.search(user_agent) is not None


def shown_months(today: date) -> list[date]:
    """The first days of the months that are shown: this one and the eleven before, the newest first."""
    first = today.replace(day=1)
    return [months_before(first, back) for back in range(MONTHS)]


def in_words(count: int) -> str:
    if count and count < FEW:
        return _("weniger als %(few)s") % {"few": FEW}
    return str(count) if count else _("keine")


def sum_in_words(counts: Sequence[int]) -> str:
    """The sum of months that are shown each, so that nobody can take them from it and learn a small one."""
    total = sum(counts)
    hidden = [count for count in counts if 0 < count < FEW]
    if total < FEW or not hidden:
        return in_words(total)
    least = max(FEW, total - sum(hidden) + len(hidden))
    return _("mindestens %(least)s") % {"least": least}
