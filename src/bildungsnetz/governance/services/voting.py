"""Casting a vote by the link of the mail.

Who has voted is kept apart from what was voted: no key, no time, no audit entry joins them (docs/adr/0011).
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.domain.elections import ElectionState, refuse_ballot
from bildungsnetz.governance.models import Ballot, Voter
from bildungsnetz.governance.services.refusals import raise_first


def why_no_vote(voter: Voter | None, *, now: datetime) -> str:
    """Why the link gives no vote now; empty when it does."""
    if voter is None:
        return _("Dieser Link ist ungültig. Kopieren Sie ihn bitte vollständig aus der Mail.")
    if voter.has_voted:
        return _("Ihre Stimme ist abgegeben. Sie lässt sich nicht mehr ansehen oder ändern.")
    if voter.election.state != ElectionState.OPEN or voter.election.closes_at <= now:
        return _("Diese Wahl ist beendet.")
    return ""


@transaction.atomic
def cast_vote(*, token: str, choices: Collection[int], now: datetime) -> None:
    """Put a ballot in; once for each voter. Raises RuleViolation (field `choices`, or for a link without a vote)."""
    voter = (
        Voter.objects.select_for_update(of=("self",))
        .select_related("election")
        .filter(token_hash=tokens.hash_of(token))
        .order_by("pk")
        .first()
    )
    if (refused := why_no_vote(voter, now=now)) or voter is None:
        raise RuleViolation(refused)
    election = voter.election
    known = {str(pk) for pk in election.candidates.order_by("pk").values_list("pk", flat=True)}
    raise_first(refuse_ballot([str(key) for key in choices], known, election.places))
    voter.has_voted = True
    voter.save(update_fields=["has_voted"])
    Ballot.objects.create(election=election, choices=sorted(choices))
