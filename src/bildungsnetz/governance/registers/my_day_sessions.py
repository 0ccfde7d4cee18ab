"""What sessions put on the page "Heute": invitations to send and to answer, sessions to open, lists to fill, next dates."""

from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import my_day
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.models import IncomingReply, ItemProposal, Session
from bildungsnetz.governance.selectors import session_matters as read
from bildungsnetz.governance.selectors.agenda_release import sessions_to_release
from bildungsnetz.governance.selectors.incoming_replies import waiting_replies
from bildungsnetz.governance.selectors.proposals import proposals_to_answer


def register() -> None:
    my_day.register(_matters)


def _matters(actor: Actor, now: datetime) -> list[Matter]:
    return [
        *(
            _matter("due", _("Einladung versenden"), session, "session-invite", last)
            for session, last in read.sessions_to_invite_to(actor, now)
        ),
        *(
            _matter("due", _("Sitzung eröffnen"), session, "session-open")
            for session in read.sessions_to_open(actor, now)
        ),
        *(
            _matter("due", _("Anwesenheit festhalten"), session, "attendance")
            for session in read.sessions_without_attendance(actor)
        ),
        *(
            _matter("due", _("Einladung kam nicht an"), session, "session-delivery")
            for session in read.sessions_with_mail_trouble(actor, now)
        ),
        *(_reply(reply) for reply in waiting_replies(actor)),
        *(_proposal(proposal) for proposal in proposals_to_answer(actor)),
        *(
            _matter("waiting", _("Tagesordnung freigeben"), session, "session")
            for session in sessions_to_release(actor, now)
        ),
        *(
            _matter("waiting", _("Zusagen oder absagen"), invitation.session, "session")
            for invitation in read.invitations_to_answer(actor, now)
        ),
        *(_matter("next", _("Sitzung"), session, "session") for session in read.next_sessions(actor, now)),
    ]


def _reply(reply: IncomingReply) -> Matter:
    url = reverse("governance:incoming-reply", args=[reply.pk])
    return Matter("due", _("Antwort zuordnen"), str(reply), url, day_of(reply.received_at))


def _proposal(proposal: ItemProposal) -> Matter:
    url = reverse("governance:proposal", args=[proposal.pk])
    day = day_of(proposal.session.starts_at)
    return Matter("waiting", _("Vorschlag beantworten"), proposal.title, url, day)


def _matter(group: str, kind: str | Promise, session: Session, route: str, due: date | None = None) -> Matter:
    url = reverse(f"governance:{route}", args=[session.pk])
    return Matter(group, kind, str(session), url, due or day_of(session.starts_at))
