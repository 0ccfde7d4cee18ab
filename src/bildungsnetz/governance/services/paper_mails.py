"""The notice that a paper was withdrawn after the invitation. Always in German."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import mail
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.invitation import Capacity
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import Paper, SessionInvitation
from bildungsnetz.governance.selectors.invitations import Readers, invitations_of, readers_of


@override("de")
def mail_withdrawal(paper: Paper, *, now: datetime) -> int:
    """Tell everybody invited who could read the paper; gives how many were told."""
    session = paper.item.session
    readers = readers_of(session, now=now)
    told = [row for row in invitations_of(session) if row.person.email and _could_read(paper, row, readers)]
    for invitation in told:
        page = {
            "person": invitation.person,
            "paper": paper,
            "session": session,
            "link": absolute("governance:session", session.pk),
            "network": settings.NETWORK_NAME,
        }
        day = german_day(day_of(session.starts_at))
        subject = _("Unterlage zurückgezogen: %(session)s am %(day)s") % {"session": session, "day": day}
        mail.queue(
            to=invitation.person.email,
            name=invitation.person.name,
            subject=subject[:200],
            body=render_to_string("governance/mail/paper_withdrawn.txt", page),
            now=now,
            about=session,
            # The mail names the paper, and the outbox is read by people who may not know of it.
            secret=True,
        )
    return len(told)


def _could_read(paper: Paper, invitation: SessionInvitation, readers: Readers) -> bool:
    capacity = Capacity.MEMBER if invitation.mandate_id else Capacity.GUEST
    levels = readers.recipient(invitation.person, capacity).levels
    return paper.visibility in levels and paper.item.visibility in levels
