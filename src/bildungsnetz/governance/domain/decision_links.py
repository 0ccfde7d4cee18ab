"""A later decision replaces or revokes an earlier one of the same body.

Source: issue 3, point 7 and story LM-07: what was decided stays on record and says which decision stands now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.consensus import ADOPTED
from bildungsnetz.governance.domain.decision_kinds import DecisionState
from bildungsnetz.governance.domain.refusals import Refusal

if TYPE_CHECKING:
    from datetime import date

    from bildungsnetz.governance.domain.decision_kinds import Outcome


class LinkKind(TextChoices):
    """What the later decision does to the earlier one."""

    SUPERSEDES = "supersedes", _("ersetzt")
    REVOKES = "revokes", _("hebt auf")


STATE_AFTER = {
    LinkKind.SUPERSEDES: DecisionState.SUPERSEDED,
    LinkKind.REVOKES: DecisionState.REVOKED,
}


@dataclass(frozen=True, slots=True)
class Linked:
    """What the rule needs to know of a decision."""

    key: str
    body: str
    outcome: Outcome
    state: DecisionState
    decided_on: date
    is_closed: bool = False


def refuse_link(later: Linked, earlier: Linked) -> list[Refusal]:
    """Both are adopted decisions of one body, both stand, the earlier one is not younger.

    An open decision is overtaken only by an open one: otherwise its new state would tell that a confidential one exists.
    """
    if later.key == earlier.key or later.body != earlier.body:
        text = _("Wählen Sie einen anderen Beschluss desselben Gremiums.")
    elif later.outcome not in ADOPTED or later.state is not DecisionState.RECORDED:
        text = _("Nur ein gefasster Beschluss, der gilt, kann einen früheren ersetzen oder aufheben.")
    elif earlier.outcome not in ADOPTED or earlier.state is not DecisionState.RECORDED:
        text = _("Dieser Beschluss gilt nicht (mehr).")
    elif earlier.decided_on > later.decided_on:
        text = _("Dieser Beschluss ist jünger.")
    elif later.is_closed and not earlier.is_closed:
        text = _("Ein vertraulicher Beschluss kann keinen offenen ersetzen oder aufheben.")
    else:
        return []
    return [Refusal("no_link", text, "earlier")]
