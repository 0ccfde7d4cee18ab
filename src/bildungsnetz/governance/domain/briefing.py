"""The briefing of the representatives of the schools before a session: its states, which items, and when it is read.

Source: domain report 1.4 (the Regionalkoordination represents all school forms and feeds back to their representatives), story
BR-04 (texts by school form, summary of shareable items); rule 7 (what only office and chairs may read is never in it).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.states import StateTable, Step
from bildungsnetz.governance.domain.visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Collection

BRIEFABLE = (Visibility.PUBLIC, Visibility.NETWORK, Visibility.BODY)
KEPT = timedelta(days=365)
"""So long after the session a briefing is kept."""


class BriefingState(TextChoices):
    """Where a briefing stands."""

    DRAFT = "draft", _("Entwurf")
    SENT = "sent", _("versendet")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


BRIEFING_STEPS = StateTable(
    (
        Step(BriefingState.DRAFT, BriefingState.SENT),
        Step(BriefingState.SENT, BriefingState.SENT),
        Step(BriefingState.SENT, BriefingState.WITHDRAWN),
        Step(BriefingState.WITHDRAWN, BriefingState.SENT),
    )
)


def refuse_sending(state: BriefingState, *, texts: int, readers: int) -> list[Refusal]:
    """It goes out with at least one text, to at least one person; a sent one goes out again as its next issue."""
    found = [BRIEFING_STEPS.refuse(state, BriefingState.SENT)]
    if not texts:
        found.append(
            Refusal("nothing_said", _("Schreiben Sie zuerst mindestens zu einem Punkt einen Text."), "")
        )
    if not readers:
        found.append(
            Refusal("nobody_there", _("In diesem Gremium vertritt zurzeit niemand die Schulen."), "")
        )
    return [refusal for refusal in found if refusal is not None]


def refuse_reading(state: BriefingState, issue: int, read: int) -> list[Refusal]:
    """Only what stands there now can be confirmed as read."""
    if state != BriefingState.SENT:
        return [Refusal("not_sent", _("Dieses Briefing ist zurückgezogen."), "")]
    if issue != read:
        return [
            Refusal("newer", _("Inzwischen gibt es eine neue Fassung. Bitte lesen Sie sie noch einmal."), "")
        ]
    return []


def is_for(school_form: str, forms: Collection[str]) -> bool:
    """Whether a text is for somebody who speaks for these school forms; whose form is not known reads all texts."""
    return not school_form or not forms or school_form in forms
