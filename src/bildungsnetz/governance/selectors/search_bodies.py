"""What the search of the house reads of bodies and recommendations, and who may see a hit."""

from collections.abc import Iterable, Iterator

from django.urls import reverse

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers.search import Entry
from bildungsnetz.governance.models import Body, Recommendation
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.recommendations import recommendations

BODY = "governance.body"
RECOMMENDATION = "governance.recommendation"


def body_entries(pks: Iterable[int] | None) -> Iterator[Entry]:
    """Each body with its kind and purpose."""
    found = Body.objects.order_by("pk")
    for each in found if pks is None else found.filter(pk__in=list(pks)):
        yield Entry(
            BODY,
            each.pk,
            each.name,
            body=f"{each.get_kind_display()} {each.purpose}",
            excerpt=each.get_kind_display(),
            url=reverse("governance:body", args=[each.pk]),
        )


def visible_bodies(actor: Actor, pks: Iterable[int]) -> set[int]:
    return set(bodies(actor).filter(pk__in=list(pks)).order_by().values_list("pk", flat=True))


def recommendation_entries(pks: Iterable[int] | None) -> Iterator[Entry]:
    """Each recommendation with its wording, its forum and the answer to it."""
    found = Recommendation.objects.select_related("body", "field_of_action").order_by("pk")
    for each in found if pks is None else found.filter(pk__in=list(pks)):
        field_of_action = each.field_of_action.name if each.field_of_action else ""
        yield Entry(
            RECOMMENDATION,
            each.pk,
            each.title,
            body=" ".join([str(each), each.text, each.forum, each.body.name, field_of_action, each.answer]),
            excerpt=f"{each}, {each.body.name}",
            url=reverse("governance:recommendation", args=[each.pk]),
        )


def visible_recommendations(actor: Actor, pks: Iterable[int]) -> set[int]:
    return set(recommendations(actor).filter(pk__in=list(pks)).order_by().values_list("pk", flat=True))
