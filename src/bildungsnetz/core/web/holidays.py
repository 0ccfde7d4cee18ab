"""Settings: the school holidays."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core import clock
from bildungsnetz.core.calendar import upkeep
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request


class HolidayForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"), help_text=gettext_lazy("Zum Beispiel: Herbstferien."), max_length=60
    )
    first_day = forms.DateField(label=gettext_lazy("Erster Ferientag"), widget=forms.DateInput)
    last_day = forms.DateField(label=gettext_lazy("Letzter Ferientag"), widget=forms.DateInput)


def holiday_list(request: Request) -> HttpResponse:
    page = {"years": upkeep.by_school_year(), "may_change": request.actor.can(upkeep.CHANGE)}
    return render(request, "core/holidays.html", page)


def holiday_new(request: Request) -> HttpResponse:
    form = HolidayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            upkeep.enter_holiday(actor=request.actor, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Ferien sind eingetragen."))
            return redirect("core:holidays")
    return render(request, "core/holiday_form.html", {"form": form, "holiday": None})


def holiday_edit(request: Request, pk: int) -> HttpResponse:
    holiday = get_object_or_404(upkeep.holidays(), pk=pk)
    initial = {"name": holiday.name, "first_day": holiday.first_day, "last_day": holiday.last_day}
    form = HolidayForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            upkeep.change_holiday(actor=request.actor, holiday=holiday, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Änderung ist gespeichert."))
            return redirect("core:holidays")
    return render(request, "core/holiday_form.html", {"form": form, "holiday": holiday})


def holiday_remove(request: Request, pk: int) -> HttpResponse:
    holiday = get_object_or_404(upkeep.holidays(), pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        upkeep.remove_holiday(actor=request.actor, holiday=holiday, now=clock.now())
        messages.success(request, _("Die Ferien sind aus dem Kalender genommen."))
        return redirect("core:holidays")
    return render(request, "core/holiday_remove.html", {"form": form, "holiday": holiday})
