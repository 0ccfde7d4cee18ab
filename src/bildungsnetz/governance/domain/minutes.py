"""Minutes: what exactly is approved, by whom, and what can happen afterwards.

Source: domain rules 2 and 5: both co-chairs (or deputies) approve exactly the same text; after approval it is immutable
and corrected only by numbered supplements. Between the approval of the sides and that day lies the window of the members
(`minutes_window`).
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.states import StateTable, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bildungsnetz.governance.domain.minutes_text import Section


class MinutesState(TextChoices):
    """Where the minutes stand."""

    DRAFT = "draft", _("Entwurf")
    SUBMITTED = "submitted", _("zur Genehmigung vorgelegt")
    DELIVERED = "delivered", _("zugestellt, Widerspruchsfrist läuft")
    CONTESTED = "contested", _("Widerspruch erhoben")
    APPROVED = "approved", _("genehmigt")


MINUTES_STEPS = StateTable(
    (
        Step(MinutesState.DRAFT, MinutesState.SUBMITTED),
        # Taken back for changes: every approval given so far falls with the text it was given for.
        Step(MinutesState.SUBMITTED, MinutesState.DRAFT, needs_text=True),
        # All sides approved: the members get the text and may object; without a window it is final at once.
        Step(MinutesState.SUBMITTED, MinutesState.DELIVERED),
        Step(MinutesState.SUBMITTED, MinutesState.APPROVED),
        Step(MinutesState.DELIVERED, MinutesState.CONTESTED, needs_text=True),
        Step(MinutesState.DELIVERED, MinutesState.DRAFT, needs_text=True),
        Step(MinutesState.DELIVERED, MinutesState.APPROVED),
        # The chairs of all sides answered every objection: the text stays and the window goes on.
        Step(MinutesState.CONTESTED, MinutesState.DELIVERED),
        Step(MinutesState.CONTESTED, MinutesState.DRAFT, needs_text=True),
    )
)


@dataclass(frozen=True, slots=True)
class Approval:
    """A person approved the text with this hash for a side."""

    side: str
    person_key: str
    text_hash: str


def canonical(sections: Iterable[Section]) -> bytes:
    """The same text gives the same bytes: composed characters, plain line ends, no blanks at line ends."""
    rows = [
        {
            "key": section.key,
            "heading": _clean(section.heading),
            "paragraphs": [_clean(p) for p in section.paragraphs],
        }
        for section in sections
    ]
    return json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def text_hash(sections: Iterable[Section]) -> str:
    """SHA-256 of the canonical bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(sections)).hexdigest()


def refuse_edit(state: MinutesState) -> list[Refusal]:
    """Only a draft can be changed."""
    if state is MinutesState.DRAFT:
        return []
    if state is not MinutesState.APPROVED:
        text = _("Das Protokoll liegt zur Genehmigung vor. Nehmen Sie es zurück, bevor Sie es ändern.")
        return [Refusal("submitted", text)]
    text = _("Das Protokoll ist genehmigt und unveränderlich. Schreiben Sie eine Ergänzung.")
    return [Refusal("approved", text)]


def refuse_approval(
    state: MinutesState, current_hash: str, approval: Approval, approvers: Mapping[str, frozenset[str]]
) -> list[Refusal]:
    """Approval needs minutes that are submitted, the unchanged text, and the co-chair or deputy of the side."""
    if state is not MinutesState.SUBMITTED:
        return [Refusal("not_submitted", _("Dieses Protokoll liegt nicht zur Genehmigung vor."))]
    if approval.person_key not in approvers.get(approval.side, frozenset()):
        text = _("Genehmigen können der Ko-Vorsitz dieser Seite und dessen Stellvertretung.")
        return [Refusal("not_an_approver", text)]
    if approval.text_hash != current_hash:
        text = _("Das Protokoll wurde inzwischen geändert. Lesen Sie die neue Fassung, bevor Sie genehmigen.")
        return [Refusal("text_changed", text)]
    return []


def sides_to_approve(
    required: Iterable[str],
    current_hash: str,
    approvals: Iterable[Approval],
    approvers: Mapping[str, frozenset[str]],
) -> tuple[str, ...]:
    """The required sides without a valid approval of exactly this text, in the order given."""
    given = {
        entry.side
        for entry in approvals
        if entry.text_hash == current_hash and entry.person_key in approvers.get(entry.side, frozenset())
    }
    return tuple(side for side in required if side not in given)


def refuse_supplement(state: MinutesState, text: str) -> list[Refusal]:
    """A supplement belongs to approved minutes and says something."""
    if state is not MinutesState.APPROVED:
        reason = _("Das Protokoll ist noch nicht genehmigt. Ändern Sie den Entwurf.")
        return [Refusal("not_approved", reason)]
    if not text.strip():
        return [Refusal("text_missing", _("Schreiben Sie, was berichtigt oder ergänzt wird."), "text")]
    return []


def next_supplement_number(existing: Iterable[int]) -> int:
    """Supplements of one session count 1, 2, 3 …"""
    return max(existing, default=0) + 1


def _clean(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
