"""The import of offers: which column means what, how cells become an entry, what the list would change.

Source: the loop of the import of schools (domain/import_plan.py); the plan is stored, a commit carries out exactly it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.domain import offer_words as words
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.domain.offers import OFFER_NAMES, OfferEntry, changed_fields, check_offer

PROVIDER: Final = "provider"
IMPORTED: Final = tuple(name for name in OFFER_NAMES if name != "is_public")
COLUMN_NAMES: Final[dict[str, str | Promise]] = {
    PROVIDER: gettext_lazy("Anbieter"),
    **{name: OFFER_NAMES[name] for name in IMPORTED},
}
NEEDED: Final = ("title", "kind", "topic")
_CHOICES: Final = {"kind": words.KINDS, "topic": words.TOPICS, "cost": words.COSTS, "place": words.PLACES}
_GROUPS: Final = {"audiences": words.AUDIENCES, "access": words.ACCESS, "languages": words.LANGUAGES}
_NUMBERS: Final = ("grade_from", "grade_to", "capacity")
_LONGEST: Final = {"title": 160, "reference": 80, "cost_note": 200, "place_note": 200, "dates_note": 300,
                   "contact_name": 120, "phone": 40, "website": 300, "description": 4000, "email": 254}  # fmt: skip
_GERMANY: Final = ZoneInfo("Europe/Berlin")


class CellFault(ValueError):
    """A row cannot be taken over; the message is a German sentence."""


@dataclass(frozen=True, slots=True)
class ReadOffer:
    """A row that could be read, with the key of its provider."""

    line: int
    provider: int
    entry: OfferEntry


@dataclass(frozen=True, slots=True)
class PlannedOffer:
    """One line of the plan; `provider` and `entry` are set where something would be written."""

    kind: RowKind
    line: int | None
    reference: str
    label: str
    provider: int | None = None
    entry: OfferEntry | None = None
    changed: tuple[str, ...] = ()
    reason: str = ""


def suggested_mapping(heads: Sequence[str]) -> dict[str, int]:
    """Which column of the list probably holds which field, by the names of the columns."""
    known = {_plain(head): place for place, head in reversed(list(enumerate(heads)))}
    found = {}
    for field, name in COLUMN_NAMES.items():
        place = known.get(_plain(str(name)), known.get(_plain(field)))
        if place is not None:
            found[field] = place
    return found


def entry_from(cells: Mapping[str, str], *, until: date | None) -> OfferEntry:
    """The entry that the cells of a row describe. Raises CellFault with what is wrong.

    A row without a reference is known by its title; one without a last day gets the one given for the whole list.
    """
    values: dict[str, Any] = {name: text for name, text in cells.items() if text and name in _LONGEST}
    for name, limit in _LONGEST.items():
        if len(values.get(name, "")) > limit:
            text = _("„%(field)s“ ist länger als %(limit)s Zeichen.")
            raise CellFault(text % {"field": OFFER_NAMES[name], "limit": limit})
    values |= {name: _choice(name, cells[name]) for name in _CHOICES if cells.get(name)}
    values |= {name: _group(name, cells[name]) for name in _GROUPS if cells.get(name)}
    values |= {name: _number(name, cells[name]) for name in _NUMBERS if cells.get(name)}
    values |= {name: _moment(name, cells[name]) for name in ("starts_at", "ends_at") if cells.get(name)}
    last = _day("valid_until", cells["valid_until"]) if cells.get("valid_until") else until
    if last is None:
        raise CellFault(_("„Gültig bis“ fehlt."))
    for name in NEEDED:
        if not values.get(name):
            raise CellFault(_("„%(field)s“ fehlt.") % {"field": OFFER_NAMES[name]})
    values["reference"] = values.get("reference") or values["title"][:80]
    entry = OfferEntry(**values, valid_until=last)
    try:
        check_offer(entry)
    except RuleViolation as violation:
        raise CellFault(str(violation.message)) from violation
    return entry


def compare(
    read: Iterable[ReadOffer], refused: Iterable[PlannedOffer], present: Mapping[tuple[int, str], OfferEntry]
) -> list[PlannedOffer]:
    """Rows of the list in their order, then offers of the same providers that it does not name (reported, not changed).

    Visibility is the office's own: a list never changes it. Rows that share provider and reference are all refused.
    """
    rows = list(read)
    keys = [(row.provider, row.entry.reference) for row in rows]
    planned = [
        _row(row, present) if keys.count(key) == 1 else _doubled(row)
        for row, key in zip(rows, keys, strict=True)
    ]
    turned_down = list(refused)
    in_list = sorted([*planned, *turned_down], key=lambda row: row.line or 0)
    named, doubtful = set(keys), {row.reference for row in turned_down}
    missing = [
        PlannedOffer(RowKind.MISSING, None, key[1], entry.title)
        for key, entry in sorted(present.items())
        if key not in named and key[1] not in doubtful
    ]
    return [*in_list, *missing]


def entry_as_json(entry: OfferEntry) -> dict[str, Any]:
    """Plain values for storage; `entry_from_json` reads them back."""
    values = asdict(entry)
    for name in _GROUPS:
        values[name] = sorted(values[name])
    for name in ("valid_until", "starts_at", "ends_at"):
        values[name] = values[name].isoformat() if values[name] else None
    return values


def entry_from_json(values: Mapping[str, Any]) -> OfferEntry:
    """The inverse of `entry_as_json`."""
    moments = {
        name: datetime.fromisoformat(values[name]) for name in ("starts_at", "ends_at") if values[name]
    }
    groups = {name: frozenset(values[name]) for name in _GROUPS}
    last = date.fromisoformat(values["valid_until"])
    return OfferEntry(
        **{**values, "starts_at": None, "ends_at": None, **moments, **groups, "valid_until": last}
    )


def shown(name: str, entry: OfferEntry) -> str:
    """One field of an entry as a person reads it."""
    value = getattr(entry, name)
    if value in (None, "", frozenset()):
        return "–"
    if name in _GROUPS:
        return ", ".join(map(str, words.names_of(value, _GROUPS[name])))
    if isinstance(value, datetime):
        return f"{value.astimezone(_GERMANY):%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return str(_CHOICES.get(name, {}).get(value, value))


def _row(row: ReadOffer, present: Mapping[tuple[int, str], OfferEntry]) -> PlannedOffer:
    entry = row.entry
    known = present.get((row.provider, entry.reference))
    changed = tuple(n for n in changed_fields(known, entry) if n != "is_public") if known else ()
    kind = RowKind.NEW if known is None else RowKind.CHANGED if changed else RowKind.UNCHANGED
    return PlannedOffer(kind, row.line, entry.reference, entry.title, row.provider, entry, changed)


def _doubled(row: ReadOffer) -> PlannedOffer:
    reason = _("Diese Kennung steht mehrfach in der Liste. Es ist nicht erkennbar, welche Zeile gilt.")
    return PlannedOffer(RowKind.REFUSED, row.line, row.entry.reference, row.entry.title, reason=reason)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _key_of(name: str, text: str, allowed: Mapping[str, str | Promise]) -> str:
    wanted = _plain(text)
    for key, label in allowed.items():
        if wanted in (_plain(key), _plain(str(label))):
            return key
    fault = _("„%(value)s“ ist bei „%(field)s“ keine bekannte Angabe.")
    raise CellFault(fault % {"value": text, "field": OFFER_NAMES[name]})


def _choice(name: str, text: str) -> str:
    return _key_of(name, text, _CHOICES[name])


def _group(name: str, text: str) -> frozenset[str]:
    parts = [part.strip() for part in re.split(r"[;,|\n]", text)]
    return frozenset(_key_of(name, part, _GROUPS[name]) for part in parts if part)


def _number(name: str, text: str) -> int:
    if not re.fullmatch(r"\d{1,6}(\.0+)?", text):
        raise CellFault(
            _("„%(value)s“ ist bei „%(field)s“ keine Zahl.") % {"value": text, "field": OFFER_NAMES[name]}
        )
    return int(float(text))


def _day(name: str, text: str) -> date:
    return _read_time(name, text, ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y")).date()


def _moment(name: str, text: str) -> datetime:
    forms = ("%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%d.%m.%Y, %H:%M")
    return _read_time(name, text.removesuffix(" Uhr"), forms).replace(tzinfo=_GERMANY)


def _read_time(name: str, text: str, forms: Sequence[str]) -> datetime:
    short = re.sub(r"([ T]\d\d:\d\d):00$", r"\1", text.strip())
    short = short.removesuffix(" 00:00") if len(forms) == 3 else short
    for form in forms:
        try:
            return datetime.strptime(short, form)  # noqa: DTZ007 - the time zone of Germany is added by the caller
        except ValueError:
            continue
    raise CellFault(
        _("„%(value)s“ ist bei „%(field)s“ nicht lesbar.") % {"value": text, "field": OFFER_NAMES[name]}
    )
