"""Visiting pages as a role: what came back, and what the request wrote."""

import re
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
from pypdf import PdfReader

WRITE = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+["`]?(\w+)', re.IGNORECASE)
MAY_BE_WRITTEN_BY_GET = frozenset({"django_session"})


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


def crawl(client: Client, starts: list[str], *, most: int = 2000) -> Iterator[Visit]:
    """Visit the starts and whatever they link to inside the house, each address once, at most `most`."""
    waiting, known = list(starts), set(starts)
    for _ in range(most):
        if not waiting:
            return
        made = visit(client, waiting.pop(0))
        yield made
        fresh = [link for link in made.links if link.startswith("/") and link not in known and _is_page(link)]
        known.update(fresh)
        waiting += dict.fromkeys(fresh)
    message = f"more than {most} addresses; the crawl does not end"
    raise AssertionError(message)


def _is_page(link: str) -> bool:
    return not link.startswith(("/static/", "/en/"))
