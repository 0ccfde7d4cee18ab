"""What a rule answers when something is not allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act is not allowed: `code` for programs, `text` for people, `field` where the form shows it."""

    code: str
    text: StrOrPromise
    field: str = ""


def german_day(day: date) -> str:
    """The day as the sentences of this package print it, 01.02.2026."""
    return f"{day:%d.%m.%Y}"
