"""Proposals of members: seen by whoever made them and by those who answer, by nobody else."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.proposals import ProposalState, propose_by, refuse_proposing
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import ItemProposal, Session
from bildungsnetz.governance.policies.proposals import may_propose
from bildungsnetz.governance.policies.sessions import ADD_ITEM


def proposals(actor: Actor) -> QuerySet[ItemProposal]:
    """The actor's own proposals and those the actor answers, oldest first."""
    found = ItemProposal.objects.select_related("session__body", "person", "item").order_by(
        "proposed_at", "pk"
    )
    if EVERYWHERE in actor.scopes(ADD_ITEM):
        return found
    own = Q(person__user=actor.user_id, person__user__isnull=False)
    return found.filter(own | Q(session__body__in=actor.scope_keys(ADD_ITEM, "body")))


def last_day(session: Session) -> date:
    """The last day on which items may be proposed for this session."""
    return propose_by(day_of(session.starts_at), session.body.proposal_days)


def may_propose_now(actor: Actor, session: Session, now: datetime) -> bool:
    """Whether the page offers it."""
    refused = refuse_proposing(SessionState(session.state), today=day_of(now), last_day=last_day(session))
    return may_propose(actor, session) and not refused


def proposals_to_answer(actor: Actor) -> QuerySet[ItemProposal]:
    """What waits for an answer of the actor."""
    found = proposals(actor).filter(state=ProposalState.OPEN)
    if EVERYWHERE in actor.scopes(ADD_ITEM):
        return found
    return found.filter(session__body__in=actor.scope_keys(ADD_ITEM, "body"))
