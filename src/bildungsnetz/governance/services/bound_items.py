"""Items that stand for something else: the fixed ones, and those that tell of what happened between sessions."""

from django.utils.translation import gettext as _

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.domain.circulars import CircularState
from bildungsnetz.governance.models import AgendaItem


def refuse_withdrawal(item: AgendaItem) -> None:
    """Raises RuleViolation for an item that no agenda may miss."""
    if item.fixed:
        raise RuleViolation(_("Dieser Punkt gehört auf jede Tagesordnung."))
    if tells_of_earlier(item):
        raise RuleViolation(_("Dieser Punkt sagt, was seit der vorigen Sitzung geschah, und bleibt."))


def refuse_other_words(item: AgendaItem, title: str, kind: str, visibility: str) -> None:
    """Raises RuleViolation when such an item should become something else."""
    bound = item.fixed or tells_of_earlier(item)
    if bound and (title, kind, visibility) != (item.title, item.kind, item.visibility):
        raise RuleViolation(_("Titel, Art und Sichtbarkeit dieses festen Punktes bleiben, wie sie sind."))


def tells_of_earlier(item: AgendaItem) -> bool:
    """Whether the item announces a circular resolution or confirms an urgent order."""
    announces = hasattr(item, "circular") and item.circular.state == CircularState.ADOPTED
    return announces or hasattr(item, "urgent_order")
