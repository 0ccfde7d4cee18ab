"""The public pages of the bodies: functions always, names only where people agreed."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from bildungsnetz.core import clock
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies.bodies import READ
from bildungsnetz.governance.selectors.following import follows_body
from bildungsnetz.governance.selectors.join_requests import bodies_to_ask, way_in
from bildungsnetz.governance.selectors.public_bodies import public_bodies, public_composition


def public_body_list(request: Request) -> HttpResponse:
    to_ask = bodies_to_ask(request.actor, clock.day_of(clock.now()))
    return render(request, "governance/public_bodies.html", {"bodies": public_bodies(), "to_ask": to_ask})


def public_body(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(public_bodies(), pk=pk)
    today = clock.day_of(clock.now())
    page = {
        "body": shown,
        "composition": public_composition(shown, today),
        "below": public_bodies().filter(parent=shown),
        "today": today,
        "follows": None if request.actor.is_anonymous else follows_body(request.actor, shown),
        "way_in": way_in(request.actor, shown, today),
        "is_guest": request.actor.is_anonymous,
        "may_read": request.actor.can(READ, shown.scope),
    }
    return render(request, "governance/public_body.html", page)
