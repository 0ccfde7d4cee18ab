"""My day."""

from django.http import HttpResponse
from django.shortcuts import render

from bildungsnetz.core import clock
from bildungsnetz.core.web.request import Request
from bildungsnetz.frontdoor.selectors.day import day_of_actor, whom_to_ask


def my_day(request: Request) -> HttpResponse:
    """Whoever holds no role (any more) learns whom to ask."""
    now = clock.now()
    shown = {
        "day": day_of_actor(request.actor, now),
        "today": clock.day_of(now),
        "without_role": not request.actor.roles,
        "contacts": [] if request.actor.roles else whom_to_ask(now),
    }
    return render(request, "frontdoor/my_day.html", shown)
