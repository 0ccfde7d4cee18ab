"""Functions that persons hold in institutions: the kinds, and what is current on a day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import _StrPromise


class FunctionKind(StrEnum):
    """The kinds of function a network looks for when it fills bodies and mailing lists."""

    PRINCIPAL = "principal"
    DEPUTY_PRINCIPAL = "deputy_principal"
    TEACHER = "teacher"
    CAREER_COORDINATOR = "career_coordinator"
    PRINCIPALS_SPEAKER = "principals_speaker"
    UPPER_SUPERVISION = "upper_school_supervision"
    LOWER_SUPERVISION = "lower_school_supervision"
    DISTRICT_DIRECTOR = "district_director"
    DEPARTMENT_HEAD = "department_head"
    OFFICE_HEAD = "office_head"
    PEDAGOGICAL_OFFICER = "pedagogical_officer"
    RESEARCH_OFFICER = "research_officer"
    ADMIN_OFFICER = "admin_officer"
    MANAGEMENT = "management"
    CONTACT = "contact"
    OTHER = "other"


FUNCTION_NAMES: Final[dict[FunctionKind, _StrPromise]] = {
    FunctionKind.PRINCIPAL: _("Schulleitung"),
    FunctionKind.DEPUTY_PRINCIPAL: _("Stellvertretende Schulleitung"),
    FunctionKind.TEACHER: _("Lehrkraft"),
    FunctionKind.CAREER_COORDINATOR: _("Koordination Berufliche Orientierung (StuBO)"),
    FunctionKind.PRINCIPALS_SPEAKER: _("Sprechamt der Schulleitungen"),
    FunctionKind.UPPER_SUPERVISION: _("Obere Schulaufsicht"),
    FunctionKind.LOWER_SUPERVISION: _("Untere Schulaufsicht"),
    FunctionKind.DISTRICT_DIRECTOR: _("Kreisdirektion"),
    FunctionKind.DEPARTMENT_HEAD: _("Dezernat oder Fachbereichsleitung"),
    FunctionKind.OFFICE_HEAD: _("Leitung des Bildungsbüros"),
    FunctionKind.PEDAGOGICAL_OFFICER: _("Pädagogische Mitarbeit"),
    FunctionKind.RESEARCH_OFFICER: _("Wissenschaftliche Mitarbeit"),
    FunctionKind.ADMIN_OFFICER: _("Verwaltung"),
    FunctionKind.MANAGEMENT: _("Leitung der Einrichtung"),
    FunctionKind.CONTACT: _("Ansprechperson"),
    FunctionKind.OTHER: _("Andere Funktion"),
}


class Period(Protocol):
    """Anything with a first and perhaps a last day; both days belong to it."""

    @property
    def started_on(self) -> date: ...

    @property
    def ended_on(self) -> date | None: ...


def is_current(period: Period, on: date) -> bool:
    """Whether the day lies in the period. Current is always asked for a day, never stored."""
    return period.started_on <= on and (period.ended_on is None or on <= period.ended_on)


def overlaps(new: Period, others: Iterable[Period]) -> bool:
    """Whether the new period shares a day with one of the others."""
    return any(_share_a_day(new, other) for other in others)


def _share_a_day(a: Period, b: Period) -> bool:
    a_end, b_end = a.ended_on or date.max, b.ended_on or date.max
    return a.started_on <= b_end and b.started_on <= a_end
