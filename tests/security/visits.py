"""Visiting pages as a role: what came back, and what the request wrote."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from urllib.parse import urldefrag, urljoin

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve
from pypdf import PdfReader

WRITE = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+["`]?(\w+)', re.IGNORECASE)
MAY_BE_WRITTEN_BY_GET = frozenset({"django_session", "governance_feed"})
"""The session, and the day on which a link of one's own was last used (docs/adr/0110)."""


@dataclass
class Visit:
    """One GET: the answer in words and the tables it wrote to, the harmless ones left out."""

    url: str
    status: int
    text: str = ""
    links: list[str] = field(default_factory=list)
    wrote: list[str] = field(default_factory=list)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        target = dict(attrs).get("href" if tag in {"a", "link"} else "src")
        if tag in {"a", "iframe", "img"} and target:
            self.found.append(target)


def visit(client: Client, url: str) -> Visit:
    """GET one address and read what it says, PDF included."""
    with writes() as wrote:
        answer = client.get(url)
    made = Visit(url, answer.status_code, wrote=wrote)
    kind = answer.headers.get("Content-Type", "")
    if kind.startswith("application/pdf"):
        made.text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content(answer))).pages)
    elif kind.startswith(("text/", "application/json", "application/geo+json", "application/atom+xml")):
        made.text = content(answer).decode()
    if kind.startswith("text/html"):
        parser = _Links()
        parser.feed(made.text)
        made.links = [urldefrag(urljoin(url, link)).url for link in parser.found]
    return made


def content(answer: HttpResponse) -> bytes:
    """The bytes of an answer, streamed or not."""
    return b"".join(answer) if getattr(answer, "streaming", False) else answer.content


@contextmanager
def writes() -> Iterator[list[str]]:
    """The tables written to inside, but those that any GET may touch."""
    tables: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := WRITE.match(sql):
            tables.append(found.group(1))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield tables
    tables[:] = sorted({table for table in tables if table not in MAY_BE_WRITTEN_BY_GET})


def crawl(client: Client, starts: list[str], *, per_route: int = 3) -> Iterator[Visit]:
    """Visit the starts and what they link to inside the house: each address once, a few of every route beside the starts."""
    waiting, known = list(starts), set(starts)
    taken: Counter[str] = Counter()
    while waiting:
        made = visit(client, waiting.pop(0))
        yield made
        for link in dict.fromkeys(made.links):
            route = _route_of(link)
            if link in known or not route or taken[route] >= per_route:
                continue
            known.add(link)
            taken[route] += 1
            waiting.append(link)


def _route_of(link: str) -> str:
    """The route of a page of the house; empty for files of the front end, other languages and other hosts."""
    if not link.startswith("/") or link.startswith(("/static/", "/en/")):
        return ""
    try:
        return resolve(link.partition("?")[0]).view_name
    except Resolver404:
        return ""
