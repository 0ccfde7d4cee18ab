"""Lists in pages."""

from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

T = TypeVar("T", bound=Model)
ROWS = 50


def page_of(request: HttpRequest, rows: "QuerySet[T] | list[Any]", per_page: int = ROWS) -> Page[Any]:
    """The page of a list that the address asks for with `?seite=`; a wrong number gives the nearest page."""
    return Paginator(rows, per_page).get_page(request.GET.get("seite"))
