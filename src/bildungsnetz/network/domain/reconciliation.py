"""Where school lists disagree, and why: one reason for each number that one list has and another has not.

Source of the cases: the three published lists for Kreis Mettmann (144, 143 and 143 rows) and the social index.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.network.domain.districts import district_name
from bildungsnetz.network.domain.school_lists import (
    Listed,
    ListKey,
    SchoolSource,
    closed_on,
    founded_on,
    is_counted,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Reason(StrEnum):
    """Why a list does not have a number."""

    BRANCH = "branch"
    ELSEWHERE = "elsewhere"
    NOT_COUNTED = "not_counted"
    CLOSED = "closed"
    NOT_YET_OPEN = "not_yet_open"
    OTHER_NUMBER = "other_number"
    YOUNGER = "younger"
    OLDER = "older"
    NOT_IMPORTED = "not_imported"
    UNEXPLAINED = "unexplained"


REASON_NAMES: Final[dict[Reason, _StrPromise]] = {
    Reason.BRANCH: gettext_lazy("Teilstandort"),
    Reason.ELSEWHERE: gettext_lazy("in einem anderen Kreis geführt"),
    Reason.NOT_COUNTED: gettext_lazy("zählt diese Art nicht"),
    Reason.CLOSED: gettext_lazy("geschlossen"),
    Reason.NOT_YET_OPEN: gettext_lazy("noch nicht eröffnet"),
    Reason.OTHER_NUMBER: gettext_lazy("andere Nummer"),
    Reason.YOUNGER: gettext_lazy("erst in jüngeren Listen"),
    Reason.OLDER: gettext_lazy("nur in älteren Listen"),
    Reason.NOT_IMPORTED: gettext_lazy("nicht eingelesen"),
    Reason.UNEXPLAINED: gettext_lazy("ungeklärt"),
}
TO_CHECK: Final = frozenset({Reason.OLDER, Reason.NOT_IMPORTED, Reason.UNEXPLAINED})
"""Reasons that only say what is seen: a person has to look."""


@dataclass(frozen=True, slots=True)
class Absence:
    """One list lacks one number, and why."""

    source: SchoolSource
    reason: Reason
    sentence: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One number on which the lists disagree."""

    number: str
    name: str
    present: tuple[SchoolSource, ...]
    absences: tuple[Absence, ...]

    @property
    def is_to_check(self) -> bool:
        return any(absence.reason in TO_CHECK for absence in self.absences)


def differences(sources: Sequence[SchoolSource]) -> list[Difference]:
    """All numbers that not every source has, in their order, each absence with its reason."""
    numbers = sorted({number for source in sources for number in source.entries})
    return [
        _difference(number, sources)
        for number in numbers
        if not all(number in source.entries for source in sources)
    ]


def _difference(number: str, sources: Sequence[SchoolSource]) -> Difference:
    present = tuple(source for source in sources if number in source.entries)
    newest = max(present, key=lambda source: source.as_of)
    absences = tuple(_absence(number, source, present) for source in sources if number not in source.entries)
    return Difference(number, newest.entries[number].name, present, absences)


def _absence(number: str, source: SchoolSource, present: Sequence[SchoolSource]) -> Absence:
    told = [each.entries[number] for each in present]
    for explain in (_branch, _elsewhere, _not_counted, _closed, _not_yet_open, _other_number, _by_age):
        found = explain(number, source, present, told)
        if found is not None:
            return Absence(source, *found)
    return Absence(source, Reason.UNEXPLAINED, _("Kein Grund erkennbar. Bitte prüfen Sie die Schule."))


_Found = tuple[Reason, str] | None


def _branch(
    _number: str, source: SchoolSource, _present: Sequence[SchoolSource], told: list[Listed]
) -> _Found:
    parent = next((each.branch_of for each in told if each.branch_of), "")
    if not parent:
        return None
    sentence = _("Teilstandort der Schule %(number)s; diese Liste führt nur die Schule.")
    return (Reason.BRANCH, sentence % {"number": parent}) if parent in source.entries else None


