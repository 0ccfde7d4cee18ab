"""Links of one's own: made, shown once, replaced, revoked; and what is kept of their use."""

import hashlib
from datetime import datetime

from django.db import transaction

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.governance.domain.feeds import FeedKind, shows_use
from bildungsnetz.governance.models import Body, Feed
from bildungsnetz.governance.policies.feeds import may_open_feed
from bildungsnetz.governance.selectors.feeds import own_feeds


@transaction.atomic
def open_feed(*, actor: Actor, kind: FeedKind, now: datetime, body: Body | None = None) -> str:
    """Make the link, or a new one in place of the old, which ends at once. Gives its secret, which nobody can read again.

    Raises NotAllowed.
    """
    if actor.user_id is None or not may_open_feed(actor, body):
        raise NotAllowed
    token = tokens.new_token()
    feed, is_new = Feed.objects.update_or_create(
        user_id=actor.user_id,
        kind=kind,
        body=body,
        defaults={
            "token_hash": tokens.hash_of(token),
            "created_at": now,
            "last_used_on": None,
            "content_hash": "",
            "changed_at": None,
        },
    )
    act = "governance.feed.open" if is_new else "governance.feed.renew"
    audit.record(act, actor=actor, on=feed, now=now)
    return token


@transaction.atomic
def revoke_feed(*, actor: Actor, feed: Feed, now: datetime) -> None:
    """End a link of one's own: whoever has it gets nothing any more. Raises NotAllowed for anybody else's."""
    found = own_feeds(actor).filter(pk=feed.pk).first() if actor.user_id is not None else None
    if found is None:
        raise NotAllowed
    audit.record("governance.feed.revoke", actor=actor, on=found, now=now)
    found.delete()


@transaction.atomic
def note_use(feed: Feed, content: bytes, *, now: datetime) -> datetime:
    """Keep the day of the use and whether the answer differs from the last one; gives the moment it last did.

    The only thing a GET writes: at most once a day and once per change, and nothing of the asking program.
    """
    print_of = hashlib.sha256(content).hexdigest()
    if feed.content_hash != print_of or feed.changed_at is None:
        feed.content_hash, feed.changed_at = print_of, now
    elif not shows_use(feed.last_used_on, day_of(now)):
        return feed.changed_at
    Feed.objects.filter(pk=feed.pk).update(
        content_hash=feed.content_hash, changed_at=feed.changed_at, last_used_on=day_of(now)
    )
    return feed.changed_at
