"""What other contexts may use of the hearing of cities."""

from bildungsnetz.governance.models import OpinionRound
from bildungsnetz.governance.services.hearing import (
    Contact,
    ask_cities,
    give_opinion,
    state_costs,
    waive_hearing,
)
from bildungsnetz.governance.services.hearing_jobs import close_due_hearings

__all__ = [
    "Contact",
    "OpinionRound",
    "ask_cities",
    "close_due_hearings",
    "give_opinion",
    "state_costs",
    "waive_hearing",
]
