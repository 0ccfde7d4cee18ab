"""What institutions say about themselves, their places and ways of contact, as pages and forms need it."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, QuerySet

from bildungsnetz.network.domain.opening import DayLine, Span, day_lines
from bildungsnetz.network.models import Institution, InstitutionProfile, OpeningSpan, Site, SiteDetails


@dataclass(frozen=True, slots=True)
class Place:
    """A site with how one gets in."""

    site: Site
    features: list[str] = field(default_factory=list)
    accessibility_note: str = ""
    hours: list[DayLine] = field(default_factory=list)
    hours_note: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is more to show than the address."""
        return bool(self.features or self.accessibility_note or self.hours or self.hours_note)


def profile_of(institution: Institution) -> InstitutionProfile:
    """The profile of an institution; an empty one when nobody has filled it yet."""
    found = InstitutionProfile.objects.filter(institution=institution).first()
    return found or InstitutionProfile(institution=institution)


def profile_entry(institution: Institution) -> dict[str, Any]:
    """The own fields of an institution as its form starts with them."""
    profile = profile_of(institution)
    fields = institution.fields_of_action.order_by("pk").values_list("pk", flat=True)
    return {
        "description": institution.description,
        "languages": frozenset(profile.languages),
        "target_groups": frozenset(profile.target_groups),
        "fields_of_action": frozenset(fields),
    }


def sites_of(institution: Institution) -> QuerySet[Site]:
    """The places of an institution, the main one first. Ask for the right to see the institution before."""
    return Site.objects.filter(institution=institution).order_by("-is_main", "label", "pk")


def places_of(institution: Institution) -> list[Place]:
    """All places of an institution with hours and accessibility; three queries."""
    spans = OpeningSpan.objects.order_by("weekday", "opens", "pk")
    found = (
        sites_of(institution)
        .select_related("details")
        .prefetch_related(Prefetch("opening_spans", queryset=spans))
    )
    return [_place(site) for site in found]


def spans_of(site: Site) -> list[Span]:
    """The opening hours of a place in order."""
    return [row.span for row in OpeningSpan.objects.filter(site=site).order_by("weekday", "opens", "pk")]


def details_of(site: Site) -> SiteDetails:
    """The details of a place; empty ones when nobody has entered any yet."""
    return SiteDetails.objects.filter(site=site).first() or SiteDetails(site=site)


def _place(site: Site) -> Place:
    details: SiteDetails = getattr(site, "details", None) or SiteDetails(site=site)
    return Place(
        site,
        details.feature_names,
        details.accessibility_note,
        day_lines(row.span for row in site.opening_spans.all()),
        details.hours_note,
    )
