"""Signed links: one that waits, one that is answered or over, one that nobody signed."""

from typing import Any

from bildungsnetz.governance.models import CircularSeat
from bildungsnetz.governance.selectors.circulars import seat_token
from bildungsnetz.network.models import ConfirmationRequest
from bildungsnetz.network.selectors.confirmation_links import confirmation_token

WRONG = "x" * 43


def confirmation() -> dict[str, dict[str, Any]]:
    """The link of a question that waits, and of one that has its answer."""
    rows = ConfirmationRequest.objects.order_by("pk")
    waiting, answered = rows.filter(answer="")[0], rows.exclude(answer="")[0]
    links = {"sent": confirmation_token(waiting), "answered": confirmation_token(answered), "wrong": WRONG}
    return {state: {"token": token} for state, token in links.items()}


def circular() -> dict[str, dict[str, Any]]:
    """The link of a seat that is asked, and of one whose circular is over."""
    rows = CircularSeat.objects.order_by("pk")
    running, over = rows.filter(circular__state="open")[0], rows.filter(circular__state="withdrawn")[0]
    links = {"running": seat_token(running), "over": seat_token(over), "wrong": WRONG}
    return {state: {"token": token} for state, token in links.items()}
