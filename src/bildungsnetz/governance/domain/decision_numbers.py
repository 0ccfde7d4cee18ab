"""In which period the decisions of a body are counted, and under which number they are known.

Source: Kreis Mettmann counts per calendar year, boards of schools per school year (§ 7 Abs. 1 SchulG NRW: 1 August to
31 July), council committees per Wahlperiode. Each period has a label of its own; the number counts from one within it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_AUGUST = 8
_LABEL = re.compile(r"[\w.-]{1,20}")


class Numbering(TextChoices):
    """From when to when decisions are counted."""

    CALENDAR_YEAR = "calendar_year", _("je Kalenderjahr (3/2026)")
    SCHOOL_YEAR = "school_year", _("je Schuljahr (3/2025-26)")
    COUNCIL_TERM = "council_term", _("je Wahlperiode (3/XVII)")


@dataclass(frozen=True, slots=True)
class Term:
    """A named period of a body, both days included."""

    label: str
    starts_on: date
    ends_on: date


def period_of(numbering: Numbering, on: date, terms: Iterable[Term] = ()) -> str | None:
    """The label of the period a day lies in; None when the body counts by terms and none covers the day."""
    if numbering is Numbering.CALENDAR_YEAR:
        return str(on.year)
    if numbering is Numbering.SCHOOL_YEAR:
        start = on.year if on.month >= _AUGUST else on.year - 1
        return f"{start}-{(start + 1) % 100:02d}"
    return next((term.label for term in terms if term.starts_on <= on <= term.ends_on), None)


def refuse_term(new: Term, others: Iterable[Term]) -> list[Refusal]:
    """A term has a short label of its own, ends after it starts and overlaps no other one of the body."""
    if not _LABEL.fullmatch(new.label):
        text = _("Schreiben Sie ein kurzes Zeichen ohne Leerzeichen, z. B. „XVII“ oder „2025-2030“.")
        return [Refusal("label_wrong", text, "label")]
    if new.ends_on < new.starts_on:
        return [Refusal("ends_before_start", _("Das Ende liegt nach dem Beginn."), "ends_on")]
    for other in others:
        if other.label == new.label:
            return [Refusal("label_taken", _("Dieses Zeichen gibt es schon."), "label")]
        if other.starts_on <= new.ends_on and new.starts_on <= other.ends_on:
            said = _("Die Zeit überschneidet sich mit „%(label)s“.") % {"label": other.label}
            return [Refusal("overlap", said, "starts_on")]
    return []


def refuse_used(decisions: int) -> list[Refusal]:
    """A term in which a number was given stays as it is: the number names it."""
    if not decisions:
        return []
    text = _("In dieser Wahlperiode sind schon Beschlüsse gezählt. Sie bleibt, wie sie ist.")
    return [Refusal("numbers_given", text)]


def refuse_removal(*, counts_by_term: bool, others: int) -> list[Refusal]:
    """A body that counts by terms keeps at least one."""
    if others or not counts_by_term:
        return []
    text = _(
        "Das Gremium zählt je Wahlperiode. Ändern Sie erst die Zählung, oder tragen Sie eine andere ein."
    )
    return [Refusal("last_term", text)]
