"""What the search of the house reads of decisions, and who may see a hit."""

from collections.abc import Iterable, Iterator

from django.urls import reverse

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers.search import Entry
from bildungsnetz.governance.models import Decision
from bildungsnetz.governance.selectors.decisions import DECISION, decisions


def decision_entries(pks: Iterable[int] | None) -> Iterator[Entry]:
    """Each decision with the title of its item, its wording and its note."""
    found = Decision.objects.select_related("body", "item").order_by("pk")
    for each in found if pks is None else found.filter(pk__in=list(pks)):
        yield Entry(
            DECISION,
            each.pk,
            each.item.title,
            body=" ".join([str(each), each.body.name, each.wording, each.note]),
            excerpt=f"{each}, {each.body.name}",
            url=reverse("governance:decision", args=[each.pk]),
        )


def visible_decisions(actor: Actor, pks: Iterable[int]) -> set[int]:
    """Those the actor may read: confidential ones only to readers of confidential items."""
    return set(decisions(actor).filter(pk__in=list(pks)).order_by().values_list("pk", flat=True))
