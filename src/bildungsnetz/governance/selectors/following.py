"""Who follows what, and what is new for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core import signing
from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.feeds import FeedKind
from bildungsnetz.governance.domain.following import WINDOW
from bildungsnetz.governance.models import Body, Feed, Follow, Follower
from bildungsnetz.governance.selectors.feeds import own_feeds
from bildungsnetz.governance.selectors.news import Interest, News, news
from bildungsnetz.governance.selectors.public_bodies import public_bodies
from bildungsnetz.network.api import FieldOfAction, running_fields_of_action

_SALT = "bildungsnetz.governance.stop-news"


@dataclass(frozen=True)
class Following:
    """What the page of the account shows."""

    follower: Follower | None
    follows: list[Follow]
    feed: Feed | None
    bodies: QuerySet[Body]
    topics: QuerySet[FieldOfAction]


def follower_of(actor: Actor) -> Follower | None:
    return Follower.objects.filter(user=actor.user_id).first() if actor.user_id is not None else None


def own_follows(actor: Actor) -> QuerySet[Follow]:
    """What the asking account follows: bodies by name, then topics in their order."""
    return (
        Follow.objects.filter(follower__user=actor.user_id)
        .select_related("body", "field_of_action", "follower")
        .order_by("body__name", "field_of_action__position", "field_of_action__name", "pk")
    )


def following(actor: Actor) -> Following:
    """All of it, with the bodies and topics that are not followed yet."""
    follows = list(own_follows(actor))
    bodies = {follow.body_id for follow in follows if follow.body_id}
    topics = {follow.field_of_action_id for follow in follows if follow.field_of_action_id}
    return Following(
        follower_of(actor),
        sorted(follows, key=lambda follow: follow.body_id is None),
        own_feeds(actor).filter(kind=FeedKind.NEWS).first(),
        public_bodies().exclude(pk__in=bodies),
        running_fields_of_action().exclude(pk__in=topics),
    )


def follows_body(actor: Actor, body: Body) -> bool:
    return actor.user_id is not None and own_follows(actor).filter(body=body).exists()


def interest_of(follows: Iterable[Follow]) -> Interest:
    rows = list(follows)
    return Interest(
        frozenset(row.body_id for row in rows if row.body_id is not None),
        frozenset(row.field_of_action_id for row in rows if row.field_of_action_id is not None),
    )


def news_to_tell(actor: Actor, follower: Follower, *, now: datetime) -> list[News]:
    """What is new in what somebody follows, since she follows it, and not told yet; newest first."""
    told = set(follower.told.order_by("pk").values_list("kind", "key"))
    found: dict[tuple[str, int], News] = {}
    for follow in follower.follows.order_by("pk"):
        after = max(follow.since, now - WINDOW)
        for each in news(actor, interest_of([follow]), after=after):
            if (each.kind, each.key) not in told:
                found[each.kind, each.key] = each
    return sorted(found.values(), key=lambda each: (each.at, each.kind, each.key), reverse=True)


def stop_token(follower: Follower) -> str:
    """The secret part of the link that ends the mails."""
    return signing.Signer(salt=_SALT).sign(str(follower.pk))


def follower_by_token(token: str) -> Follower | None:
    """The follower a link belongs to; None for a forged one."""
    try:
        pk = signing.Signer(salt=_SALT).unsign(token)
    except signing.BadSignature:
        return None
    return Follower.objects.filter(pk=pk).select_related("user").first()
