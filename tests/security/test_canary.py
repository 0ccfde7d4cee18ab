"""A unique word stands in every confidential field; whoever finds one that is not for the own role fails the test."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.security.conftest import ROLES, House
from tests.security.examples import examples_of
from tests.security.matrix import PUBLIC
from tests.security.route_table import routes
from tests.security.visits import Visit, crawl

pytestmark = pytest.mark.django_db
ROLE_OF_ACCOUNT = {
    "leitung": "head",
    "verwaltung": "clerk",
    "paedagogik": "pedagogical",
    "wissenschaft": "scientific",
    "vorsitz-land": "co_chair",
    "vorsitz-kommune": "co_chair",
    "mitglied": "member",
    "vertretung": "deputy",
    "schule": "school",
    "partner": "partner",
    "datenschutz": "data_protection",
    "system": "administration",
    PUBLIC: PUBLIC,
}
ENDS_THE_CRAWL = "/abmelden/"


def starts(words: list[str]) -> list[str]:
    """Every route with the first and the last of its example objects (open and confidential), and a search for each word."""
    pages = [
        reverse(route.name, kwargs=arguments)
        for route in routes()
        for arguments in _ends(list(examples_of(route.name, route.arguments).values()))
    ]
    asked = [f"{reverse('frontdoor:search')}?q={word}" for word in words]
    return [url for url in pages if url != ENDS_THE_CRAWL] + asked


def _ends(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return found if len(found) < 2 else [found[0], found[-1]]


# What these two lists are for: the record names what was acted upon, the outbox to whom a mail went. Their texts stay hidden.
DUTY = {
    "/verwaltung/vorgaenge/": ("programme.Measure.title", "programme.Task.title"),
    "/verwaltung/postausgang/": ("network.Person.email", "portal.Feedback.email"),
    "/verwaltung/konten/": ("network.Person.email",),
}


# The link in a mail is its holder's and shows what the holder may read: the chair who approves minutes, the member who is
# asked between sessions, the city that is heard about an item of the body.
HOLDER = {"/protokoll-freigabe/": "co_chair", "/umlauf/": "member", "/stellungnahme/": "member"}


def _may_holder_read(url: str, allowed: frozenset[str]) -> bool:
    return any(url.startswith(page) and holder in allowed for page, holder in HOLDER.items())


def _is_duty(url: str, where: str) -> bool:
    return any(url.startswith(page) and where in shown for page, shown in DUTY.items())


def leaks(client: Client, role: str, house: House) -> Iterator[str]:
    """Every place where a word shows that is not for the role; the echo of the own search is no leak."""
    hidden = {word: where for word, (where, allowed) in house.words.items() if role not in allowed}
    for made in crawl(client, starts(sorted(hidden)), per_route=2):
        shown = {
            word: where
            for word, where in hidden.items()
            if not _may_holder_read(made.url, house.words[word][1])
        }
        yield from _leaks_of(made, shown)


def _leaks_of(made: Visit, hidden: dict[str, str]) -> Iterator[str]:
    text = made.text
    for word, where in hidden.items():
        times = text.count(word)
        if times and f"q={word}" in made.url:
            times = len([line for line in text.splitlines() if word in line and not _is_echo(line)])
        if times and not _is_duty(made.url, where):
            yield f"{made.url}: {where}"


def _is_echo(line: str) -> bool:
    return "value=" in line or "q=" in line or "„" in line


def test_there_is_something_to_find(house):
    assert len({where for where, _roles in house.words.values()}) >= 10


@pytest.mark.parametrize("account", ROLES)
def test_no_word_shows_to_whom_it_is_hidden(house, account):
    found = sorted(set(leaks(house.clients[account], ROLE_OF_ACCOUNT[account], house)))
    assert found == []


def test_the_words_show_to_the_office(house):
    """Guards the suite itself: canaries that nobody ever meets prove nothing."""
    met = {
        where
        for made in crawl(house.clients["leitung"], starts([]), per_route=4)
        for word, (where, _roles) in house.words.items()
        if word in made.text
    }
    assert {"governance.AgendaItem.title", "governance.AgendaItem.summary"} <= met
