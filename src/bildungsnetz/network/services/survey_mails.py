"""The mails of a survey: each leaves once, in a transaction of its own, so that a broken run goes on where it stopped."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.network.domain.survey import InvitationState
from bildungsnetz.network.models import NetworkSurvey, SurveyInvitation
from bildungsnetz.network.selectors.surveys import over_on, to_remind, waiting_invitations
from bildungsnetz.network.services.surveys import close_survey


def run_surveys(*, now: datetime) -> str:
    """One turn as the timetable runs it: send what waits, remind, close what is over. Says what came of it."""
    sent = send_waiting(now=now)
    reminded = sum(_remind(pk, now) for pk in to_remind(on=day_of(now)))
    over = list(over_on(day_of(now)))
    for survey in over:
        close_survey(actor=SYSTEM, survey=survey, now=now)
    numbers = {"sent": sent, "reminded": reminded, "closed": len(over)}
    return _("%(sent)s angeschrieben, %(reminded)s erinnert, %(closed)s beendet") % numbers


def send_waiting(*, now: datetime, survey: NetworkSurvey | None = None) -> int:
    """Send all invitations that wait, of one survey or of all; gives how many."""
    return sum(_invite(pk, now) for pk in waiting_invitations(survey))


@transaction.atomic
def _invite(pk: int, now: datetime) -> bool:
    """Whether the mail was written; whoever comes second finds nothing to do."""
    found = _locked(pk, InvitationState.WAITING)
    if found is None:
        return False
    token = tokens.new_token()
    found.state, found.sent_at, found.token_hash = InvitationState.SENT.value, now, tokens.hash_of(token)
    found.save(update_fields=["state", "sent_at", "token_hash"])
    _mail(found, token, now)
    return True


@transaction.atomic
def _remind(pk: int, now: datetime) -> bool:
    """The reminder has a link of its own: of the first one only the hash is known. Both open the same page."""
    found = _locked(pk, InvitationState.SENT)
    if found is None or found.reminded_at is not None:
        return False
    token = tokens.new_token()
    found.reminded_at, found.reminder_hash = now, tokens.hash_of(token)
    found.save(update_fields=["reminded_at", "reminder_hash"])
    _mail(found, token, now)
    audit.record("network.survey.remind", actor=SYSTEM, on=found.survey, now=now, institution=str(found))
    return True


def _locked(pk: int, state: InvitationState) -> SurveyInvitation | None:
    rows = SurveyInvitation.objects.select_for_update(of=("self",)).select_related("survey", "institution")
    return rows.filter(pk=pk, state=state.value, survey__state="running").first()


def _mail(invitation: SurveyInvitation, token: str, now: datetime) -> None:
    survey, name = invitation.survey, invitation.institution.name
    is_reminder = invitation.reminded_at is not None
    words = {
        "survey": survey,
        "name": name,
        "link": absolute("network:answer-survey", token),
        "is_reminder": is_reminder,
        "network": settings.NETWORK_NAME,
    }
    subject = _("Erinnerung: %(title)s") if is_reminder else "%(title)s"
    mail.queue(
        to=invitation.email,
        name=name,
        subject=(subject % {"title": survey.title})[:200],
        body=render_to_string("network/mail/survey.txt", words),
        now=now,
        about=survey,
        secret=True,
    )
