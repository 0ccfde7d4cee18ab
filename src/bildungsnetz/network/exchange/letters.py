"""Serial letters as data for their template: one letter a delivery."""

from datetime import date
from typing import Any

from bildungsnetz.network.domain.rolls import Delivery, Roll, salutation
from bildungsnetz.network.models import ListUse
from bildungsnetz.network.selectors.postal import Letterhead


def letters_data(use: ListUse, present: Roll, head: Letterhead, *, on: date) -> dict[str, Any]:
    """All letters of a use, in the order of the list."""
    paragraphs = [part.strip() for part in use.body.replace("\r\n", "\n").split("\n\n") if part.strip()]
    return {
        "dated_on": on,
        "subject": use.subject,
        "paragraphs": [part.split("\n") for part in paragraphs],
        "sender": head.name,
        "return_line": head.return_line,
        "info": [["Telefon", head.phone], ["E-Mail", head.email]],
        "purpose": str(use.mailing_list.get_purpose_display()),
        "letters": [_letter(delivery) for delivery in present.deliveries],
    }


def _letter(delivery: Delivery) -> dict[str, Any]:
    to = delivery.to
    return {"address": list(to.lines), "greeting": salutation([to.name] if to.person else [])}
