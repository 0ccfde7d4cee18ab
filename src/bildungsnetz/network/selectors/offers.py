"""Offers: for everybody those that are public and still valid, for the office all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from bildungsnetz.core.actor import PUBLIC, Actor
from bildungsnetz.core.search import find_keys
from bildungsnetz.network import policies
from bildungsnetz.network.domain.offers import OfferEntry, pack, unpack
from bildungsnetz.network.models import Institution, Offer
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.offers_nearby import with_km

OFFER: Final = "network.offer"
MOST_HITS: Final = 300
PLAIN: Final = (
    "title", "kind", "topic", "valid_until", "description", "grade_from", "grade_to", "cost", "cost_note", "place",
    "place_note", "starts_at", "ends_at", "dates_note", "capacity", "contact_name", "email", "phone", "website",
    "is_public", "reference",
)  # fmt: skip
GROUPS: Final = ("audiences", "access", "languages")
_SORTS: Final = {
    "titel": ("title", "pk"),
    "-titel": ("-title", "pk"),
    "anbieter": ("institution__name", "title", "pk"),
    "-anbieter": ("-institution__name", "title", "pk"),
    "bis": ("valid_until", "title", "pk"),
    "-bis": ("-valid_until", "title", "pk"),
}


@dataclass(frozen=True, slots=True)
class WantedOffers:
    """What a list of offers is asked for; empty values ask for everything."""

    text: str = ""
    topic: str = ""
    kind: str = ""
    audience: str = ""
    grade: int | None = None
    cost: str = ""
    place: str = ""
    municipality: int | None = None
    access: str = ""
    language: str = ""
    near: str = ""
    km: int = 10
    state: str = ""
    sort: str = ""


def offers(actor: Actor, *, on: date) -> QuerySet[Offer]:
    """All offers for those who may see them; for everybody else what is shown on the day."""
    found = Offer.objects.select_related("institution__municipality").order_by("title", "pk")
    return found if policies.may_see_all_offers(actor) else found.filter(_shown(on))


def shown_offers(*, on: date) -> QuerySet[Offer]:
    """What everybody may see on the day, whoever asks."""
    return offers(PUBLIC, on=on)


def offers_of(institution: Institution, *, on: date) -> QuerySet[Offer]:
    """What the public page of an institution shows of its offers."""
    return shown_offers(on=on).filter(institution=institution)


def find_offers(actor: Actor, wanted: WantedOffers, *, on: date) -> QuerySet[Offer]:
    """The offers the actor may see that fit, each with `km`; best hits of a text first, near a place the nearest."""
    narrowed = offers(actor, on=on).filter(_conditions(wanted), _state(wanted.state, on))
    found = with_km(actor, narrowed, wanted.near, wanted.km)
    if wanted.text.strip():
        ranked = find_keys(wanted.text, OFFER, actor=actor)[:MOST_HITS]
        found = found.filter(pk__in=ranked)
        if wanted.sort not in _SORTS:
            return found.order_by(_place_in(ranked), "pk")
    unsorted = ("km", "title", "pk") if wanted.near.strip() else _SORTS["titel"]
    return found.order_by(*_SORTS.get(wanted.sort, unsorted))


def visible_offers(actor: Actor, pks: Iterable[int], *, on: date) -> set[int]:
    return set(offers(actor, on=on).filter(pk__in=list(pks)).order_by().values_list("pk", flat=True))


def offers_at(institution_keys: Iterable[int]) -> list[int]:
    """The keys of the offers of some institutions."""
    found = Offer.objects.filter(institution__in=list(institution_keys)).order_by("pk")
    return list(found.values_list("pk", flat=True))


def expiring_offers(*, first: date, last: date) -> QuerySet[Offer]:
    """Public offers whose last day lies between the two, for the reminders."""
    found = Offer.objects.filter(is_public=True, valid_until__range=(first, last))
    return found.select_related("institution").order_by("pk")


def offer_entry_of(offer: Offer) -> OfferEntry:
    """The present state of an offer as its form shows it."""
    values: dict[str, Any] = {name: getattr(offer, name) for name in PLAIN}
    values |= {name: unpack(getattr(offer, name)) for name in GROUPS}
    return OfferEntry(**values)


def _shown(on: date) -> Q:
    keys = institutions(PUBLIC).order_by().values("pk")
    return Q(is_public=True, valid_until__gte=on, institution__in=keys)


def _conditions(wanted: WantedOffers) -> Q:
    asked: dict[str, Any] = {
        "topic": wanted.topic,
        "kind": wanted.kind,
        "cost": wanted.cost,
        "place": wanted.place,
        "institution__municipality": wanted.municipality,
        "audiences__contains": pack({wanted.audience}) if wanted.audience else "",
        "access__contains": pack({wanted.access}) if wanted.access else "",
        "languages__contains": pack({wanted.language}) if wanted.language else "",
    }
    found = Q(**{name: value for name, value in asked.items() if value})
    if wanted.grade is None:
        return found
    low = Q(grade_from__isnull=True) | Q(grade_from__lte=wanted.grade)
    high = Q(grade_to__isnull=True) | Q(grade_to__gte=wanted.grade)
    return found & low & high & (Q(grade_from__isnull=False) | Q(grade_to__isnull=False))


def _state(state: str, on: date) -> Q:
    """Of the office list: shown today, over, or kept inside."""
    return {
        "gezeigt": _shown(on),
        "abgelaufen": Q(valid_until__lt=on),
        "intern": Q(is_public=False),
    }.get(state, Q())


def _place_in(ranked: list[int]) -> Case:
    whens = [When(pk=pk, then=Value(place)) for place, pk in enumerate(ranked)]
    return Case(*whens, default=Value(len(ranked)), output_field=IntegerField())
