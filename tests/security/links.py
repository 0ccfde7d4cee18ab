"""The signed link of the yearly question: one that waits, one that is answered, one that nobody signed."""

from typing import Any

from bildungsnetz.network.models import ConfirmationRequest
from bildungsnetz.network.selectors.confirmation_links import confirmation_token

WRONG = "x" * 43


def confirmation() -> dict[str, dict[str, Any]]:
    """The link of a question that waits, and of one that has its answer."""
    rows = ConfirmationRequest.objects.order_by("pk")
    waiting, answered = rows.filter(answer="")[0], rows.exclude(answer="")[0]
    links = {"sent": confirmation_token(waiting), "answered": confirmation_token(answered), "wrong": WRONG}
    return {state: {"token": token} for state, token in links.items()}
