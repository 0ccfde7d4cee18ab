"""The taxonomy of institutions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.selectors.kinds import institution_kinds, institutions_per_kind
from bildungsnetz.network.services import kinds as acts
from bildungsnetz.network.web.forms.kinds import KindForm

_FIELDS = ("name", "plural", "group", "position", "retired_on")


def kind_list(request: Request) -> HttpResponse:
    counts = institutions_per_kind()
    page = {
        "kinds": [(kind, counts.get(kind.key, 0)) for kind in institution_kinds()],
        "may_edit": policies.may_edit_kinds(request.actor),
    }
    return render(request, "network/kinds.html", page)


def new_kind(request: Request) -> HttpResponse:
    form = KindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.enter_kind(actor=request.actor, entry=form.entry(), now=clock.now())
            messages.success(request, _("Die Art ist angelegt."))
            return redirect("network:kinds")
    return render(request, "network/kind_form.html", {"form": form, "shown": None})


def edit_kind(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institution_kinds(), pk=pk)
    form = KindForm(request.POST or None, initial={name: getattr(shown, name) for name in _FIELDS})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.edit_kind(actor=request.actor, kind=shown, entry=form.entry(), now=clock.now())
            messages.success(request, _("Die Art ist gespeichert."))
            return redirect("network:kinds")
    return render(request, "network/kind_form.html", {"form": form, "shown": shown})
