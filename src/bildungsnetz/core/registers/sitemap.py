"""What search engines may find: each context registers its public pages, the sitemap joins them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

MOST = 50_000
"""Addresses in one sitemap (sitemaps.org, "Sitemap file location")."""


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page everybody may open without account: its path and, where known, when it changed last."""

    path: str
    changed_at: datetime | None = None


Reader = Callable[[datetime], Iterable[PublicPage]]
_readers: list[Reader] = []


def register(reader: Reader) -> None:
    """`reader(now)` gives the public pages of a context, ordered; each must answer 200 and be indexable."""
    _readers.append(reader)


def public_pages(now: datetime) -> list[PublicPage]:
    """All public pages in the order of registration."""
    return [page for reader in _readers for page in reader(now)][:MOST]
