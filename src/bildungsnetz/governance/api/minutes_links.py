"""What other contexts may use of the one-time links to approve minutes."""

from bildungsnetz.governance.selectors.minutes_links import chairs_to_ask, submitted_minutes
from bildungsnetz.governance.services.minutes_links import send_approval_link

__all__ = ["chairs_to_ask", "send_approval_link", "submitted_minutes"]
