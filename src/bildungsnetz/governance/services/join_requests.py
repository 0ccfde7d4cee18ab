"""Asking to join a working group, and the answer to it. An accepted request gives no mandate by itself."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.join_requests import (
    JOIN_STEPS,
    KEPT,
    JoinState,
    refuse_asking,
    refuse_institution,
)
from bildungsnetz.governance.models import Body, JoinRequest
from bildungsnetz.governance.policies import join_requests as policies
from bildungsnetz.governance.selectors.join_requests import standing
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Institution, Person, current_functions, person_of_user


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What somebody says who wants to join; without function in the network she comes for no institution."""

    reason: str
    brings: str = ""
    institution: Institution | None = None


@transaction.atomic
def ask_to_join(*, actor: Actor, body: Body, application: Application, now: datetime) -> JoinRequest:
    """Ask to work in a body. Raises NotAllowed without a person, RuleViolation (field `institution`)."""
    person = person_of_user(actor.user_id)
    if person is None:
        raise NotAllowed
    body = Body.objects.select_for_update().get(pk=body.pk)
    raise_first(refuse_asking(standing(body, person, day_of(now))))
    chosen = application.institution
    raise_first(refuse_institution(chosen.pk if chosen else None, _held(person, now)))
    made = JoinRequest.objects.create(
        body=body,
        person=person,
        institution=chosen,
        reason=application.reason,
        brings=application.brings,
        asked_at=now,
    )
    _record("ask", made, actor, now)
    return made


@transaction.atomic
def accept_request(*, actor: Actor, request: JoinRequest, now: datetime) -> JoinRequest:
    """Say yes; the mandate is entered apart from it. Raises NotAllowed, RuleViolation once settled."""
    return _answer(actor, request, JoinState.ACCEPTED, "", now)


@transaction.atomic
def refuse_request(*, actor: Actor, request: JoinRequest, reason: str, now: datetime) -> JoinRequest:
    """Say no; the person learns why. Raises NotAllowed, RuleViolation without a reason (field `reason`)."""
    return _answer(actor, request, JoinState.REFUSED, reason.strip(), now)


@transaction.atomic
def take_back_request(*, actor: Actor, request: JoinRequest, now: datetime) -> JoinRequest:
    """Whoever asked does not want it any more. Raises NotAllowed for anybody else, RuleViolation once settled."""
    found = _locked(request)
    person = person_of_user(actor.user_id)
    if person is None or person.pk != found.person_id:
        raise NotAllowed
    _settle(found, JoinState.TAKEN_BACK, "", now)
    _record("take_back", found, actor, now)
    return found


def forget_requests(now: datetime) -> str:
    """The recurring job that deletes requests a year after they were settled."""
    # A request that stepped back when two persons became one was never settled by anybody.
    over = Coalesce("settled_at", "asked_at")
    old = JoinRequest.objects.exclude(state=JoinState.OPEN).alias(over=over).filter(over__lt=now - KEPT)
    count = old.count()
    old.delete()
    return f"{count} Anfragen gelöscht" if count else "keine Anfrage ist so alt"


def _held(person: Person, now: datetime) -> set[int]:
    held = current_functions(person, on=day_of(now)).order_by().values_list("institution", flat=True)
    return set(held)


def _locked(request: JoinRequest) -> JoinRequest:
    return (
        JoinRequest.objects.select_for_update(of=("self",))
        .select_related("body", "person")
        .get(pk=request.pk)
    )


def _answer(actor: Actor, request: JoinRequest, target: JoinState, text: str, now: datetime) -> JoinRequest:
    found = _locked(request)
    if not policies.may_answer(actor, found.body):
        raise NotAllowed
    _settle(found, target, text, now)
    _tell(found, now)
    _record("accept" if target is JoinState.ACCEPTED else "refuse", found, actor, now)
    return found


def _settle(request: JoinRequest, target: JoinState, text: str, now: datetime) -> None:
    refusal = JOIN_STEPS.refuse(JoinState(request.state), target, text)
    if refusal is not None:
        raise RuleViolation(refusal.text, "reason" if refusal.field else None)
    request.state, request.answer, request.settled_at = target, text, now
    request.save()


def _tell(request: JoinRequest, now: datetime) -> None:
    person = request.person
    if not person.email:
        return
    with override("de"):
        page = {
            "person": person,
            "request": request,
            "body": request.body,
            "link": absolute("governance:join-request", request.pk),
            "network": settings.NETWORK_NAME,
        }
        mail.queue(
            to=person.email,
            name=person.name,
            subject=_("Ihre Anfrage zur Mitarbeit"),
            body=render_to_string("governance/mail/join_answered.txt", page),
            now=now,
            about=request.body,
            # Only the person and those who answer know of the request.
            secret=True,
        )


def _record(verb: str, request: JoinRequest, actor: Actor, now: datetime) -> None:
    # Not on the page of the body: who asked without success is nobody else's business.
    label = str(_("Anfrage zur Mitarbeit"))
    audit.record(f"governance.join_request.{verb}", actor=actor, on=request, label=label, now=now)
