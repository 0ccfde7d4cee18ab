"""The versions of minutes: who saved what when, and what changed between two of them."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.minutes_versions import comparison, versions_of
from bildungsnetz.governance.web.forms.minutes import CompareForm
from bildungsnetz.governance.web.views.minutes import reading_of


def minutes_versions(request: Request, session_pk: int) -> HttpResponse:
    """All versions; `?von=1&bis=3` compares two, otherwise the last one with the one before."""
    reading = reading_of(request, session_pk)
    if reading.minutes is None or not policies.may_read_versions(request.actor, reading.session.body):
        raise Http404
    versions = versions_of(reading.minutes)
    form = CompareForm(request.GET or None, versions=versions)
    page = {
        "session": reading.session,
        "minutes": reading.minutes,
        "versions": versions,
        "form": form,
        "comparison": comparison(versions, *form.wanted()),
    }
    return render(request, "governance/minutes_versions.html", page)
