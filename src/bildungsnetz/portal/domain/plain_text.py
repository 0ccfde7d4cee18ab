"""Plain text with a little structure: what an office types into one field becomes headings, paragraphs and lists.

`## ` begins a heading, `### ` a smaller one, `- ` an entry of a list; an empty line ends a paragraph. Nothing else is
special, so no text can break a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

HEADINGS = {"## ": "heading", "### ": "subheading"}
ITEM = "- "


@dataclass(frozen=True)
class Block:
    """`kind` is heading, subheading, list or paragraph; a list has one line for each entry."""

    kind: str
    lines: tuple[str, ...]


def blocks(text: str) -> list[Block]:
    """The blocks of a text in their order; empty lines are left out."""
    lines = [line.rstrip() for line in text.splitlines()]
    found: list[Block] = []
    for kind, group in groupby(lines, key=_kind):
        found += _blocks_of(kind, list(group))
    return found


def _kind(line: str) -> str:
    if not line.strip():
        return "empty"
    if line.startswith(ITEM):
        return "list"
    return next((kind for mark, kind in HEADINGS.items() if line.startswith(mark)), "paragraph")


def _blocks_of(kind: str, lines: list[str]) -> Iterator[Block]:
    if kind == "paragraph":
        yield Block(kind, tuple(line.strip() for line in lines))
    elif kind == "list":
        yield Block(kind, tuple(line.removeprefix(ITEM).strip() for line in lines))
    elif kind != "empty":
        for line in lines:
            yield Block(kind, (line.lstrip("#").strip(),))
