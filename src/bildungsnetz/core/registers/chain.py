"""The chain: recommendation → item → decision → order → measure → task → report.

Contexts register how to read one kind of link; `trace` walks from any link to the whole chain it hangs in. A link the
actor may not see is left out together with everything that is reached only through it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from bildungsnetz.core.actor import Actor

Key = tuple[str, int]


@dataclass(frozen=True)
class Link:
    """One link as a page shows it. `state_tone` is one of info, success, warning, danger, quiet."""

    kind: str
    pk: int
    kind_label: str | Promise
    title: str | Promise
    state: str | Promise = ""
    state_tone: str = "quiet"
    on: date | None = None
    url: str = ""
    neighbours: frozenset[Key] = frozenset()

    @property
    def key(self) -> Key:
        return (self.kind, self.pk)


Reader = Callable[[Actor, Iterable[int]], list[Link]]
_readers: dict[str, tuple[int, Reader]] = {}


def register(kind: str, *, rank: int, reader: Reader) -> None:
    """`reader(actor, pks)` gives the links of one kind that the actor may see, with the keys of their neighbours.

    `rank` is the place in the chain (recommendation 10, item 20, decision 30, order 40, measure 50, task 60,
    report 70). Contexts above announce their links to those below by registering `neighbours_of`.
    """
    _readers[kind] = (rank, reader)


Upward = Callable[[str, Iterable[int]], dict[int, set[Key]]]
_upward: list[Upward] = []


def register_upward(finder: Upward) -> None:
    """`finder(kind, pks)` gives the keys above: e.g. programme tells governance's orders which measures hang on them."""
    _upward.append(finder)


def trace(actor: Actor, kind: str, pk: int) -> list[Link]:
    """All links of the chain in which (kind, pk) hangs, ordered by their place and key."""
    found: dict[Key, Link] = {}
    asked: set[Key] = set()
    wanted: set[Key] = {(kind, pk)}
    while wanted:
        asked |= wanted
        fresh = _read(actor, wanted)
        found.update({link.key: link for link in fresh})
        wanted = {key for link in fresh for key in link.neighbours} - asked
    return sorted(found.values(), key=lambda link: (_readers[link.kind][0], link.on or date.min, link.pk))


def _read(actor: Actor, wanted: set[Key]) -> list[Link]:
    links: list[Link] = []
    for kind in {kind for kind, _ in wanted} & _readers.keys():
        pks = sorted(pk for other, pk in wanted if other == kind)
        read = _readers[kind][1](actor, pks)
        above = _above(kind, [link.pk for link in read])
        links += [_with(link, above.get(link.pk, set())) for link in read]
    return links


def _above(kind: str, pks: list[int]) -> dict[int, set[Key]]:
    joined: dict[int, set[Key]] = {}
    for finder in _upward:
        for pk, keys in finder(kind, pks).items():
            joined.setdefault(pk, set()).update(keys)
    return joined


def _with(link: Link, keys: set[Key]) -> Link:
    return Link(**{**link.__dict__, "neighbours": link.neighbours | keys})
