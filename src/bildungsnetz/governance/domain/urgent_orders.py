"""The urgent order (Eilauftrag): the chairs of all sides give it together, the next session confirms it.

Source: domain rule 4 (an order needs a decision, or the co-chairs' urgent order, to be confirmed in the next session) and
story CO-05 (both confirm; flagged "to be confirmed"; an item of the next agenda by itself).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.consensus import ADOPTED
from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.states import StateTable, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet


class UrgentState(TextChoices):
    """Where an urgent order stands between the proposal and the session."""

    PROPOSED = "proposed", _("vorgeschlagen")
    GIVEN = "given", _("erteilt, noch zu bestätigen")
    CONFIRMED = "confirmed", _("bestätigt")
    NOT_CONFIRMED = "not_confirmed", _("nicht bestätigt")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


_S = UrgentState

URGENT_STEPS = StateTable(
    (
        Step(_S.PROPOSED, _S.GIVEN),
        Step(_S.PROPOSED, _S.WITHDRAWN, needs_text=True),
        Step(_S.GIVEN, _S.CONFIRMED),
        Step(_S.GIVEN, _S.NOT_CONFIRMED),
    )
)


def refuse_proposal(*, gives_orders: bool, reason: str, sides_missing: Sequence[str]) -> list[Refusal]:
    """A proposal needs a body that gives orders, a chair on each side that counts, and the reason for the hurry."""
    refusals = []
    if not gives_orders:
        text = _("Nur ein Gremium, das im Konsens der Seiten beschließt, erteilt Aufträge.")
        refusals.append(Refusal("no_orders", text, "governing_body"))
    refusals += [
        Refusal(
            "chair_missing",
            _("Für die Seite %(side)s ist kein Vorsitz eingetragen.") % {"side": side},
            "governing_body",
        )
        for side in sides_missing
    ]
    if not reason.strip():
        missing = _("Schreiben Sie, warum der Auftrag nicht bis zur Sitzung warten kann.")
        refusals.append(Refusal("reason_missing", missing, "reason"))
    return refusals


def side_to_agree(
    person: str, holders: Mapping[str, AbstractSet[str]], agreed: Mapping[str, str]
) -> str | Refusal:
    """The side for which the person may agree now. `agreed` maps sides to who agreed; nobody agrees for two sides."""
    own = [side for side, people in holders.items() if person in people]
    if not own:
        return Refusal("not_a_chair", _("Zustimmen kann, wer eine der Seiten leitet oder dabei vertritt."))
    if person in agreed.values():
        return Refusal(
            "agreed_already", _("Sie haben schon zugestimmt. Für die andere Seite stimmt deren Vorsitz zu.")
        )
    free = [side for side in own if side not in agreed]
    return free[0] if free else Refusal("side_agreed", _("Für Ihre Seite ist schon zugestimmt."))


def after_decision(outcome: Outcome) -> UrgentState | None:
    """What the decision of the session makes of the order; None when the body deferred the matter."""
    if outcome is Outcome.DEFERRED:
        return None
    return UrgentState.CONFIRMED if outcome in ADOPTED else UrgentState.NOT_CONFIRMED
