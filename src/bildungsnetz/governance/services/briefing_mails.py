"""The mail of a briefing: only the link, since what it says of items stays inside."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import mail
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.models import SessionBriefing
from bildungsnetz.network.api import Person


@override("de")
def mail_briefing(briefing: SessionBriefing, people: Iterable[Person], *, now: datetime) -> None:
    """Ask everybody who has an address to read the present issue."""
    subject = _("Briefing zur Sitzung, %(session)s") % {"session": briefing.session}
    facts = {
        "briefing": briefing,
        "session": briefing.session,
        "link": absolute("governance:session-briefing", briefing.session_id),
        "network": settings.NETWORK_NAME,
    }
    for person in people:
        if person.email:
            body = render_to_string("governance/mail/briefing.txt", {**facts, "person": person})
            mail.queue(
                to=person.email, name=person.name, subject=subject[:200], body=body, now=now, about=briefing
            )
