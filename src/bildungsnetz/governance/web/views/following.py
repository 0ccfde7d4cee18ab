"""What the own account follows, how often it is told, and the way out of the mails."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.feeds import FeedKind
from bildungsnetz.governance.domain.following import Rhythm
from bildungsnetz.governance.selectors import following as reads
from bildungsnetz.governance.selectors.public_bodies import public_bodies
from bildungsnetz.governance.services import following as acts
from bildungsnetz.governance.services.feeds import open_feed
from bildungsnetz.governance.web.forms.following import RhythmForm
from bildungsnetz.network.api import running_fields_of_action

HERE = "governance:following"
GONE = 410


def following(request: Request) -> HttpResponse:
    shown = reads.following(request.actor)
    rhythm = shown.follower.rhythm if shown.follower else Rhythm.WEEKLY
    form = RhythmForm(request.POST or None, initial={"rhythm": rhythm})
    if request.method == "POST" and form.is_valid():
        acts.set_rhythm(actor=request.actor, now=clock.now(), **form.cleaned_data)
        messages.success(request, _("Gespeichert."))
        return redirect(HERE)
    return render(request, "governance/following.html", {"shown": shown, "form": form})


@require_POST
def follow_body(request: Request, pk: int) -> HttpResponse:
    wanted = get_object_or_404(public_bodies(), pk=pk)
    acts.follow(actor=request.actor, body=wanted, now=clock.now())
    messages.success(request, _("Sie folgen jetzt: %(name)s.") % {"name": wanted})
    return redirect(HERE)


@require_POST
def follow_topic(request: Request, pk: int) -> HttpResponse:
    wanted = get_object_or_404(running_fields_of_action(), pk=pk)
    acts.follow(actor=request.actor, field_of_action=wanted, now=clock.now())
    messages.success(request, _("Sie folgen jetzt: %(name)s.") % {"name": wanted})
    return redirect(HERE)


@require_POST
def unfollow(request: Request, pk: int) -> HttpResponse:
    followed = get_object_or_404(reads.own_follows(request.actor), pk=pk)
    acts.unfollow(actor=request.actor, followed=followed)
    messages.success(request, _("Sie folgen nicht mehr: %(name)s.") % {"name": followed})
    return redirect(HERE)


@never_cache
@require_POST
def news_open(request: Request) -> HttpResponse:
    """Make the link of the own feed and show it, this once: it is not kept readable."""
    token = open_feed(actor=request.actor, kind=FeedKind.NEWS, now=clock.now())
    return render(request, "governance/news_made.html", {"address": absolute("governance:news-feed", token)})


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; mail programs post here too (RFC 8058)
def news_stop(request: Request, token: str) -> HttpResponse:
    """The page behind the link in the mail: looking changes nothing, the button ends the mails."""
    if reads.follower_by_token(token) is None:
        return render(request, "governance/news_stop_over.html", status=GONE)
    if request.method == "POST":
        acts.stop_news(token=token)
        return render(request, "governance/news_stopped.html")
    return render(request, "governance/news_stop.html")
