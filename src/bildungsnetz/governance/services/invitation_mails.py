"""The mails around a session: invitation, change, cancellation, release of a deputy. Always in German."""

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
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Session, SessionInvitation
from bildungsnetz.governance.selectors.agenda import items_on_paper
from bildungsnetz.governance.selectors.invitations import Recipient
from bildungsnetz.governance.services.invitation_paper import FILENAME, invitation_pdf
from bildungsnetz.governance.services.session_calendar import Attendee, meeting_cancel, meeting_request

Paper = Callable[[tuple[Visibility, ...]], bytes]


def papers_of(session: Session) -> Paper:
    """Gives the PDF for each set of visibilities, set once."""

    @cache
    def paper(levels: tuple[Visibility, ...]) -> bytes:
        return invitation_pdf(session, items_on_paper(session, levels))

    return paper


@override("de")
def mail_invitation(
    invitation: SessionInvitation, recipient: Recipient, *, token: str, paper: Paper, now: datetime
) -> None:
    """The invitation with agenda, PDF, meeting request and reply link."""
    session = invitation.session
    _queue(
        invitation,
        "invitation",
        subject=_("Einladung: %(session)s am %(day)s"),
        now=now,
        facts={
            "recipient": recipient,
            "items": items_on_paper(session, recipient.levels),
            "link": _link(token),
        },
        attachments=[
            Attachment(FILENAME, "application/pdf", paper(recipient.levels)),
            _calendar_part("REQUEST", meeting_request(session, _attendee(invitation), now=now)),
        ],
    )


@override("de")
def mail_change(invitation: SessionInvitation, *, token: str, now: datetime) -> None:
    """New time or place; with a new link (`token`) when the day or hour changed and everybody is asked again."""
    content = meeting_request(invitation.session, _attendee(invitation), now=now)
    _queue(
        invitation,
        "session_changed",
        subject=_("Geändert: %(session)s am %(day)s"),
        now=now,
        facts={"link": _link(token) if token else ""},
        attachments=[_calendar_part("REQUEST", content)],
    )


@override("de")
def mail_cancellation(invitation: SessionInvitation, *, now: datetime) -> None:
    """The session does not take place."""
    content = meeting_cancel(invitation.session, _attendee(invitation), now=now)
    _queue(
        invitation,
        "session_cancelled",
        subject=_("Abgesagt: %(session)s am %(day)s"),
        now=now,
        facts={},
        attachments=[_calendar_part("CANCEL", content)],
    )


@override("de")
def mail_release(invitation: SessionInvitation, *, now: datetime) -> None:
    """The principal comes after all: the deputy is not needed."""
    content = meeting_cancel(invitation.session, _attendee(invitation), now=now)
    _queue(
        invitation,
        "deputy_released",
        subject=_("Ihre Vertretung wird nicht gebraucht: %(session)s am %(day)s"),
        now=now,
        facts={},
        attachments=[_calendar_part("CANCEL", content)],
    )


def _queue(
    invitation: SessionInvitation,
    template: str,
    *,
    subject: str,
    now: datetime,
    facts: dict[str, object],
    attachments: list[Attachment],
) -> None:
    session, person = invitation.session, invitation.person
    if not person.email:
        return
    page = {"invitation": invitation, "session": session, "person": person, "network": settings.NETWORK_NAME}
    day = german_day(day_of(session.starts_at))
    # The link acts in the name of its reader, so nobody else may read the mail.
    invitation.mail = mail.queue(
        to=person.email,
        name=person.name,
        subject=(subject % {"session": session, "day": day})[:200],
        body=render_to_string(f"governance/mail/{template}.txt", {**page, **facts}),
        now=now,
        about=session,
        attachments=attachments,
        secret=True,
    )
    if invitation.pk:
        SessionInvitation.objects.filter(pk=invitation.pk).update(mail=invitation.mail)


def _calendar_part(method: str, content: bytes) -> Attachment:
    return Attachment("Sitzung.ics", f"text/calendar; method={method}; charset=utf-8", content)


def _attendee(invitation: SessionInvitation) -> Attendee:
    return Attendee(invitation.uid, invitation.person.name, invitation.person.email)


def _link(token: str) -> str:
    return absolute("governance:invitation-reply", token)
