"""Proposals from outside: what an institution or a visitor says about an entry, until the office has settled it."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from bildungsnetz.network.domain.entry import ENTRY_NAMES, InstitutionEntry
from bildungsnetz.network.domain.official import shown_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OWN: Final = ("description",)
"""What an institution of the official list may propose: the rest belongs to the list."""
OPEN: Final = ("name", "street", "postal_code", "city", "phone", "email", "website", *OWN)


class Source(StrEnum):
    REPORT = "report"
    CONFIRMATION = "confirmation"


class Wants(StrEnum):
    CHANGE = "change"
    GONE = "gone"


class ProposalState(StrEnum):
    OPEN = "open"
    SETTLED = "settled"
    REFUSED = "refused"


SOURCE_NAMES: Final[dict[str, str | Promise]] = {
    Source.REPORT.value: gettext_lazy("Meldung von außen"),
    Source.CONFIRMATION.value: gettext_lazy("Antwort der Einrichtung"),
}
WANTS_NAMES: Final[dict[str, str | Promise]] = {
    Wants.CHANGE.value: gettext_lazy("ändern"),
    Wants.GONE.value: gettext_lazy("gibt es nicht mehr"),
}
STATE_NAMES: Final[dict[str, str | Promise]] = {
    ProposalState.OPEN.value: gettext_lazy("offen"),
    ProposalState.SETTLED.value: gettext_lazy("erledigt"),
    ProposalState.REFUSED.value: gettext_lazy("abgelehnt"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field as a person compares it."""

    field: str
    name: str | Promise
    before: str
    after: str


def proposable(*, is_official: bool) -> tuple[str, ...]:
    """The fields an institution may propose to change."""
    return OWN if is_official else OPEN


def values_of(entry: InstitutionEntry) -> dict[str, str]:
    """The proposable values of an entry as plain texts for storage."""
    return {name: str(getattr(entry, name)) for name in OPEN}


def changes_from(entry: InstitutionEntry, typed: "Mapping[str, str]") -> dict[str, str]:
    """What was typed that differs from the entry, by field."""
    before = values_of(entry)
    return {name: typed[name] for name in OPEN if name in typed and typed[name] != before[name]}


def differences(before: "Mapping[str, str]", after: "Mapping[str, str]") -> list[Difference]:
    """Fields that both sides hold and that differ, in the order of the form."""
    return [
        Difference(name, ENTRY_NAMES[name], shown_value(name, before[name]), shown_value(name, after[name]))
        for name in OPEN
        if name in before and name in after and before[name] != after[name]
    ]


def with_accepted(
    entry: InstitutionEntry, changes: "Mapping[str, str]", accepted: "Iterable[str]"
) -> InstitutionEntry:
    """The entry with those changes that the office accepts; unknown fields are left out."""
    known = {field.name for field in fields(InstitutionEntry)} & changes.keys() & set(OPEN)
    taken: dict[str, Any] = {name: changes[name] for name in accepted if name in known}
    return replace(entry, **taken)


def number_of(pk: int) -> str:
    """How a proposal is called: V-00012."""
    return f"V-{pk:05}"
