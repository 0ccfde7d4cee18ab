"""What is new as Atom: for everybody by body and topic, and for an account by a link of its own."""

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from bildungsnetz.accounts.api import actor_for, tokens
from bildungsnetz.core import clock, feeds
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.cacheable import cacheable, changed
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.feeds import FeedKind
from bildungsnetz.governance.selectors.feeds import feed_by_hash
from bildungsnetz.governance.selectors.following import follower_of, interest_of
from bildungsnetz.governance.selectors.news import Interest, News, news
from bildungsnetz.governance.selectors.public_bodies import public_bodies
from bildungsnetz.governance.services.feeds import note_use
from bildungsnetz.governance.services.news_mails import address_of
from bildungsnetz.network.api import running_fields_of_action

ATOM = "application/atom+xml; charset=utf-8"
LATEST, A_YEAR = 50, timedelta(days=365)
GONE = 410


def public_feeds(request: Request) -> HttpResponse:
    """All that can be subscribed to without an account."""
    page = {"bodies": public_bodies(), "topics": running_fields_of_action()}
    return render(request, "governance/public_feeds.html", page)


@cacheable
@require_safe
def body_feed(_request: Request, pk: int) -> HttpResponse:
    body = get_object_or_404(public_bodies(), pk=pk)
    return _public(body.name, Interest(bodies=frozenset({pk})), "public-body", "public-news", pk)


@cacheable
@require_safe
def topic_feed(_request: Request, pk: int) -> HttpResponse:
    topic = get_object_or_404(running_fields_of_action(), pk=pk)
    return _public(topic.name, Interest(topics=frozenset({pk})), "public-feeds", "public-topic-news", pk)


@cacheable
@require_safe
def news_feed(request: Request, token: str) -> HttpResponse:
    """What the account follows, with its rights of this moment."""
    feed, now = feed_by_hash(tokens.hash_of(token), FeedKind.NEWS), clock.now()
    if feed is None:
        raise Http404
    if not feed.user.is_active:
        return render(request, "governance/feed_over.html", status=GONE)
    actor = actor_for(feed.user, now=now)
    follower = follower_of(actor)
    interest = interest_of(follower.follows.order_by("pk")) if follower else Interest()
    found = news(actor, interest, after=now - A_YEAR, most=LATEST)
    here = absolute("governance:news-feed", token)
    content = _atom(_("Ich folge"), absolute("governance:following"), here, found)
    answer = changed(HttpResponse(content, content_type=ATOM), note_use(feed, content.encode(), now=now))
    answer["Cache-Control"] = "private, max-age=300"
    return answer


def _public(name: str, interest: Interest, page: str, itself: str, pk: int) -> HttpResponse:
    found = news(PUBLIC, interest, after=clock.now() - A_YEAR, most=LATEST)
    leads_to = absolute(f"governance:{page}", *([pk] if page == "public-body" else []))
    content = _atom(name, leads_to, absolute(f"governance:{itself}", pk), found)
    return HttpResponse(content, content_type=ATOM)


def _atom(name: str, page: str, itself: str, found: Iterable[News]) -> str:
    """In German, as the texts are."""
    with override("de"):
        title = f"{name}: {settings.NETWORK_NAME}"
        return feeds.atom(feeds.Frame(title, settings.NETWORK_NAME, page, itself, "de"), map(_entry, found))


def _entry(each: News) -> feeds.News:
    key = f"governance/{each.kind}/{each.key}"
    title = f"{each.kind.label}: {each.title}"
    return feeds.News(key, title, str(each.session), address_of(each), each.at, each.at)
