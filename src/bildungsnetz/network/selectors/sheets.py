"""Entries as rows of a table that comes back, and the tables that came back."""

from collections.abc import Iterable

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.domain.contact import GENERAL
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.domain.questions import Subject
from bildungsnetz.network.domain.sheets import KEY, Known
from bildungsnetz.network.models import (
    ContactChannel,
    FieldOfAction,
    Institution,
    Person,
    SheetImport,
    SheetImportRow,
    Site,
)
from bildungsnetz.network.selectors.answers import with_current
from bildungsnetz.network.selectors.asking import Asking
from bildungsnetz.network.selectors.institutions import institutions, with_main_site
from bildungsnetz.network.selectors.people import people

_BATCH = 500


def known_rows(subject: Subject, asking: Asking, keys: Iterable[str]) -> dict[str, Known]:
    """The entries with these keys as rows; keys that are none, or not the actor's to see, are missing."""
    wanted = sorted({int(key) for key in keys if key.isdecimal() and len(key) < 10})
    read = _institution_rows if subject is Subject.INSTITUTIONS else _person_rows
    found: dict[str, Known] = {}
    for start in range(0, len(wanted), _BATCH):
        found |= read(asking, wanted[start : start + _BATCH])
    return found


def sheet_imports(actor: Actor) -> QuerySet[SheetImport]:
    """All tables that came back, newest first, for those who may read them in."""
    found = SheetImport.objects.order_by("-planned_at", "-pk")
    return found if policies.may_import_sheets(actor) else found.none()


def sheet_rows(run: SheetImport, kind: str = "") -> QuerySet[SheetImportRow]:
    found = run.rows.order_by("line")
    return found.filter(kind=kind) if kind else found


def sheet_counts(run: SheetImport) -> dict[RowKind, int]:
    """How many rows of each kind; none is ever new or missing."""
    found = dict(run.rows.order_by("kind").values_list("kind").annotate(Count("pk")))
    return {kind: found.get(kind.value, 0) for kind in (RowKind.CHANGED, RowKind.UNCHANGED, RowKind.REFUSED)}


def _institution_rows(asking: Asking, keys: list[int]) -> dict[str, Known]:
    general = ContactChannel.objects.filter(purpose=GENERAL).order_by("is_official", "pk")
    fields = FieldOfAction.objects.order_by("position", "name", "pk")
    found = with_main_site(institutions(asking.actor).filter(pk__in=keys)).prefetch_related(
        Prefetch("channels", queryset=general, to_attr="general"),
        Prefetch("fields_of_action", queryset=fields),
    )
    return {str(each.pk): Known(each.name[:200], _of_institution(each), each.is_official) for each in found}


def _of_institution(each: Institution) -> dict[str, str]:
    site: Site = next(iter(each.main_sites), Site())  # type: ignore[attr-defined]
    reach = {way.kind: way.value for way in each.general}  # type: ignore[attr-defined]
    return {
        KEY: str(each.pk),
        "number": each.official_number or "",
        "name": each.name,
        "kind": _(each.kind_name) if each.kind_name else "",
        "school_form": str(each.get_school_form_display()) if each.school_form else "",
        "municipality": each.municipality.name,
        "status": str(each.status_name),
        "street": site.street,
        "postal_code": site.postal_code,
        "city": site.city,
        "phone": reach.get("phone", ""),
        "email": reach.get("email", ""),
        "website": reach.get("website", ""),
        "social_index": str(each.social_index or ""),
        "is_public": _("ja") if each.is_public else _("nein"),
        "fields_of_action": "; ".join(field.name for field in each.fields_of_action.all()),
        "description": each.description,
    }


def _person_rows(asking: Asking, keys: list[int]) -> dict[str, Known]:
    found = with_current(people(asking.actor).filter(pk__in=keys), asking)
    return {str(each.pk): Known(each.name[:200], _of_person(each)) for each in found}


def _of_person(each: Person) -> dict[str, str]:
    held = each.current  # type: ignore[attr-defined]
    return {
        KEY: str(each.pk),
        **{name: getattr(each, name) for name in ("title", "first_name", "last_name", "email", "phone")},
        "functions": "; ".join(f"{one.name}, {one.institution.name}" for one in held),
    }
