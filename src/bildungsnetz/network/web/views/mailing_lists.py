"""Living mailing lists: overview, one list, save, change, by hand, remove."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.domain.questions import is_changing
from bildungsnetz.network.domain.rolls import Why
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.mailing_lists import (
    Kind,
    changes_since,
    choices_of,
    mailing_lists,
    question_of,
    roll,
    uses_of,
)
from bildungsnetz.network.selectors.people import people_named
from bildungsnetz.network.selectors.question_words import choices_for, in_words
from bildungsnetz.network.services import mailing_lists as acts
from bildungsnetz.network.web.forms.mailing_lists import ListForm, ReasonForm, SearchForm
from bildungsnetz.network.web.list_page import find_list, find_thing, keyed
from bildungsnetz.network.web.question_page import posed, query_of

_FIELDS = ("name", "purpose", "basis", "note", "version")
_MOST_HITS = 20


def overview(request: Request) -> HttpResponse:
    page = {
        "page": page_of(request, mailing_lists(request.actor)),
        "may_keep": policies.may_keep_lists(request.actor),
    }
    return render(request, "network/mailing_lists.html", page)


def one(request: Request, pk: int) -> HttpResponse:
    shown = find_list(request, pk)
    now = clock.now()
    present = roll(request.actor, shown, Kind.MAIL, now=now)
    question = question_of(shown)
    page = {
        "shown": shown,
        "words": in_words(question, choices_for(question, request.actor)),
        "query": query_of(question),
        "roll": present,
        "page": page_of(request, present.deliveries),
        "objecting": present.left_because(Why.OBJECTS),
        "left": [left for left in present.left if left.why is not Why.OBJECTS],
        "changes": changes_since(shown, present),
        "choices": choices_of(shown),
        "uses": uses_of(shown)[:20],
        "history": history_of(shown),
        "may_keep": policies.may_keep_lists(request.actor),
        "may_use": policies.may_use_lists(request.actor),
    }
    return render(request, "network/mailing_list.html", page)


def new(request: Request) -> HttpResponse:
    """Save the question that stands in the address."""
    asked = posed(request)
    form = ListForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            kept = acts.keep_list(
                actor=request.actor, entry=form.entry(), question=asked.question, now=clock.now()
            )
            messages.success(
                request,
                _("Der Verteiler ist angelegt. Wer dazugehört, wird bei jedem Gebrauch neu ermittelt."),
            )
            return redirect("network:mailing-list", kept.pk)
    page = {"form": form, "words": asked.words, "query": asked.query, "shown": None}
    return render(request, "network/mailing_list_form.html", page)


def edit(request: Request, pk: int) -> HttpResponse:
    shown = find_list(request, pk)
    form = ListForm(request.POST or None, initial={name: getattr(shown, name) for name in _FIELDS})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            version = form.cleaned_data["version"] or 0
            acts.edit_list(
                actor=request.actor, mailing_list=shown, entry=form.entry(), version=version, now=clock.now()
            )
            messages.success(request, _("Die Angaben sind gespeichert."))
            return redirect("network:mailing-list", pk)
    return render(request, "network/mailing_list_form.html", {"form": form, "shown": shown})


def ask_anew(request: Request, pk: int) -> HttpResponse:
    """Change the conditions; saved only by the button."""
    shown = find_list(request, pk)
    if not request.GET:
        return redirect(f"{request.path}?{query_of(question_of(shown))}")
    asked = posed(request)
    if is_changing(request.GET.dict()):
        return redirect(f"{request.path}?{asked.query}#bedingungen")
    save = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        save.is_valid()
        with show_errors(save):
            acts.ask_anew(
                actor=request.actor,
                mailing_list=shown,
                question=asked.question,
                version=shown.version,
                now=clock.now(),
            )
            messages.success(request, _("Die Suche hinter dem Verteiler ist geändert."))
            return redirect("network:mailing-list", pk)
    page = {
        "shown": shown,
        "asked": asked,
        "form": asked.form,
        "save": save,
        "page": asked.page() if asked.is_asked else None,
    }
    return render(request, "network/mailing_list_question.html", page)


def remove(request: Request, pk: int) -> HttpResponse:
    shown = find_list(request, pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            acts.remove_list(actor=request.actor, mailing_list=shown, now=clock.now())
            messages.success(request, _("Der Verteiler ist entfernt."))
            return redirect("network:mailing-lists")
    return render(request, "network/mailing_list_remove.html", {"shown": shown, "form": form})


def add(request: Request, pk: int) -> HttpResponse:
    """Look for whom to add."""
    shown = find_list(request, pk)
    form = SearchForm(request.GET)
    text = form.cleaned_data["q"].strip() if form.is_valid() else ""
    page = {
        "shown": shown,
        "form": form,
        "text": text,
        "people": keyed("p", people_named(request.actor, text), text),
        "institutions": keyed("i", institutions(request.actor).filter(name__icontains=text), text),
    }
    return render(request, "network/mailing_list_add.html", page)


def choose(request: Request, pk: int, what: str, key: str) -> HttpResponse:
    """Put on (`dazu`) or keep off (`ausnehmen`) with a reason; `key` is p12 or i3."""
    if what not in {"dazu", "ausnehmen"}:
        raise Http404
    shown, thing = find_list(request, pk), find_thing(request, key)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.choose_for_list(
                actor=request.actor,
                mailing_list=shown,
                thing=thing,
                is_added=what == "dazu",
                reason=form.cleaned_data["reason"],
                now=clock.now(),
            )
            messages.success(request, _("Der Verteiler ist geändert."))
            return redirect("network:mailing-list", pk)
    page = {"shown": shown, "thing": thing, "form": form, "is_added": what == "dazu"}
    return render(request, "network/mailing_list_choose.html", page)


def drop_choice(request: Request, pk: int, choice_pk: int) -> HttpResponse:
    shown = find_list(request, pk)
    choice = get_object_or_404(shown.choices.select_related("person", "institution"), pk=choice_pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            acts.drop_choice(actor=request.actor, choice=choice, now=clock.now())
            messages.success(request, _("Ab jetzt entscheidet wieder die Suche."))
            return redirect(reverse("network:mailing-list", args=[pk]))
    return render(request, "network/mailing_list_drop.html", {"shown": shown, "choice": choice, "form": form})
