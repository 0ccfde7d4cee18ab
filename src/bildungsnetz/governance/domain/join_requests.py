"""Persons ask to join a working group; office or chair accept, or refuse with a reason.

Source: issue 4, point 9 (self-service: requests to join a working group).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.preset_shape import BodyKind
from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.states import StateTable, Step

KEPT = timedelta(days=365)
"""So long a settled request is kept."""


class JoinState(TextChoices):
    """Where a request to join stands."""

    OPEN = "open", _("wird geprüft")
    ACCEPTED = "accepted", _("angenommen")
    REFUSED = "refused", _("abgelehnt")
    TAKEN_BACK = "taken_back", _("zurückgenommen")


JOIN_STEPS = StateTable(
    (
        Step(JoinState.OPEN, JoinState.ACCEPTED),
        Step(JoinState.OPEN, JoinState.REFUSED, needs_text=True),
        Step(JoinState.OPEN, JoinState.TAKEN_BACK),
    )
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands to a body: may she ask at all, does she sit there, does a request of hers wait."""

    takes_requests: bool
    is_active: bool = True
    is_member: bool = False
    has_open: bool = False


def refuse_taking_requests(kind: BodyKind, *, takes: bool) -> list[Refusal]:
    """Only working groups take requests; in all other bodies the seats are given by right."""
    if takes and kind is not BodyKind.WORKING_GROUP:
        text = _("Anfragen zur Mitarbeit nimmt nur eine Arbeitsgruppe an.")
        return [Refusal("not_a_working_group", text, "takes_requests")]
    return []


def refuse_asking(standing: Standing) -> list[Refusal]:
    """One open request of somebody who does not sit there, to a body that wants to be asked."""
    if not (standing.takes_requests and standing.is_active):
        text = _("Dieses Gremium nimmt zurzeit keine Anfragen an. Sprechen Sie mit dem Bildungsbüro.")
        return [Refusal("not_open", text)]
    if standing.is_member:
        return [Refusal("is_member", _("Sie arbeiten in diesem Gremium schon mit."))]
    if standing.has_open:
        return [Refusal("asked_already", _("Ihre Anfrage wird schon geprüft."))]
    return []


def refuse_institution(chosen: int | None, held: set[int]) -> list[Refusal]:
    """Whoever holds functions says for which institution she comes; others come for none."""
    if chosen is None and held:
        return [Refusal("institution_missing", _("Wählen Sie, für wen Sie mitarbeiten."), "institution")]
    if chosen is not None and chosen not in held:
        text = _("In dieser Einrichtung haben Sie zurzeit keine Funktion.")
        return [Refusal("foreign_institution", text, "institution")]
    return []
