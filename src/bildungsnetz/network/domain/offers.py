"""What an institution offers: what is entered about it, which rules it keeps, how long it is shown."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.domain import offer_words as words

REMIND_BEFORE: Final = (30, 7)
"""Days before the last day on which the institution is reminded (domain research EP-03)."""
PROLONGED_BY: Final = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferEntry:
    """All that the form of an offer holds; groups of keys as frozen sets."""

    title: str
    kind: str
    topic: str
    valid_until: date
    description: str = ""
    audiences: frozenset[str] = frozenset()
    grade_from: int | None = None
    grade_to: int | None = None
    cost: str = "free"
    cost_note: str = ""
    place: str = "here"
    place_note: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    dates_note: str = ""
    capacity: int | None = None
    access: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset({"de"})
    contact_name: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    is_public: bool = True
    reference: str = ""


OFFER_NAMES: Final[Mapping[str, str | Promise]] = {
    "title": gettext_lazy("Titel"),
    "kind": gettext_lazy("Art des Angebots"),
    "topic": gettext_lazy("Thema"),
    "valid_until": gettext_lazy("Gültig bis"),
    "description": gettext_lazy("Beschreibung"),
    "audiences": gettext_lazy("Zielgruppen"),
    "grade_from": gettext_lazy("Von Klasse"),
    "grade_to": gettext_lazy("Bis Klasse"),
    "cost": gettext_lazy("Kosten"),
    "cost_note": gettext_lazy("Kosten im Einzelnen"),
    "place": gettext_lazy("Wo"),
    "place_note": gettext_lazy("Ort im Einzelnen"),
    "starts_at": gettext_lazy("Beginn"),
    "ends_at": gettext_lazy("Ende"),
    "dates_note": gettext_lazy("Termine in Worten"),
    "capacity": gettext_lazy("Plätze"),
    "access": gettext_lazy("Barrierefreiheit"),
    "languages": gettext_lazy("Sprachen"),
    "contact_name": gettext_lazy("Ansprechstelle"),
    "email": gettext_lazy("E-Mail"),
    "phone": gettext_lazy("Telefon"),
    "website": gettext_lazy("Internetseite"),
    "is_public": gettext_lazy("Sichtbarkeit"),
    "reference": gettext_lazy("Kennung beim Anbieter"),
}
_CHOICES: Final[Mapping[str, Collection[str]]] = {
    "kind": words.KINDS,
    "topic": words.TOPICS,
    "cost": words.COSTS,
    "place": words.PLACES,
}
_GROUPS: Final[Mapping[str, Collection[str]]] = {
    "audiences": words.AUDIENCES,
    "access": words.ACCESS,
    "languages": words.LANGUAGES,
}
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def check_offer(entry: OfferEntry) -> None:
    """Raises RuleViolation at the first field that breaks a rule."""
    if not entry.title.strip():
        raise RuleViolation(_("Bitte geben Sie den Titel an."), field="title")
    _check_keys(entry)
    _check_grades(entry)
    if entry.ends_at is not None and (entry.starts_at is None or entry.ends_at < entry.starts_at):
        raise RuleViolation(_("Das Ende braucht einen Beginn und liegt nicht davor."), field="ends_at")
    if entry.kind == words.EVENT and entry.starts_at is None:
        raise RuleViolation(_("Eine Veranstaltung braucht einen Beginn mit Uhrzeit."), field="starts_at")
    if entry.capacity is not None and entry.capacity < 1:
        raise RuleViolation(_("Die Zahl der Plätze ist mindestens 1."), field="capacity")
    if entry.email and not _MAIL.fullmatch(entry.email):
        raise RuleViolation(_("Das ist keine E-Mail-Adresse."), field="email")
    if entry.website and not re.fullmatch(r"https?://\S+", entry.website):
        raise RuleViolation(_("Die Internetseite beginnt mit http:// oder https://."), field="website")


def changed_fields(before: OfferEntry, after: OfferEntry) -> list[str]:
    """The names of the fields in which two entries differ, in the order of the form."""
    names = (field.name for field in fields(OfferEntry))
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def reminder_due(valid_until: date, reminded: int | None, on: date) -> int | None:
    """Which reminder an offer gets on a day: 30 or 7, or None when none is due or the offer is over.

    `reminded` is the last one sent for this date. After a downtime only the nearer one goes out.
    """
    left = (valid_until - on).days
    due = [days for days in REMIND_BEFORE if 0 <= left <= days]
    nearest = min(due, default=None)
    return nearest if nearest is not None and (reminded is None or nearest < reminded) else None


def prolonged(valid_until: date, on: date) -> date:
    """The new last day after a prolongation: a year on from the old one, or from today if that is over."""
    return max(valid_until, on) + timedelta(days=PROLONGED_BY)


def grades(low: int | None, high: int | None) -> str:
    """The grades in words, empty when none are given."""
    if low is None and high is None:
        return ""
    if low == high:
        return _("Klasse %(grade)s") % {"grade": low}
    if high is None:
        return _("ab Klasse %(grade)s") % {"grade": low}
    if low is None:
        return _("bis Klasse %(grade)s") % {"grade": high}
    return _("Klassen %(low)s bis %(high)s") % {"low": low, "high": high}


def pack(keys: Collection[str]) -> str:
    """A group of keys as one text that can be searched for ",key,"; empty for none."""
    return f",{','.join(sorted(keys))}," if keys else ""


def unpack(text: str) -> frozenset[str]:
    """The inverse of `pack`."""
    return frozenset(key for key in text.split(",") if key)


def _check_keys(entry: OfferEntry) -> None:
    for name, allowed in _CHOICES.items():
        if getattr(entry, name) not in allowed:
            raise _unknown(name, getattr(entry, name))
    for name, allowed in _GROUPS.items():
        for key in sorted(getattr(entry, name)):
            if key not in allowed:
                raise _unknown(name, key)


def _unknown(name: str, value: Any) -> RuleViolation:
    text = _("„%(value)s“ ist bei „%(field)s“ keine bekannte Angabe.")
    return RuleViolation(text % {"value": value, "field": OFFER_NAMES[name]}, field=name)


def _check_grades(entry: OfferEntry) -> None:
    for name in ("grade_from", "grade_to"):
        grade = getattr(entry, name)
        if grade is not None and not words.FIRST_GRADE <= grade <= words.LAST_GRADE:
            raise RuleViolation(_("Klassen gehen von 1 bis 13."), field=name)
    if entry.grade_from and entry.grade_to and entry.grade_from > entry.grade_to:
        raise RuleViolation(_("Die letzte Klasse liegt vor der ersten."), field="grade_to")
