"""What other contexts may use of circular resolutions."""

from bildungsnetz.governance.models import CircularResolution
from bildungsnetz.governance.selectors.circulars import seat_token
from bildungsnetz.governance.services.circular_jobs import close_due_circulars
from bildungsnetz.governance.services.circulars import (
    Question,
    answer_by_link,
    start_circular,
    withdraw_circular,
)

__all__ = [
    "CircularResolution",
    "Question",
    "answer_by_link",
    "close_due_circulars",
    "seat_token",
    "start_circular",
    "withdraw_circular",
]