def _elsewhere(
    number: str, source: SchoolSource, _present: Sequence[SchoolSource], _told: list[Listed]
) -> _Found:
    key = source.elsewhere.get(number)
    if key is None:
        return None
    return Reason.ELSEWHERE, _("Steht dort unter %(district)s.") % {"district": district_name(key)}


def _not_counted(
    _number: str, source: SchoolSource, _present: Sequence[SchoolSource], told: list[Listed]
) -> _Found:
    excluded = next((each for each in told if each.form and not is_counted(source.key, each)), None)
    if excluded is None:
        return None
    if excluded.is_school_office:
        return Reason.NOT_COUNTED, _("Das ist ein Schulamt, keine Schule; diese Liste führt nur Schulen.")
    if excluded.is_private and is_counted(source.key, replace(excluded, is_private=False)):
        return Reason.NOT_COUNTED, _("Private Schule; diese Liste führt nur öffentliche.")
    return Reason.NOT_COUNTED, _(
        "Diese Liste führt keine Schulen dieser Schulform oder ohne amtliche Statistik."
    )


def _closed(
    _number: str, source: SchoolSource, present: Sequence[SchoolSource], told: list[Listed]
) -> _Found:
    for witness, each in zip(present, told, strict=True):
        last = closed_on(each)
        if last is not None and last <= source.as_of:
            sentence = _("Geschlossen am %(day)s laut %(list)s (Stand %(stand)s).")
            return Reason.CLOSED, sentence % _said(witness, last)
    return None


def _not_yet_open(
    _number: str, source: SchoolSource, present: Sequence[SchoolSource], told: list[Listed]
) -> _Found:
    for witness, each in zip(present, told, strict=True):
        first = founded_on(each)
        if first is not None and first > source.knows_until:
            sentence = _("Erst am %(day)s eröffnet laut %(list)s (Stand %(stand)s).")
            return Reason.NOT_YET_OPEN, sentence % _said(witness, first)
    return None


def _other_number(
    number: str, source: SchoolSource, present: Sequence[SchoolSource], told: list[Listed]
) -> _Found:
    """The list has a school at the same address, which none of the others has under that number."""
    addresses = {each.address for each in told if each.address}
    known = {key for each in present for key in each.entries}
    twin = next(
        (o for o in source.entries.values() if o.address in addresses and o.number not in known), None
    )
    if twin is None or twin.number == number:
        return None
    sentence = _("An derselben Anschrift führt diese Liste die Nummer %(number)s (%(name)s).")
    return Reason.OTHER_NUMBER, sentence % {"number": twin.number, "name": twin.name}


def _by_age(
    _number: str, source: SchoolSource, present: Sequence[SchoolSource], _told: list[Listed]
) -> _Found:
    oldest, newest = (pick(present, key=lambda each: each.as_of) for pick in (min, max))
    if source.key is ListKey.REGISTER:
        sentence = _(
            "Steht nicht im Register, aber in %(list)s (Stand %(stand)s). Lesen Sie eine Liste ein, die sie nennt."
        )
        return Reason.NOT_IMPORTED, sentence % _said(newest, newest.as_of)
    if oldest.as_of > source.knows_until:
        sentence = _(
            "Steht erst in jüngeren Listen, zuerst in %(list)s (Stand %(stand)s); diese kennt Schulen bis %(day)s."
        )
        return Reason.YOUNGER, sentence % _said(oldest, source.knows_until)
    if newest.as_of < source.as_of:
        sentence = _(
            "Steht nur in älteren Listen, zuletzt in %(list)s (Stand %(stand)s). Besteht die Schule noch?"
        )
        return Reason.OLDER, sentence % _said(newest, newest.as_of)
    return None


def _said(witness: SchoolSource, day: date) -> dict[str, str]:
    return {"day": f"{day:%d.%m.%Y}", "list": witness.name, "stand": f"{witness.as_of:%d.%m.%Y}"}
