"""Objecting to minutes, with an account or by the link of the mail, and what the chairs answer."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors import minutes_window as read
from bildungsnetz.governance.services import minutes_window as services
from bildungsnetz.governance.services.objection_answers import answer_objection
from bildungsnetz.governance.web.forms.minutes import AnswerForm, ObjectionForm
from bildungsnetz.governance.web.views.minutes import reading_of


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def object_by_link(request: Request, token: str) -> HttpResponse:
    """The page behind the link of the mail: looking changes nothing, the button does."""
    delivery = read.delivery_by_hash(tokens.hash_of(token))
    why_not = services.refusal(delivery, now=clock.now())
    if delivery is None or why_not:
        closed = {"why_not": why_not, "session": delivery.minutes.session if delivery else None}
        return render(request, "governance/minutes_object_closed.html", closed, status=410)
    form = ObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.object_by_link(token=token, now=clock.now(), **form.cleaned_data)
            return redirect("governance:minutes-object-link", token)
    minutes = delivery.minutes
    own = minutes.objections.filter(person=delivery.person, content_hash=minutes.content_hash)
    page = {
        "form": form,
        "minutes": minutes,
        "session": minutes.session,
        "person": delivery.person,
        "own": own.order_by("objected_at", "pk"),
    }
    return render(request, "governance/minutes_object_link.html", page)


def minutes_object(request: Request, session_pk: int) -> HttpResponse:
    """The same for a member who is signed in."""
    reading = reading_of(request, session_pk)
    if reading.minutes is None:
        raise Http404
    now = clock.now()
    if not read.may_object_now(request.actor, reading.minutes, clock.day_of(now)):
        raise NotAllowed
    form = ObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            text = form.cleaned_data["text"]
            services.object_to_minutes(actor=request.actor, minutes=reading.minutes, text=text, now=now)
            messages.success(
                request, _("Ihr Widerspruch liegt dem Vorsitz vor. Das Protokoll wird noch nicht genehmigt.")
            )
            return redirect("governance:minutes", session_pk)
    page = {"form": form, "minutes": reading.minutes, "session": reading.session}
    return render(request, "governance/minutes_object.html", page)


def objection_answer(request: Request, session_pk: int, pk: int) -> HttpResponse:
    """A chair says why the text stays."""
    reading = reading_of(request, session_pk)
    minutes = reading.minutes
    if minutes is None or not policies.may_read_objections(request.actor, reading.session.body):
        raise Http404
    now = clock.now()
    found = read.contests(request.actor, minutes, clock.day_of(now))
    contest = next((entry for entry in found if entry.objection.pk == pk), None)
    if contest is None:
        raise Http404
    if not contest.mine:
        return redirect("governance:minutes", session_pk)
    form = AnswerForm(request.POST or None, sides=contest.mine)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            answer_objection(actor=request.actor, objection=contest.objection, now=now, **form.cleaned_data)
            messages.success(request, _("Ihre Antwort ist festgehalten."))
            return redirect("governance:minutes", session_pk)
    page = {"form": form, "minutes": minutes, "session": reading.session, "contest": contest}
    return render(request, "governance/minutes_answer.html", page)
