"""The mails of a hearing: the question with its link, the reminder, and that the question is void. Always in German."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import mail
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.models import Opinion


@override("de")
def mail_question(opinion: Opinion, *, token: str, now: datetime, is_reminder: bool = False) -> None:
    """Ask a city; nobody else may read the link."""
    head = _("Erinnerung: Stellungnahme erbeten") if is_reminder else _("Stellungnahme erbeten")
    link = absolute("governance:opinion-link", token)
    _send(opinion, "opinion_asked", head, now=now, link=link, is_reminder=is_reminder)


@override("de")
def mail_revocation(opinion: Opinion, *, now: datetime) -> None:
    """Tell a city that the text it was asked about has changed."""
    _send(opinion, "opinion_void", _("Anfrage gilt nicht mehr"), now=now)


def _send(opinion: Opinion, template: str, head: str, *, now: datetime, **more: object) -> None:
    item = opinion.round.costs.item
    facts = {
        "opinion": opinion,
        "round": opinion.round,
        "item": item,
        "network": settings.NETWORK_NAME,
        **more,
    }
    mail.queue(
        to=opinion.email,
        name=opinion.name,
        subject=f"{head}: {item.title}"[:200],
        body=render_to_string(f"governance/mail/{template}.txt", facts),
        now=now,
        about=opinion.round,
        secret=True,
    )
