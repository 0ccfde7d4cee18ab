"""From the refusals of the pure rules to the error the web edge shows."""

from collections.abc import Iterable

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.domain.refusals import Refusal


def raise_first(refusals: Iterable[Refusal]) -> None:
    """Raise RuleViolation for the first refusal, at its field; nothing happens when there is none."""
    for refusal in refusals:
        raise RuleViolation(refusal.text, refusal.field or None)
