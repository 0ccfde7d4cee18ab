"""School lists kept for comparing, and the register as one of them."""

from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.domain.kinds import SCHOOL_SUPERVISION
from bildungsnetz.network.domain.school_keys import SCHOOL_OFFICE_FORM, LegalForm, OperatingStatus
from bildungsnetz.network.domain.school_lists import Listed, ListKey, SchoolSource, place_of
from bildungsnetz.network.models import Institution, SchoolListCopy, Site


def school_lists(actor: Actor) -> QuerySet[SchoolListCopy]:
    """The kept lists, oldest first, for those who may see imports."""
    if not policies.may_see_imports(actor):
        return SchoolListCopy.objects.none()
    return SchoolListCopy.objects.order_by("as_of", "pk")


def school_sources(actor: Actor, *, district: str, on: date) -> list[SchoolSource]:
    """All kept lists of the Kreis and, last, the register as of today; empty for those who may not see imports."""
    kept = list(school_lists(actor).filter(district=district))
    if not policies.may_see_imports(actor):
        return []
    return [*map(_source, kept), _register(district, on)]


def _source(copy: SchoolListCopy) -> SchoolSource:
    entries = [Listed.from_json(values) for values in copy.entries]
    return SchoolSource(
        key=ListKey(copy.key),
        name=copy.name,
        as_of=copy.as_of,
        entries={each.number: each for each in entries},
        elsewhere=copy.elsewhere,
        youngest=copy.youngest,
    )


def _register(district: str, on: date) -> SchoolSource:
    numbered = Institution.objects.filter(official_number__isnull=False).order_by("official_number")
    main = Site.objects.filter(is_main=True).order_by("pk")
    here = numbered.filter(municipality__ags__startswith=district).select_related("municipality")
    found = here.prefetch_related(Prefetch("sites", queryset=main, to_attr="main_sites"))
    others = numbered.exclude(municipality__ags__startswith=district)
    elsewhere = others.values_list("official_number", "municipality__ags")
    return SchoolSource(
        key=ListKey.REGISTER,
        name=_("Register dieser Anwendung"),
        as_of=on,
        entries={each.number: each for each in map(_listed, found)},
        elsewhere={str(number): ags[:5] for number, ags in elsewhere},
    )


def _listed(institution: Institution) -> Listed:
    site: Site = next(iter(institution.main_sites), Site())  # type: ignore[attr-defined]
    is_office = institution.kind == SCHOOL_SUPERVISION
    return Listed(
        number=institution.official_number or "",
        name=institution.short_name or institution.name,
        form=SCHOOL_OFFICE_FORM if is_office else institution.school_form,
        is_private=institution.legal_form == LegalForm.PRIVATE,
        status=OperatingStatus(institution.status),
        status_date=institution.status_date,
        ags=institution.municipality.ags,
        address=place_of(site.street, site.postal_code),
    )
