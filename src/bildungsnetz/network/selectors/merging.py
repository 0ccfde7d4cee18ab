"""What a merge would do, before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core import merging
from bildungsnetz.network.domain.merging import (
    INSTITUTION_FIELDS,
    OWN_OF_OFFICIAL,
    PERSON_FIELDS,
    MergeKind,
    takes_by_default,
)
from bildungsnetz.network.domain.school_keys import SCHOOL_FORMS
from bildungsnetz.network.models import Institution, Person

Row = Institution | Person
_NAMES: Mapping[str, str | Promise] = {
    "municipality_id": gettext_lazy("Stadt oder Gemeinde"),
    "is_public": gettext_lazy("Sichtbarkeit"),
    "user_id": gettext_lazy("Konto"),
}


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of the preview: both values in words; `is_locked` when only the one that stays counts."""

    field: str
    label: str
    stays: str
    goes: str
    differs: bool
    is_locked: bool
    takes: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What would happen: why not, what stays field by field, what moves."""

    refusals: list[str]
    fields: list[FieldLine]
    groups: list[merging.Group]


def model_of(kind: MergeKind) -> Any:
    """The model of a kind of entries."""
    return Institution if kind == MergeKind.INSTITUTION else Person


def preview(stays: Row, goes: Row) -> Preview:
    """What a merge would do. Ask for the right before."""
    return Preview(refusals_of(goes, stays), field_lines(stays, goes), merging.hanging_on(goes))


def refusals_of(goes: Row, stays: Row) -> list[str]:
    """Sentences that forbid the merge: our own and those of the contexts above."""
    own = []
    if isinstance(goes, Institution) and goes.is_official:
        own.append(
            _("„%(name)s“ steht in der amtlichen Schulliste und kann nicht aufgehen, nur bleiben.")
            % {"name": goes.name}
        )
    if isinstance(goes, Person) and isinstance(stays, Person) and goes.user_id and stays.user_id:
        own.append(
            _("Beide Personen haben ein Konto. Sperren Sie zuerst eines und lösen Sie es von der Person.")
        )
    return [*own, *merging.refusals(goes, stays)]


def takeable(stays: Row, goes: Row) -> list[str]:
    """The fields in which the two differ and that are not locked."""
    fields: tuple[str, ...] = INSTITUTION_FIELDS if isinstance(stays, Institution) else PERSON_FIELDS
    if isinstance(stays, Institution) and stays.is_official:
        fields = OWN_OF_OFFICIAL
    return [name for name in fields if getattr(stays, name) != getattr(goes, name)]


def field_lines(stays: Row, goes: Row) -> list[FieldLine]:
    """Every field of the two side by side."""
    fields = INSTITUTION_FIELDS if isinstance(stays, Institution) else PERSON_FIELDS
    open_ones, names = takeable(stays, goes), field_names(stays)
    return [
        FieldLine(
            name,
            str(names[name]),
            _shown(stays, name),
            _shown(goes, name),
            getattr(stays, name) != getattr(goes, name),
            getattr(stays, name) != getattr(goes, name) and name not in open_ones,
            name in open_ones and takes_by_default(getattr(stays, name), getattr(goes, name)),
        )
        for name in fields
    ]


def field_names(row: Row) -> dict[str, str | Promise]:
    """The names of the fields by their keys."""
    fields = (*INSTITUTION_FIELDS, *PERSON_FIELDS, "user_id")
    known = {field.name: field.verbose_name for field in row._meta.concrete_fields}
    return {name: _NAMES.get(name) or known.get(name, name) for name in fields}


def _shown(row: Row, name: str) -> str:
    value = getattr(row, name)
    if name == "municipality_id" and isinstance(row, Institution):
        return row.municipality.name
    if name == "kind" and isinstance(row, Institution):
        return row.kind_name
    if name == "school_form":
        return str(SCHOOL_FORMS.get(value, "–"))
    if isinstance(value, bool):
        return _("öffentlich") if value else _("nur intern")
    display = getattr(row, f"get_{name}_display", None)
    return str(display() if display else value) or "–"
