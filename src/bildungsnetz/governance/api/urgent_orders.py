"""What other contexts may use of urgent orders."""

from bildungsnetz.governance.models import UrgentOrder
from bildungsnetz.governance.services.urgent_orders import (
    agree_urgent_order,
    propose_urgent_order,
    withdraw_urgent_order,
)

__all__ = ["UrgentOrder", "agree_urgent_order", "propose_urgent_order", "withdraw_urgent_order"]
