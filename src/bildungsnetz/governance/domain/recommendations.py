"""The life of a recommendation of the Bildungskonferenz.

Source: domain report 2.1 (the Lenkungskreis takes a position on each recommendation: adopt, modify, reject or refer) and
table 2.4; domain rule 8: a recommendation cannot vanish.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.states import StateTable, Step

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class RecommendationState(TextChoices):
    """Where a recommendation stands."""

    COLLECTED = "collected", _("gesammelt")
    CLUSTERED = "clustered", _("gebündelt")
    ADOPTED = "adopted_by_conference", _("von der Konferenz beschlossen")
    SUBMITTED = "submitted", _("an den Lenkungskreis übergeben")
    ACCEPTED = "accepted", _("angenommen")
    ACCEPTED_MODIFIED = "accepted_modified", _("geändert angenommen")
    REJECTED = "rejected", _("abgelehnt")
    REFERRED = "referred", _("an die zuständige Stelle verwiesen")
    REPORTED_BACK = "reported_back", _("der Konferenz berichtet")
    MERGED = "merged", _("in einer anderen aufgegangen")


_S = RecommendationState

RECOMMENDATION_STEPS = StateTable(
    (
        Step(_S.COLLECTED, _S.CLUSTERED),
        Step(_S.COLLECTED, _S.MERGED),
        Step(_S.CLUSTERED, _S.MERGED),
        Step(_S.CLUSTERED, _S.ADOPTED),
        Step(_S.ADOPTED, _S.SUBMITTED),
        Step(_S.SUBMITTED, _S.ACCEPTED),
        Step(_S.SUBMITTED, _S.ACCEPTED_MODIFIED, needs_text=True),
        Step(_S.SUBMITTED, _S.REJECTED, needs_text=True),
        Step(_S.SUBMITTED, _S.REFERRED, needs_text=True),
        Step(_S.ACCEPTED, _S.REPORTED_BACK, needs_text=True),
        Step(_S.ACCEPTED_MODIFIED, _S.REPORTED_BACK, needs_text=True),
        Step(_S.REJECTED, _S.REPORTED_BACK, needs_text=True),
        Step(_S.REFERRED, _S.REPORTED_BACK, needs_text=True),
    )
)

# The office also enters what an earlier conference has already adopted.
ENTRY_STATES = (_S.COLLECTED, _S.ADOPTED)
# What the office enters by itself; positions follow from a decision, see `positions_after`.
OFFICE_STEPS = (_S.CLUSTERED, _S.ADOPTED, _S.SUBMITTED, _S.REPORTED_BACK)
POSITIONS = (_S.ACCEPTED, _S.ACCEPTED_MODIFIED, _S.REJECTED, _S.REFERRED)
# Not yet adopted by the conference: only these can become one.
NOT_ADOPTED = (_S.COLLECTED, _S.CLUSTERED)
# Never leaves the house: what the conference has not adopted.
NEVER_PUBLIC = frozenset({*NOT_ADOPTED, _S.MERGED})
ANSWERED = frozenset({*POSITIONS, _S.REPORTED_BACK})


@dataclass(frozen=True, slots=True)
class NumberedRecommendation:
    """A recommendation as the conference report lists it."""

    number: str
    state: RecommendationState


def has_position(state: RecommendationState) -> bool:
    """Whether the Lenkungskreis has answered."""
    return state in ANSWERED


def positions_after(outcomes: Collection[Outcome]) -> tuple[RecommendationState, ...]:
    """Which positions can be entered after the decisions on a recommendation, deferred ones not counted.

    Without a decision none. What the sides did not agree on cannot be accepted: it stays with the authority that was
    responsible before (§ 78a Abs. 4 SchulG NRW), so it is rejected or referred.
    """
    if any(outcome in {Outcome.ADOPTED, Outcome.ADOPTED_WITH_RESERVATION} for outcome in outcomes):
        return POSITIONS
    if any(outcome is not Outcome.DEFERRED for outcome in outcomes):
        return (_S.REJECTED, _S.REFERRED)
    return ()


def next_office_step(state: RecommendationState) -> RecommendationState | None:
    """The one step the office can take by itself, None while a decision is awaited or all is done."""
    return next((target for target in RECOMMENDATION_STEPS.targets(state) if target in OFFICE_STEPS), None)


def refuse_recommendation_merge(states: Iterable[RecommendationState]) -> list[Refusal]:
    """Two or more recommendations become one before the conference adopts them; the originals stay behind it."""
    chosen = list(states)
    if len(chosen) < 2:
        return [Refusal("too_few", _("Wählen Sie mindestens zwei Empfehlungen."), "recommendations")]
    if any(state not in NOT_ADOPTED for state in chosen):
        text = _("Zusammenfassen lässt sich nur, was die Konferenz noch nicht beschlossen hat.")
        return [Refusal("adopted", text, "recommendations")]
    return []


def may_be_public(state: RecommendationState) -> bool:
    """The public may follow what a conference has adopted."""
    return state not in NEVER_PUBLIC


def may_go_on_agenda(state: RecommendationState) -> bool:
    """Whether the Lenkungskreis can put it on an agenda: it was submitted and waits for a position."""
    return state is _S.SUBMITTED


def refuse_report(recommendations: Iterable[NumberedRecommendation]) -> list[Refusal]:
    """The report to the next conference is final only when every adopted recommendation has a position."""
    waiting = [entry.number for entry in recommendations if entry.state in {_S.ADOPTED, _S.SUBMITTED}]
    if not waiting:
        return []
    text = _("Ohne Position des Lenkungskreises: %(numbers)s.") % {"numbers": ", ".join(waiting)}
    return [Refusal("positions_missing", text)]
