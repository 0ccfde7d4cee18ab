"""The mails of a circular resolution; the link leads to a page with a button."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import mail
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.models import CircularResolution, CircularSeat
from bildungsnetz.governance.selectors.circulars import seat_token


@override("de")
def mail_question(seat: CircularSeat, *, now: datetime, is_reminder: bool = False) -> None:
    """Ask the holder of a seat, or remind of the question; nobody else may read this mail."""
    circular = seat.circular
    head = _("Erinnerung: Umlaufbeschluss, %(body)s") if is_reminder else _("Umlaufbeschluss, %(body)s")
    link = absolute("governance:circular-link", seat_token(seat))
    _send(seat, "circular_asked", head % {"body": circular.body}, link, now=now, is_reminder=is_reminder)


@override("de")
def mail_ending(circular: CircularResolution, seats: list[CircularSeat], *, now: datetime) -> None:
    """Tell everybody who was asked how it ended."""
    head = _("Umlaufverfahren beendet, %(body)s") % {"body": circular.body}
    link = absolute("governance:circular", circular.pk)
    for seat in seats:
        seat.circular = circular
        _send(seat, "circular_ended", head, link, now=now)


def _send(
    seat: CircularSeat, template: str, subject: str, link: str, *, now: datetime, is_reminder: bool = False
) -> None:
    person = seat.person
    if not person.email:
        return
    facts = {
        "person": person,
        "circular": seat.circular,
        "link": link,
        "is_reminder": is_reminder,
        "network": settings.NETWORK_NAME,
    }
    mail.queue(
        to=person.email,
        name=person.name,
        subject=subject[:200],
        body=render_to_string(f"governance/mail/{template}.txt", facts),
        now=now,
        about=seat.circular,
        secret=True,
    )
