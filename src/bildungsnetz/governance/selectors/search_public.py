"""What the search of the house reads of published recommendations, and who may see a hit."""

from collections.abc import Iterable, Iterator

from django.urls import reverse

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers.search import Entry
from bildungsnetz.governance.domain.recommendations import NEVER_PUBLIC
from bildungsnetz.governance.models import Recommendation
from bildungsnetz.governance.selectors.recommendations import recommendations

PUBLISHED = "governance.published_recommendation"


def published_entries(pks: Iterable[int] | None) -> Iterator[Entry]:
    """Each published recommendation with its wording and its answer; nothing of the work behind it."""
    found = Recommendation.objects.filter(published_on__isnull=False).exclude(state__in=NEVER_PUBLIC)
    found = found.select_related("body", "field_of_action").order_by("pk")
    for each in found if pks is None else found.filter(pk__in=list(pks)):
        field_of_action = each.field_of_action.name if each.field_of_action else ""
        yield Entry(
            PUBLISHED,
            each.pk,
            each.title,
            body=" ".join([str(each), each.text, each.forum, field_of_action, each.answer]),
            excerpt=f"{each}, {each.body.name}",
            url=reverse("governance:tracker-recommendation", args=[each.year, each.number]),
        )


def visible_published(actor: Actor, pks: Iterable[int]) -> set[int]:
    """All that is published; who sees the recommendation itself finds it once, not twice."""
    wanted = list(pks)
    found = Recommendation.objects.filter(pk__in=wanted, published_on__isnull=False)
    public = set(found.exclude(state__in=NEVER_PUBLIC).order_by().values_list("pk", flat=True))
    own = recommendations(actor).filter(pk__in=wanted).order_by()
    return public - set(own.values_list("pk", flat=True))
