"""What templates need to write dates, numbers, page numbers and sort links."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django import template
from django.contrib.messages import DEFAULT_TAGS
from django.contrib.messages.storage.base import Message
from django.core.paginator import Page
from django.template import Context
from django.utils.translation import get_language

from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.web import wording

register = template.Library()
D = TypeVar("D", bound=date)
TONES = {
    "debug": "info",
    "info": "info",
    "success": "success",
    "warning": "warning",
    "error": "danger",
}


@register.filter
def day(value: date | None) -> str:
    """`{{ session.on|day }}` → Di., 24.11.2026; nothing for an empty date."""
    return wording.day(_local(value), get_language()) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """`{{ entry.at|moment }}` → Di., 24.11.2026, 14:00 Uhr; nothing for an empty time."""
    return wording.moment(_local(value), get_language()) if value else ""


@register.filter
def number(value: Decimal | float | None, places: int | None = None) -> str:
    """`{{ pupils|number }}` → 1.234,5; `{{ share|number:1 }}` keeps the given decimals; nothing for None."""
    return "" if value is None else wording.number(value, get_language(), places)


@register.filter
def due(value: date | None, today: date) -> str:
    """`{{ order.due_on|due:today }}` → in 3 Tagen."""
    return wording.due(value, today) if value else ""


@register.filter
def due_tone(value: date | None, today: date) -> str:
    """`{{ order.due_on|due_tone:today }}` → danger, warning or quiet, for badges and lights."""
    return wording.due_tone(value, today) if value else "quiet"


@register.filter
def message_tone(message: Message) -> str:
    """The tone of one of Django's messages."""
    return TONES[DEFAULT_TAGS.get(message.level, "info")]


@register.filter
def page_numbers(page: Page[Any]) -> Iterable[int | None]:
    """The page numbers to show, with None for a gap."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return (number if isinstance(number, int) else None for number in shown)


@register.simple_tag(takes_context=True)
def page_link(context: Context, param: str, value: object) -> str:
    """The present address with one parameter of its query changed; the others stay."""
    query = context["request"].GET.copy()
    query[param] = str(value)
    return f"?{query.urlencode()}"


@dataclass(frozen=True)
class SortHead:
    url: str
    direction: str


@register.simple_tag(takes_context=True)
def sort_state(context: Context, param: str, field: str, sort: str) -> SortHead:
    """The link of a sortable column: first click ascending, second descending; it goes back to the first page."""
    query = context["request"].GET.copy()
    query.pop("seite", None)
    query[param] = f"-{field}" if sort == field else field
    direction = {field: "ascending", f"-{field}": "descending"}.get(sort, "")
    return SortHead(f"?{query.urlencode()}", direction)


def _local(value: D) -> D:
    """Moments are stored in UTC and shown in German time; plain dates stay as they are."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(BERLIN)
    return value
