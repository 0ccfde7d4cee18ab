"""What everybody may follow: "Was wurde daraus?" and open conferences to come."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from bildungsnetz.core import clock
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.selectors import conferences, public_tracker
from bildungsnetz.governance.web.forms.conference_reports import TrackerFilter


def tracker(request: Request) -> HttpResponse:
    form = TrackerFilter(request.GET)
    page = page_of(request, public_tracker.followed(form.question()), 25)
    shown = {
        "form": form,
        "page": page,
        "lines": [(each, public_tracker.public_state(each)) for each in page],
        "coming": conferences.announced_conferences(clock.now()),
    }
    return render(request, "governance/tracker.html", shown)


def recommendation(request: Request, year: int, number: int) -> HttpResponse:
    found = public_tracker.by_number(year, number)
    if found is None:
        raise Http404
    shown = {
        "recommendation": found,
        "state": public_tracker.public_state(found),
        "followed": public_tracker.public_answers([found])[0],
    }
    return render(request, "governance/tracker_recommendation.html", shown)


def conference(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(conferences.public_conferences(), pk=pk)
    page = {"conference": found, "session": found.session, "is_over": found.session.ends_at < clock.now()}
    return render(request, "governance/public_conference.html", page)
