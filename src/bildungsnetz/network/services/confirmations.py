"""The yearly question: ask, remind, hide the silent; take in the answers."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.network import policies
from bildungsnetz.network.domain.freshness import ASKED_AGAIN_AFTER
from bildungsnetz.network.models import ConfirmationRequest, Institution
from bildungsnetz.network.selectors.confirmation_links import confirmation_token
from bildungsnetz.network.selectors.freshness import requests_to_remind, to_ask, to_hide
from bildungsnetz.network.services.index import index_institutions

Answer = ConfirmationRequest.Answer


@transaction.atomic
def keep_fresh(*, now: datetime) -> str:
    """One turn of the loop, as the timetable runs it. Says what came of it."""
    asked = sum(_ask(institution, now) for institution in to_ask(on=day_of(now)))
    late = list(requests_to_remind(now=now))
    for request in late:
        _remind(request, now)
    silent = list(to_hide(on=day_of(now)))
    for institution in silent:
        _hide(institution, now)
    numbers = {"asked": asked, "reminded": len(late), "hidden": len(silent)}
    return _("%(asked)s angefragt, %(reminded)s erinnert, %(hidden)s verborgen") % numbers


@transaction.atomic
def confirm_institution(*, actor: Actor, institution: Institution, now: datetime) -> Institution:
    """Note that somebody of the institution said that everything is right. Raises NotAllowed."""
    if not policies.may_confirm_institution(actor):
        raise NotAllowed
    kept = Institution.objects.select_for_update().get(pk=institution.pk)
    mark_confirmed(kept, now=now)
    close_request(kept, Answer.CONFIRMED, now=now)
    audit.record("network.institution.confirm", actor=actor, on=kept, now=now)
    return kept


@transaction.atomic
def confirm_by_link(*, request: ConfirmationRequest, now: datetime) -> Institution:
    """The institution itself says that everything is right. Raises RuleViolation when it has answered already."""
    kept = lock_open(request)
    mark_confirmed(kept.institution, now=now)
    close_request(kept.institution, Answer.CONFIRMED, now=now)
    holder = Actor(user_id=None, name=kept.institution.name)
    audit.record("network.institution.confirm_by_link", actor=holder, on=kept.institution, now=now)
    return kept.institution


def lock_open(request: ConfirmationRequest) -> ConfirmationRequest:
    """The request while it waits for its answer. Raises RuleViolation when it has one."""
    kept = ConfirmationRequest.objects.select_for_update(of=("self",)).select_related("institution")
    found = kept.get(pk=request.pk)
    if found.answered_at is not None:
        raise RuleViolation(_("Diese Frage ist schon beantwortet. Vielen Dank."))
    return found


def mark_confirmed(institution: Institution, *, now: datetime) -> None:
    """Fresh from today on, and shown again if it was hidden; for use inside an act."""
    was_hidden = institution.resting_since is not None
    institution.confirmed_on, institution.resting_since = day_of(now), None
    institution.save(update_fields=["confirmed_on", "resting_since"])
    if was_hidden:
        index_institutions([institution.pk])


def close_request(institution: Institution, answer: ConfirmationRequest.Answer, *, now: datetime) -> None:
    """The open question is answered; for use inside an act."""
    institution.confirmation_requests.filter(answered_at__isnull=True).update(answer=answer, answered_at=now)


def _ask(institution: Institution, now: datetime) -> bool:
    """Whether a mail went out: without an address the question waits for a call, and one of this year is not repeated."""
    email = next((channel.value for channel in institution.mails), "")  # type: ignore[attr-defined]
    request = next(iter(institution.asked), None)  # type: ignore[attr-defined]
    if request is None:
        request = ConfirmationRequest(institution=institution)
    elif request.sent_at > now - ASKED_AGAIN_AFTER and (request.email or not email):
        return False
    request.email, request.sent_at, request.reminded_at = email, now, None
    request.save()
    if not email:
        return False
    _mail(request, _("Stimmt Ihr Eintrag noch? %(name)s"), now)
    audit.record("network.confirmation.ask", actor=SYSTEM, on=institution, now=now)
    return True


def _remind(request: ConfirmationRequest, now: datetime) -> None:
    request.reminded_at = now
    request.save(update_fields=["reminded_at"])
    _mail(request, _("Erinnerung: Stimmt Ihr Eintrag noch? %(name)s"), now)
    audit.record("network.confirmation.remind", actor=SYSTEM, on=request.institution, now=now)


def _mail(request: ConfirmationRequest, subject: str, now: datetime) -> None:
    name = request.institution.name
    link = absolute("network:confirm-entry", confirmation_token(request))
    words = {"name": name, "link": link, "is_reminder": request.reminded_at, "network": settings.NETWORK_NAME}
    body = render_to_string("network/mail/confirm_entry.txt", words)
    title = (subject % {"name": name})[:200]
    mail.queue(to=request.email, name=name, subject=title, body=body, now=now, about=request.institution)


def _hide(institution: Institution, now: datetime) -> None:
    institution.resting_since = day_of(now)
    institution.save(update_fields=["resting_since"])
    index_institutions([institution.pk])
    audit.record("network.institution.hide", actor=SYSTEM, on=institution, now=now)
