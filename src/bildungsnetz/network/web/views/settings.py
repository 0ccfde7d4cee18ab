"""Fields of action, municipalities and the outlines of the map."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.selectors.imports import current_outline
from bildungsnetz.network.selectors.institutions import fields_of_action, municipalities
from bildungsnetz.network.services import fields_of_action as field_acts
from bildungsnetz.network.services import municipalities as municipality_acts
from bildungsnetz.network.services.outlines import upload_outline
from bildungsnetz.network.web.forms.settings import FieldOfActionForm, MunicipalityForm, OutlineForm


def field_list(request: Request) -> HttpResponse:
    page = {"fields": fields_of_action(), "may_edit": policies.may_edit_fields_of_action(request.actor)}
    return render(request, "network/fields.html", page)


def new_field(request: Request) -> HttpResponse:
    form = FieldOfActionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            field_acts.enter_field_of_action(actor=request.actor, entry=form.entry(), now=clock.now())
            messages.success(request, _("Das Handlungsfeld ist angelegt."))
            return redirect("network:fields")
    return render(request, "network/field_form.html", {"form": form, "shown": None})


def edit_field(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(fields_of_action(), pk=pk)
    names = ("name", "description", "position", "ended_on")
    form = FieldOfActionForm(request.POST or None, initial={name: getattr(shown, name) for name in names})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            field_acts.edit_field_of_action(
                actor=request.actor, field=shown, entry=form.entry(), now=clock.now()
            )
            messages.success(request, _("Das Handlungsfeld ist gespeichert."))
            return redirect("network:fields")
    return render(request, "network/field_form.html", {"form": form, "shown": shown})


def municipality_list(request: Request) -> HttpResponse:
    page = {
        "municipalities": municipalities(),
        "outline": current_outline(),
        "may_edit": policies.may_edit_municipality(request.actor),
        "may_upload": policies.may_upload_outline(request.actor),
    }
    return render(request, "network/municipalities.html", page)


def new_municipality(request: Request) -> HttpResponse:
    form = MunicipalityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            municipality_acts.enter_municipality(
                actor=request.actor,
                ags=form.cleaned_data["ags"],
                name=form.cleaned_data["name"],
                label=form.label_point(),
                now=clock.now(),
            )
            messages.success(request, _("Die Stadt oder Gemeinde ist erfasst."))
            return redirect("network:municipalities")
    return render(request, "network/municipality_form.html", {"form": form, "shown": None})


def edit_municipality(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(municipalities(), pk=pk)
    initial = {"name": shown.name, "longitude": shown.label_longitude, "latitude": shown.label_latitude}
    form = MunicipalityForm(request.POST or None, initial=initial)
    del form.fields["ags"]
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            municipality_acts.edit_municipality(
                actor=request.actor,
                municipality=shown,
                name=form.cleaned_data["name"],
                label=form.label_point(),
                now=clock.now(),
            )
            messages.success(request, _("Die Angaben sind gespeichert."))
            return redirect("network:municipalities")
    return render(request, "network/municipality_form.html", {"form": form, "shown": shown})


def outlines(request: Request) -> HttpResponse:
    form = OutlineForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload_outline(
            actor=request.actor,
            areas=form.areas,
            attribution=form.cleaned_data["attribution"],
            now=clock.now(),
        )
        messages.success(request, _("Die Umrisse sind gespeichert und erscheinen auf der Karte."))
        return redirect("network:municipalities")
    return render(request, "network/outline_upload.html", {"form": form})
