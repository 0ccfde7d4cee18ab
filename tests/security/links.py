"""Signed links: one that waits, one that is answered or over, one that nobody signed."""

import re
from typing import Any

from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.governance.models import CircularSeat
from bildungsnetz.governance.selectors.circulars import seat_token
from bildungsnetz.network.models import ConfirmationRequest
from bildungsnetz.network.selectors.confirmation_links import confirmation_token
from bildungsnetz.network.selectors.surveys import invitation_by_token

WRONG = "x" * 43
_SURVEY = re.compile(r"/netzwerkbefragung/([\w-]+)/")


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


def survey() -> dict[str, dict[str, Any]]:
    """The first link of each state of an invitation to a survey, and one that nobody got."""
    links = {"wrong": WRONG}
    mails = OutgoingMail.objects.filter(about_kind="network.networksurvey").order_by("pk")
    for token in (found[1] for mail in mails if (found := _SURVEY.search(mail.body))):
        asked = invitation_by_token(token)
        links.setdefault(asked.state if asked else "wrong", token)
    return {state: {"token": token} for state, token in sorted(links.items())}
