"""Links of one's own, and which sessions a calendar shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.audit import last_acts
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.feeds import LOOK_BACK, FeedKind
from bildungsnetz.governance.models import (
    Body,
    Deputyship,
    Feed,
    Mandate,
    PublicRecord,
    Session,
    SessionInvitation,
)
from bildungsnetz.governance.policies.visibility import readable_body_ids
from bildungsnetz.governance.selectors.publication import published_sessions
from bildungsnetz.governance.selectors.seats import running
from bildungsnetz.governance.selectors.sessions import bodies_with_sessions
from bildungsnetz.network.api import Person, person_of_user

UidOf = Callable[[Session, int | None], str]


@dataclass(frozen=True)
class Dated:
    """A session of a calendar; `uid` is that of the invitation where there is one, `stamp` its last change."""

    session: Session
    uid: str
    stamp: datetime
    is_readable: bool


@dataclass(frozen=True)
class FeedLine:
    """What somebody may have a link to (`body` None: all of it), and the link there is."""

    body: Body | None
    feed: Feed | None
    may_open: bool = True


def feed_by_hash(token_hash: str, kind: FeedKind) -> Feed | None:
    """The feed behind a link, whether its account works or not."""
    rows = Feed.objects.filter(token_hash=token_hash, kind=kind).select_related("user", "body")
    return rows.order_by("pk").first()


def own_feeds(actor: Actor) -> QuerySet[Feed]:
    """The feeds of the asking account."""
    return Feed.objects.filter(user=actor.user_id).select_related("body").order_by("kind", "body__name", "pk")


def calendar_lines(actor: Actor) -> list[FeedLine]:
    """The calendar of the account, that of each body whose sessions it may read, and links left of other bodies."""
    found = {feed.body_id: feed for feed in own_feeds(actor).filter(kind=FeedKind.CALENDAR)}
    readable = list(bodies_with_sessions(actor).filter(is_active=True))
    lines = [FeedLine(None, found.pop(None, None))]
    lines += [FeedLine(body, found.pop(body.pk, None)) for body in readable]
    return [*lines, *(FeedLine(feed.body, feed, may_open=False) for feed in found.values())]


def own_calendar(actor: Actor, *, body: Body | None, now: datetime, uid_of: UidOf) -> list[Dated]:
    """The sessions of the bodies in which the person sits today and those she is invited to; or all of one body.

    Each only as far as the account may read it at this moment; an invitation is readable for whoever got it.
    """
    person = person_of_user(actor.user_id)
    invited = _invitations(person, now)
    readable = readable_body_ids(actor)
    wanted = Q(pk__in=invited) | Q(body__in=_bodies_of(person, now)) if body is None else Q(body=body)
    rows = (
        Session.objects.filter(wanted, starts_at__gte=now - LOOK_BACK)
        .select_related("body")
        .order_by("starts_at", "pk")
    )
    shown = [row for row in rows if readable is None or row.body_id in readable or row.pk in invited]
    stamps = _last_changes(shown)
    return [
        Dated(
            row,
            invited.get(row.pk) or uid_of(row, person.pk if person else None),
            stamps.get(row.pk, now),
            readable is None or row.body_id in readable,
        )
        for row in shown
    ]


def public_calendar(body: Body, *, now: datetime, uid_of: UidOf) -> list[Dated]:
    """The published sessions of a body."""
    rows = list(published_sessions().filter(body=body, starts_at__gte=now - LOOK_BACK))
    records = PublicRecord.objects.filter(kind="meeting", key__in=[row.pk for row in rows])
    stamps = dict(records.order_by("pk").values_list("key", "modified"))
    return [
        Dated(row, uid_of(row, None), stamps.get(row.pk) or row.published_at or now, is_readable=False)
        for row in sorted(rows, key=lambda row: (row.starts_at, row.pk))
    ]


def public_change(body: Body) -> datetime | None:
    """When something public of a body last changed or went away."""
    rows = PublicRecord.objects.filter(kind="meeting", body_id=body.pk).order_by("-modified", "-pk")
    return rows.values_list("modified", flat=True).first()


def _bodies_of(person: Person | None, now: datetime) -> Iterable[int]:
    if person is None:
        return []
    rows = Mandate.objects.filter(running(day_of(now)), person=person).order_by("pk")
    return list(rows.values_list("seat_rule__body_id", flat=True))


def _invitations(person: Person | None, now: datetime) -> dict[int, str]:
    """Session → mark of the invitation: as a guest, or for a seat that is still held (or stood in for) today."""
    if person is None:
        return {}
    today = running(day_of(now))
    own = Mandate.objects.filter(today, person=person).order_by().values("pk")
    deputy = Deputyship.objects.filter(today, person=person).order_by().values("mandate")
    still = Q(mandate=None) | Q(as_deputy=False, mandate__in=own) | Q(as_deputy=True, mandate__in=deputy)
    rows = SessionInvitation.objects.filter(still, person=person, sent_at__isnull=False).order_by("pk")
    return dict(rows.values_list("session_id", "uid"))


def _last_changes(sessions: Iterable[Session]) -> dict[int, datetime]:
    keys = [str(row.pk) for row in sessions]
    return {int(key): at for key, at in last_acts("governance.session", keys).items()}
