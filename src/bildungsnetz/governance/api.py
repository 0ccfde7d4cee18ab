"""What other contexts may use of governance."""

from bildungsnetz.governance.models import Body, Decision, Order, Session

__all__ = ["Body", "Decision", "Order", "Session"]
