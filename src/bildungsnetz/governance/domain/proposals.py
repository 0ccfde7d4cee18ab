"""Members propose items before a deadline; the secretariat accepts, or refuses with a reason.

Source: user story LM-03 of the domain report (propose before the deadline, see the state, learn why it was refused).
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal, german_day
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.states import StateTable, Step


class ProposalState(TextChoices):
    """Where a proposal stands."""

    OPEN = "open", _("wird geprüft")
    ACCEPTED = "accepted", _("auf der Tagesordnung")
    REFUSED = "refused", _("nicht aufgenommen")
    TAKEN_BACK = "taken_back", _("zurückgenommen")


PROPOSAL_STEPS = StateTable(
    (
        Step(ProposalState.OPEN, ProposalState.ACCEPTED),
        Step(ProposalState.OPEN, ProposalState.REFUSED, needs_text=True),
        Step(ProposalState.OPEN, ProposalState.TAKEN_BACK),
    )
)


def propose_by(session_on: date, proposal_days: int) -> date:
    """The last day on which members may propose."""
    return session_on - timedelta(days=proposal_days)


def refuse_proposing(state: SessionState, *, today: date, last_day: date) -> list[Refusal]:
    """Proposals are for planned sessions and until the deadline."""
    if state is not SessionState.PLANNED:
        text = _("Für diese Sitzung ist schon eingeladen. Sprechen Sie mit der Geschäftsstelle.")
        return [Refusal("not_planned", text)]
    if today > last_day:
        text = _("Vorschläge waren bis zum %(day)s möglich. Sprechen Sie mit der Geschäftsstelle.")
        return [Refusal("too_late", text % {"day": german_day(last_day)})]
    return []
