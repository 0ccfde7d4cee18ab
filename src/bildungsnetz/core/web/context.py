"""What the page frame needs on every page."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.translation import get_language

from bildungsnetz.core.actor import PUBLIC, Actor
from bildungsnetz.core.registers import navigation

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


@dataclass(frozen=True)
class NavigationLink:
    label: str
    url: str
    active: bool
    group: str


@dataclass(frozen=True)
class LanguageLink:
    code: str
    label: str
    url: str
    active: bool


@dataclass(frozen=True)
class Frame:
    network_name: str
    home_url: str
    demo: bool
    actor: Actor
    navigation: list[NavigationLink]
    public_links: list[tuple[str, str]]
    language_links: list[LanguageLink]
    footer_links: list[tuple[str, str]]
    search_url: str
    account_links: list[tuple[str, str]]


def frame(request: HttpRequest) -> dict[str, Frame]:
    """Context processor: `frame` for the templates of the page frame."""
    actor = getattr(request, "actor", PUBLIC)
    return {
        "frame": Frame(
            network_name=settings.NETWORK_NAME,
            home_url=_url("frontdoor:home") or "/",
            demo=settings.MODE == "demo",
            actor=actor,
            navigation=_navigation(actor, request.path),
            public_links=_public(),
            language_links=_languages(request),
            footer_links=_footer(),
            search_url=_url("frontdoor:search"),
            account_links=[] if actor.is_anonymous else _linked(navigation.account_entries()),
        )
    }


def _navigation(actor: Actor, path: str) -> list[NavigationLink]:
    entries = [(entry, url) for entry in navigation.entries_for(actor) if (url := _url(entry.route))]
    current = max((url for _, url in entries if path.startswith(url)), key=len, default="")
    return [NavigationLink(str(e.label), url, url == current, str(e.group)) for e, url in entries]


def _public() -> list[tuple[str, str]]:
    return _linked(navigation.public_entries())


def _linked(entries: list[navigation.Entry]) -> list[tuple[str, str]]:
    return [(str(entry.label), url) for entry in entries if (url := _url(entry.route))]


def _languages(request: HttpRequest) -> list[LanguageLink]:
    present = get_language()
    here = request.get_full_path()
    return [
        LanguageLink(code, label, translate_url(here, code), code == present)
        for code, label in LANGUAGE_NAMES.items()
    ]


def _footer() -> list[tuple[str, str]]:
    return [(str(label), _url(str(route))) for label, route in settings.FOOTER_ROUTES]


def _url(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
