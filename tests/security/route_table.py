"""The route table of the house, as the generic suites walk it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from bildungsnetz.core.access import Rule
from bildungsnetz.core.web.routing import foreign_rule, rule_of


@dataclass(frozen=True)
class Route:
    """One route: its full name ("governance:order"), the arguments of its address, and the rule it states."""

    name: str
    arguments: tuple[str, ...]
    rule: Rule | None


def routes() -> list[Route]:
    """Every route that a request can reach, by name."""
    return sorted(_walk(get_resolver(), ""), key=lambda route: route.name)


def _walk(resolver: URLResolver, namespace: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, inner)
        else:
            yield _route(entry, namespace)


def _route(pattern: URLPattern, namespace: str) -> Route:
    name = f"{namespace}{pattern.name}"
    arguments = tuple(sorted(pattern.pattern.regex.groupindex)) if hasattr(pattern.pattern, "regex") else ()
    return Route(name, arguments, rule_of(pattern) or foreign_rule(name))
