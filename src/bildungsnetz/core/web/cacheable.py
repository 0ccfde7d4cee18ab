"""Answers that machines fetch again and again: with ETag, and 304 when nothing has changed."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.http import conditional_page

View = Callable[..., HttpResponse]


def cacheable(view: View) -> View:
    """Public, fresh for five minutes, with an ETag of its content; an unchanged answer is a 304 without content."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        answer.headers.setdefault("Cache-Control", "public, max-age=300")
        return answer

    checked: View = conditional_page(answered)
    return checked


def changed(answer: HttpResponse, moment: datetime | None) -> HttpResponse:
    """The answer with the moment of its last change, where there is one."""
    if moment is not None:
        answer["Last-Modified"] = http_date(moment.timestamp())
    return answer
