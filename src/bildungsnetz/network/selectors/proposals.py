"""Proposals about entries, for those who may settle them."""

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.domain.proposals import ProposalState
from bildungsnetz.network.models import ChangeProposal


def proposals(actor: Actor) -> QuerySet[ChangeProposal]:
    """All proposals, oldest first, for those who may settle them."""
    if not policies.may_settle_proposals(actor):
        return ChangeProposal.objects.none()
    found = ChangeProposal.objects.select_related("institution__municipality", "offer")
    return found.order_by("received_at", "pk")


def open_proposals(actor: Actor) -> QuerySet[ChangeProposal]:
    return proposals(actor).filter(state=ProposalState.OPEN)


def settled_proposals(actor: Actor) -> QuerySet[ChangeProposal]:
    """Newest first."""
    return proposals(actor).exclude(state=ProposalState.OPEN).order_by("-settled_at", "-pk")
