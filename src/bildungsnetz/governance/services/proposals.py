"""Proposing an item, and the answer to it."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.proposals import PROPOSAL_STEPS, ProposalState, refuse_proposing
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import BodySide, ItemProposal, Mandate, Session
from bildungsnetz.governance.policies import proposals as policies
from bildungsnetz.governance.selectors.proposals import last_day
from bildungsnetz.governance.selectors.seats import running
from bildungsnetz.governance.services.agenda import add_item
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import person_of_user


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a member wants on the agenda."""

    title: str
    kind: str
    concern: str
    wording: str = ""
    minutes: int = 10


@transaction.atomic
def propose_item(*, actor: Actor, session: Session, wish: Wish, now: datetime) -> ItemProposal:
    """Propose an item for a planned session. Raises NotAllowed, and RuleViolation after the deadline."""
    session = lock_session(session)
    person = person_of_user(actor.user_id)
    if person is None or not policies.may_propose(actor, session):
        raise NotAllowed
    raise_first(refuse_proposing(SessionState(session.state), today=day_of(now), last_day=last_day(session)))
    made = ItemProposal.objects.create(
        session=session,
        person=person,
        title=wish.title,
        kind=wish.kind,
        concern=wish.concern,
        wording=wish.wording,
        minutes=wish.minutes,
        proposed_at=now,
    )
    _record("propose", made, actor, now)
    return made


@transaction.atomic
def accept_proposal(*, actor: Actor, proposal: ItemProposal, now: datetime) -> ItemProposal:
    """Make it an item of the agenda, brought in by the side of the member. Raises NotAllowed, RuleViolation."""
    found = _locked(proposal)
    if not policies.may_answer(actor, found.session):
        raise NotAllowed
    _take_step(found, ProposalState.ACCEPTED, "")
    found.item = add_item(
        actor=actor,
        session=found.session,
        title=found.title,
        kind=found.kind,
        summary=found.concern,
        proposal=found.wording,
        minutes_planned=found.minutes,
        submitted_by=_side_of(found),
        now=now,
    )
    _answer(found, "", now)
    _record("accept", found, actor, now)
    return found


@transaction.atomic
def refuse_proposal(*, actor: Actor, proposal: ItemProposal, reason: str, now: datetime) -> ItemProposal:
    """Refuse it; the member learns why. Raises NotAllowed, RuleViolation without a reason (field `reason`)."""
    found = _locked(proposal)
    if not policies.may_answer(actor, found.session):
        raise NotAllowed
    _take_step(found, ProposalState.REFUSED, reason)
    _answer(found, reason.strip(), now)
    _record("refuse", found, actor, now)
    return found


@transaction.atomic
def take_back_proposal(*, actor: Actor, proposal: ItemProposal, now: datetime) -> ItemProposal:
    """Whoever proposed does not want it any more. Raises NotAllowed for anybody else, RuleViolation once answered."""
    found = _locked(proposal)
    person = person_of_user(actor.user_id)
    if person is None or person.pk != found.person_id:
        raise NotAllowed
    _take_step(found, ProposalState.TAKEN_BACK, "")
    found.save()
    _record("take_back", found, actor, now)
    return found


def _locked(proposal: ItemProposal) -> ItemProposal:
    session = lock_session(proposal.session)
    found = ItemProposal.objects.select_for_update().get(pk=proposal.pk)
    found.session = session
    return found


def _take_step(proposal: ItemProposal, target: ProposalState, text: str) -> None:
    refusal = PROPOSAL_STEPS.refuse(ProposalState(proposal.state), target, text)
    if refusal is not None:
        raise RuleViolation(refusal.text, "reason" if refusal.field else None)
    proposal.state = target


def _side_of(proposal: ItemProposal) -> BodySide | None:
    """The side on which the member, or whom she stands in for, sits."""
    on = day_of(proposal.proposed_at)
    of_body = Mandate.objects.filter(running(on), seat_rule__body=proposal.session.body_id)
    held = of_body.filter(person=proposal.person_id)
    stood_in = of_body.filter(deputyships__person=proposal.person_id)
    mandate = (held | stood_in).select_related("seat_rule__side").order_by("pk").first()
    return mandate.seat_rule.side if mandate else None


def _answer(proposal: ItemProposal, text: str, now: datetime) -> None:
    proposal.answered_at, proposal.answer = now, text
    proposal.save()
    person, session = proposal.person, proposal.session
    if not person.email:
        return
    with override("de"):
        page = {
            "person": person,
            "proposal": proposal,
            "session": session,
            "link": absolute("governance:proposal", proposal.pk),
            "network": settings.NETWORK_NAME,
        }
        mail.queue(
            to=person.email,
            name=person.name,
            subject=_(
                "Ihr Vorschlag für die Tagesordnung"
            ),  # the outbox shows it to more people than may know
            body=render_to_string("governance/mail/proposal_answered.txt", page),
            now=now,
            about=session,
            # Only the member and the secretariat know of the proposal.
            secret=True,
        )


def _record(verb: str, proposal: ItemProposal, actor: Actor, now: datetime) -> None:
    # Not on the page of the session: who proposed what without success is nobody else's business.
    label = str(_("Vorschlag"))
    audit.record(f"governance.proposal.{verb}", actor=actor, on=proposal, label=label, now=now)
