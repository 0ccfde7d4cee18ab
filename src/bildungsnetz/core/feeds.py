"""News as Atom (RFC 4287), for every context."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from django.utils.feedgenerator import Atom1Feed

_EMPTY_SINCE: Final = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class News:
    """One entry of a feed; `key` names it for ever ("network/institution/12")."""

    key: str
    title: str
    summary: str
    url: str
    changed_at: datetime
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class Frame:
    """The feed itself: its title, its author, its page, its own address, its language."""

    title: str
    author: str
    page: str
    itself: str
    language: str


def atom(frame: Frame, news: Iterable[News]) -> str:
    """The feed as XML, newest first as given."""
    host = urlsplit(frame.itself).hostname or ""
    feed = Atom1Feed(
        title=frame.title,
        link=frame.page,
        description=None,
        language=frame.language,
        author_name=frame.author,
        feed_url=frame.itself,
        feed_guid=frame.itself,
    )
    latest: list[datetime] = []
    for each in news:
        latest.append(each.changed_at)
        feed.add_item(
            title=each.title,
            link=each.url,
            description=each.summary,
            unique_id=f"tag:{host},2026:{each.key}",
            updateddate=each.changed_at,
            pubdate=each.entered_at,
        )
    feed.latest_post_date = lambda: max(latest, default=_EMPTY_SINCE)  # type: ignore[method-assign]
    return feed.writeString("utf-8")
