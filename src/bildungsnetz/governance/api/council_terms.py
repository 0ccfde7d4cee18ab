"""What other contexts may use of council terms."""

from bildungsnetz.governance.services.decision_periods import add_term

__all__ = ["add_term"]
