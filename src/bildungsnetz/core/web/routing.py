"""Routes that cannot be written without saying who may open them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path

from bildungsnetz.core.access import Rule

View = Callable[..., HttpResponseBase]
_foreign: dict[str, Rule] = {}


def route(pattern: str, view: View, name: str, *, who: Rule) -> URLPattern:
    """One route of ours, guarded by its rule: strangers are sent to the login, others get 403."""
    return path(pattern, _guarded(view, who), name=name)


def declare_foreign(name: str, rule: Rule) -> None:
    """State the rule of a route that a library brings; the library itself enforces it."""
    _foreign[name] = rule


def foreign_rule(name: str) -> Rule | None:
    return _foreign.get(name)


def rule_of(pattern: URLPattern) -> Rule | None:
    """The rule a route states, or None (which fails the build)."""
    return getattr(pattern.callback, "access_rule", None)


def _guarded(view: View, who: Rule) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor = request.actor  # type: ignore[attr-defined]  # set by the middleware
        if who.allows(actor):
            return view(request, *args, **kwargs)
        if actor.is_anonymous:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied

    guarded.access_rule = who  # type: ignore[attr-defined]
    return guarded
