"""The mails of an urgent order: to those who have to agree, and to the person who carries it. Always in German."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import mail
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.models import UrgentOrder
from bildungsnetz.governance.selectors.seats import chairs_on
from bildungsnetz.network.api import Person


@override("de")
def tell_chairs(urgent: UrgentOrder, *, now: datetime) -> None:
    """The chairs of today who can log in are asked; deputies find the matter on the page "Heute"."""
    subject = _("Eilauftrag: Ihre Zustimmung, %(body)s") % {"body": urgent.body}
    for chair in chairs_on(urgent.body, day_of(now)):
        person = chair.mandate.person
        if person.user_id is not None:
            link = absolute("governance:urgent-order", urgent.pk)
            _send(urgent, person, "urgent_order_proposed", subject, link, now=now)


@override("de")
def tell_of_order(urgent: UrgentOrder, *, now: datetime) -> None:
    """The person who carries it learns of it at once."""
    person = urgent.assignee_person
    if person is not None and urgent.order is not None:
        subject = _("Eilauftrag an Sie: %(order)s") % {"order": urgent.order}
        link = absolute("governance:order", urgent.order.pk)
        _send(urgent, person, "urgent_order_given", subject, link, now=now)


def _send(
    urgent: UrgentOrder, person: Person, template: str, subject: str, link: str, *, now: datetime
) -> None:
    if not person.email:
        return
    facts = {"person": person, "urgent": urgent, "link": link, "network": settings.NETWORK_NAME}
    mail.queue(
        to=person.email,
        name=person.name,
        subject=subject[:200],
        body=render_to_string(f"governance/mail/{template}.txt", facts),
        now=now,
        about=urgent,
    )
