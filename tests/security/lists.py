"""Examples about mailing lists: whom to put on or keep off, and the link that ends serial mails."""

from typing import Any

from bildungsnetz.network.models import Institution, ListRecipient, MailingList, Person
from bildungsnetz.network.selectors.list_runs import sign_off_token
from tests.security.links import WRONG


def choices() -> dict[str, dict[str, Any]]:
    """A person put on, an institution kept off, a word that is none."""
    known = MailingList.objects.order_by("pk")[0].pk
    person, house = Person.objects.order_by("pk")[0].pk, Institution.objects.order_by("pk")[0].pk
    return {
        "on": {"pk": known, "what": "dazu", "key": f"p{person}"},
        "off": {"pk": known, "what": "ausnehmen", "key": f"i{house}"},
        "wrong": {"pk": known, "what": "vielleicht", "key": f"p{person}"},
    }


def sign_off() -> dict[str, dict[str, Any]]:
    """The link in a mail that went out, and one that nobody signed."""
    sent = ListRecipient.objects.order_by("pk")[0]
    return {"sent": {"token": sign_off_token(sent)}, "wrong": {"token": WRONG}}
