"""Calendars that a program fetches: one's own links, and the public part of a body."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from bildungsnetz.accounts.api import actor_for, tokens
from bildungsnetz.core import clock
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.cacheable import cacheable, changed
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.feeds import FeedKind
from bildungsnetz.governance.selectors import feeds as reads
from bildungsnetz.governance.selectors.public_bodies import public_bodies
from bildungsnetz.governance.selectors.sessions import bodies_with_sessions
from bildungsnetz.governance.services import feeds as acts
from bildungsnetz.governance.services.session_calendar import feed_file, uid_of

CALENDAR = "text/calendar; charset=utf-8"
GONE = 410


def calendars(request: Request) -> HttpResponse:
    """The links of the account: one for all its sessions, one for each body it may read."""
    return render(request, "governance/calendars.html", {"lines": reads.calendar_lines(request.actor)})


@never_cache
@require_POST
def calendar_open(request: Request, pk: int | None = None) -> HttpResponse:
    """Make a link and show it, this once: it is not kept readable, so there is no page to lead to."""
    body = get_object_or_404(bodies_with_sessions(request.actor), pk=pk) if pk is not None else None
    token = acts.open_feed(actor=request.actor, kind=FeedKind.CALENDAR, body=body, now=clock.now())
    address = absolute("governance:calendar-feed", token)
    page = {"body": body, "address": address, "webcal": "webcal://" + address.partition("://")[2]}
    return render(request, "governance/calendar_made.html", page)


def feed_revoke(request: Request, pk: int) -> HttpResponse:
    feed = get_object_or_404(reads.own_feeds(request.actor), pk=pk)
    back = "governance:calendars" if feed.kind == FeedKind.CALENDAR else "governance:following"
    if request.method == "POST":
        acts.revoke_feed(actor=request.actor, feed=feed, now=clock.now())
        messages.success(request, _("Der Link gilt nicht mehr."))
        return redirect(back)
    return render(request, "governance/feed_revoke.html", {"feed": feed, "back": back})


@cacheable
@require_safe
def calendar_feed(request: Request, token: str) -> HttpResponse:
    """What a calendar program fetches; the rights are those of the account at this moment."""
    feed, now = reads.feed_by_hash(tokens.hash_of(token), FeedKind.CALENDAR), clock.now()
    if feed is None:
        raise Http404
    if not feed.user.is_active:
        return render(request, "governance/feed_over.html", status=GONE)
    with override("de"):
        entries = reads.own_calendar(actor_for(feed.user, now=now), body=feed.body, now=now, uid_of=uid_of)
        name = (
            feed.body.name if feed.body else _("Meine Sitzungen: %(name)s") % {"name": settings.NETWORK_NAME}
        )
        content = feed_file(name, entries)
    answer = changed(HttpResponse(content, content_type=CALENDAR), acts.note_use(feed, content, now=now))
    answer["Cache-Control"] = "private, max-age=300"
    answer["Content-Disposition"] = 'inline; filename="Sitzungen.ics"'
    return answer


@cacheable
@require_safe
def public_calendar(request: Request, pk: int) -> HttpResponse:
    """The published sessions of a body, for everybody."""
    body, now = get_object_or_404(public_bodies(), pk=pk), clock.now()
    with override("de"):
        content = feed_file(body.name, reads.public_calendar(body, now=now, uid_of=uid_of), is_public=True)
    answer = changed(HttpResponse(content, content_type=CALENDAR), reads.public_change(body))
    answer["Content-Disposition"] = 'inline; filename="Sitzungen.ics"'
    return answer
