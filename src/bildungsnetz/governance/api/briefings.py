"""What other contexts may use of briefings."""

from bildungsnetz.governance.models import SessionBriefing
from bildungsnetz.governance.policies.briefings import WRITE as WRITE_BRIEFINGS
from bildungsnetz.governance.selectors.briefings import items_to_brief, representatives
from bildungsnetz.governance.services.briefings import confirm_reading, send_briefing, write_briefing

__all__ = [
    "WRITE_BRIEFINGS",
    "SessionBriefing",
    "confirm_reading",
    "items_to_brief",
    "representatives",
    "send_briefing",
    "write_briefing",
]
