"""Changing the draft of minutes; two people may do so at once."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.minutes_merge import merge
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.minutes import sections_of
from bildungsnetz.governance.services.minutes import change_minutes
from bildungsnetz.governance.web.forms.minutes import MinutesForm
from bildungsnetz.governance.web.views.minutes import reading_of

TEMPLATE = "governance/minutes_edit.html"


def minutes_edit(request: Request, session_pk: int) -> HttpResponse:
    """One text field for each section of the draft."""
    reading = reading_of(request, session_pk)
    shown = reading.minutes
    if shown is None:
        raise Http404
    if not policies.may_change(request.actor, reading.session.body):
        raise NotAllowed
    if not shown.is_draft and request.method != "POST":
        messages.warning(request, _("Dieses Protokoll ist kein Entwurf mehr und wird nicht mehr geändert."))
        return redirect("governance:minutes", session_pk)
    sections = sections_of(shown)
    form = MinutesForm(request.POST or None, sections=sections, initial={"version": shown.version})
    if request.method == "POST" and form.is_valid():
        try:
            change_minutes(
                actor=request.actor,
                minutes=shown,
                texts=form.texts(),
                expected_version=form.cleaned_data["version"],
                now=clock.now(),
            )
        except StaleVersion:
            return _both_texts(request, session_pk, form)
        except RuleViolation as refused:
            form.add_error(None, str(refused.message))
        else:
            messages.success(request, _("Der Entwurf ist gespeichert."))
            return redirect("governance:minutes", session_pk)
    return render(request, TEMPLATE, {"form": form, "session": reading.session, "minutes": shown})


def _both_texts(request: Request, session_pk: int, typed: MinutesForm) -> HttpResponse:
    """Somebody else saved first: show what she wrote beside what was typed here; saving again counts from hers."""
    reading = reading_of(request, session_pk)
    saved = reading.minutes
    if saved is None:
        raise Http404
    sections = sections_of(saved)
    merged = merge(sections, typed.texts(), typed.shown())
    form = MinutesForm(sections=sections, merged=merged, initial={"version": saved.version})
    page = {
        "form": form,
        "session": reading.session,
        "minutes": saved,
        "is_stale": True,
        "clashes": sum(entry.clashes for entry in merged),
        "taken_over": sum(entry.taken_over for entry in merged),
        "last": next(iter(history_of(saved, limit=1)), None),
    }
    return render(request, TEMPLATE, page, status=409)
