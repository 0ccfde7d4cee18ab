"""A client that knows OParl 1.1 and nothing of our code: it follows addresses and checks what it reads.

Source: OParl 1.1 (published schemas, rules on lists, moments and deleted objects).
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from jsonschema import Draft7Validator

from tests.shared_data import shared

SCHEMA = "https://schema.oparl.org/1.1/"
Get = Callable[[str], tuple[int, dict[str, str], bytes]]


@dataclass
class Walker:
    """Reads an interface from its System on; `known` is what it would keep, without deleted objects."""

    get: Get
    start: str
    known: dict[str, dict[str, Any]] = field(default_factory=dict)
    latest: str = ""

    def read(self, url: str) -> dict[str, Any]:
        status, heads, body = self.get(url)
        assert (status, heads["Content-Type"]) == (200, "application/json"), url
        assert heads["Access-Control-Allow-Origin"] == "*"
        assert "Set-Cookie" not in heads
        assert not body.startswith(b"\xef\xbb\xbf")
        return json.loads(body.decode("utf-8"))

    def the_body(self) -> dict[str, Any]:
        system = self.checked(self.read(self.start))
        listed = self.read(system["body"])
        assert len(listed["data"]) == 1
        body = self.checked(self.read(listed["data"][0]["id"]))
        assert body == listed["data"][0]
        return body

    def lists(self) -> list[str]:
        """The addresses of all lists of the body."""
        return sorted(
            {url for name, url in self.the_body().items() if name in LISTS},
        )

    def pages(self, url: str) -> list[dict[str, Any]]:
        """All objects of a list; every page but the last is full and leads to the next."""
        found: list[dict[str, Any]] = []
        while url:
            page = self.read(url)
            links, numbers = page["links"], page["pagination"]
            assert links["self"] == url or numbers["currentPage"] == 1
            is_last = "next" not in links
            assert is_last == (numbers["currentPage"] == numbers["totalPages"])
            assert is_last or len(page["data"]) == numbers["elementsPerPage"]
            found += page["data"]
            url = links.get("next", "")
        assert len({thing["id"] for thing in found}) == len(found) == numbers["totalElements"]
        return found

    def walk(self) -> dict[str, dict[str, Any]]:
        """Everything there is, read anew from every list; each object answers at its own address as in the list."""
        found: dict[str, dict[str, Any]] = {}
        for url in self.lists():
            for thing in self.pages(url):
                assert "deleted" not in thing
                assert self.checked(self.read(thing["id"])) == thing
                found[thing["id"]] = thing
        return found

    def keep_up(self) -> None:
        """Ask only for what has changed since the last time, as a client does that keeps a copy."""
        query = f"?{urlencode({'modified_since': self.latest})}" if self.latest else ""
        for url in self.lists():
            for thing in self.pages(url + query):
                if thing.get("deleted"):
                    assert set(thing) == {"id", "type", "created", "modified", "deleted"}
                    self.known.pop(thing["id"], None)
                else:
                    self.known[thing["id"]] = thing
                self.latest = max(self.latest, thing["modified"])

    def checked(self, thing: dict[str, Any]) -> dict[str, Any]:
        """The object, valid after its schema, with all that is embedded in it."""
        name = thing["type"].removeprefix(SCHEMA)
        schema = json.loads(shared(f"schemas/oparl-1.1/{name}.json").read_text(encoding="utf-8"))
        schema.pop("$schema", None)
        assert [error.message for error in Draft7Validator(schema).iter_errors(thing)] == []
        assert set(thing) <= set(schema["properties"]), set(thing) - set(schema["properties"])
        created, modified = (datetime.fromisoformat(thing[at]) for at in ("created", "modified"))
        assert created.tzinfo is not None
        assert created <= modified
        for value in thing.values():
            assert value not in (None, "", [])
            for inner in value if isinstance(value, list) else [value]:
                if isinstance(inner, dict):
                    self.checked(inner)
                    assert datetime.fromisoformat(inner["modified"]) <= modified
        return thing


LISTS = {
    "organization",
    "person",
    "meeting",
    "paper",
    "agendaItem",
    "consultation",
    "file",
    "locationList",
    "legislativeTermList",
    "membership",
}
