"""The mails around minutes: to those who chair, and the approved text to the members. Always in German."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import mail
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.mail import Attachment
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Minutes, MinutesLink
from bildungsnetz.governance.selectors.invitations import Recipient
from bildungsnetz.governance.selectors.minutes import open_sections
from bildungsnetz.governance.selectors.seats import chairs_on
from bildungsnetz.governance.services.minutes_document import pdf_of_excerpt, pdf_of_minutes
from bildungsnetz.network.api import Person

WHOLE, EXCERPT = "whole", "excerpt"
Paper = Callable[[str], bytes]


def papers_of(minutes: Minutes) -> Paper:
    """Gives the whole text or the excerpt for those who may not read confidential items, set once."""

    @cache
    def paper(reader: str) -> bytes:
        if reader == WHOLE:
            return pdf_of_minutes(minutes)
        return pdf_of_excerpt(minutes, open_sections(minutes))

    return paper


@override("de")
def tell_chairs(minutes: Minutes, *, now: datetime) -> None:
    """The minutes wait for approval; without a word of their text."""
    subject = _("Zur Freigabe: %(minutes)s") % {"minutes": minutes}
    _tell_chairs(minutes, "minutes_submitted", "governance:minutes-approve", subject, now=now)


@override("de")
def remind_chair(minutes: Minutes, person: Person, *, now: datetime) -> None:
    """The approval of this person is missing; she can log in."""
    subject = _("Erinnerung: Freigabe, %(minutes)s") % {"minutes": minutes}
    link = absolute("governance:minutes-approve", minutes.session_id)
    _send(minutes, person, "minutes_reminder", subject, link, now=now)


@override("de")
def mail_approval_link(link: MinutesLink, *, token: str, now: datetime) -> None:
    """The link of one use; nobody else may read this mail."""
    subject = _("Zur Freigabe: %(minutes)s") % {"minutes": link.minutes}
    address = absolute("governance:minutes-approve-link", token)
    _send(link.minutes, link.person, "minutes_link", subject, address, now=now, secret=True)


@override("de")
def tell_of_objection(minutes: Minutes, *, now: datetime) -> None:
    """A member objects; the text of the objection stands on the page only."""
    subject = _("Widerspruch zum %(minutes)s") % {"minutes": minutes}
    _tell_chairs(minutes, "minutes_contested", "governance:minutes", subject, now=now)


@override("de")
def mail_delivery(minutes: Minutes, reader: Recipient, *, token: str, paper: Paper, now: datetime) -> None:
    """The text a member may read, with the link for an objection; nobody else may read this mail."""
    person = reader.person
    if not person.email:
        return
    mail.queue(
        to=person.email,
        name=person.name,
        subject=(_("Protokoll zur Kenntnis: %(session)s") % {"session": minutes.session})[:200],
        body=_text("minutes_delivered", minutes, person, absolute("governance:minutes-object-link", token)),
        now=now,
        about=minutes,
        attachments=[
            Attachment(
                "Protokoll.pdf",
                "application/pdf",
                paper(WHOLE if Visibility.OFFICE in reader.levels else EXCERPT),
            )
        ],
        secret=True,
    )


def _tell_chairs(minutes: Minutes, template: str, route: str, subject: str, *, now: datetime) -> None:
    """One mail to each person who chairs today and can log in; deputies find the matter on the page "Heute"."""
    for chair in chairs_on(minutes.session.body, day_of(now)):
        person = chair.mandate.person
        if not person.email or person.user_id is None:
            continue
        _send(minutes, person, template, subject, absolute(route, minutes.session_id), now=now)


def _send(
    minutes: Minutes,
    person: Person,
    template: str,
    subject: str,
    link: str,
    *,
    now: datetime,
    secret: bool = False,
) -> None:
    if not person.email:
        return
    mail.queue(
        to=person.email,
        name=person.name,
        subject=subject[:200],
        body=_text(template, minutes, person, link),
        now=now,
        about=minutes,
        secret=secret,
    )


def _text(template: str, minutes: Minutes, person: Person, link: str) -> str:
    facts = {
        "person": person,
        "session": minutes.session,
        "minutes": minutes,
        "link": link,
        "network": settings.NETWORK_NAME,
    }
    return render_to_string(f"governance/mail/{template}.txt", facts)
