"""Tells those who chair that minutes wait for them. Always in German, without a word of the minutes."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import mail
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.models import Minutes
from bildungsnetz.governance.selectors.seats import chairs_on

TEMPLATE = "governance/mail/minutes_submitted.txt"


@override("de")
def tell_chairs(minutes: Minutes, *, now: datetime) -> None:
    """One mail to each person who chairs today and can log in; deputies find the minutes on the page "Heute"."""
    for chair in chairs_on(minutes.session.body, day_of(now)):
        person = chair.mandate.person
        if not person.email or person.user_id is None:
            continue
        facts = {
            "person": person,
            "session": minutes.session,
            "link": absolute("governance:minutes-approve", minutes.session_id),
            "network": settings.NETWORK_NAME,
        }
        mail.queue(
            to=person.email,
            name=person.name,
            subject=_("Zur Freigabe: %(minutes)s") % {"minutes": minutes},
            body=render_to_string(TEMPLATE, facts),
            now=now,
            about=minutes,
        )
