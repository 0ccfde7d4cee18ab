"""What the office and an institution itself keep up: profile, places, ways of contact."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.selectors.institutions import channels
from bildungsnetz.network.selectors.keeping import institutions_to_keep
from bildungsnetz.network.selectors.profiles import details_of, profile_entry, sites_of, spans_of
from bildungsnetz.network.services import channels as channel_acts
from bildungsnetz.network.services import profiles as profile_acts
from bildungsnetz.network.services import sites as site_acts
from bildungsnetz.network.web.forms.profile import ChannelForm, ProfileForm, SiteForm, typed_hours


def edit_profile(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions_to_keep(request.actor), pk=pk)
    initial = {name: _plain(value) for name, value in profile_entry(shown).items()}
    form = ProfileForm(request.POST or None, initial={**initial, "version": shown.version})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            profile_acts.edit_profile(
                actor=request.actor,
                institution=shown,
                entry=form.entry(),
                version=form.cleaned_data["version"] or 0,
                now=clock.now(),
            )
            messages.success(request, _("Das Profil ist gespeichert."))
            return redirect(home_of(request, shown.pk))
    return _page(request, "profile_form", shown, form=form)


def new_site(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions_to_keep(request.actor), pk=pk)
    form = SiteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            entry = form.entry({})
            site_acts.add_site(actor=request.actor, institution=shown, entry=entry, now=clock.now())
            messages.success(request, _("Der Standort ist ergänzt."))
            return redirect(home_of(request, shown.pk))
    return _page(request, "site_form", shown, form=form, site=None)


def edit_site(request: Request, pk: int, site_pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions_to_keep(request.actor), pk=pk)
    site = get_object_or_404(sites_of(shown), pk=site_pk)
    address = {name: getattr(site, name) for name in site_acts.ADDRESS}
    details = details_of(site)
    initial: dict[str, Any] = {
        **address,
        "label": site.label,
        **{name: getattr(details, name) for name in ("accessibility", "accessibility_note", "hours_note")},
        **typed_hours(spans_of(site)),
    }
    form = SiteForm(request.POST or None, initial=initial, is_locked=site_acts.is_locked(shown, site))
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            site_acts.edit_site(actor=request.actor, site=site, entry=form.entry(address), now=clock.now())
            messages.success(request, _("Der Standort ist gespeichert."))
            return redirect(home_of(request, shown.pk))
    return _page(request, "site_form", shown, form=form, site=site)


def remove_site(request: Request, pk: int, site_pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions_to_keep(request.actor), pk=pk)
    site = get_object_or_404(sites_of(shown), pk=site_pk, is_main=False)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            site_acts.remove_site(actor=request.actor, site=site, now=clock.now())
            messages.success(request, _("Der Standort ist entfernt."))
            return redirect(home_of(request, shown.pk))
    return _page(request, "site_remove", shown, form=form, site=site)


def new_channel(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions_to_keep(request.actor), pk=pk)
    form = ChannelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            entry = form.entry()
            channel_acts.add_channel(actor=request.actor, institution=shown, entry=entry, now=clock.now())
            messages.success(request, _("Der Kontaktweg ist ergänzt."))
            return redirect(home_of(request, shown.pk))
    return _page(request, "channel_form", shown, form=form, channel=None)


def edit_channel(request: Request, pk: int, channel_pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions_to_keep(request.actor), pk=pk)
    channel = get_object_or_404(channels(request.actor, shown), pk=channel_pk)
    initial = {name: getattr(channel, name) for name in ChannelForm.base_fields}
    form = ChannelForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            entry = form.entry()
            channel_acts.edit_channel(actor=request.actor, channel=channel, entry=entry, now=clock.now())
            messages.success(request, _("Der Kontaktweg ist gespeichert."))
            return redirect(home_of(request, shown.pk))
    return _page(request, "channel_form", shown, form=form, channel=channel)


def remove_channel(request: Request, pk: int, channel_pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions_to_keep(request.actor), pk=pk)
    channel = get_object_or_404(channels(request.actor, shown), pk=channel_pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        form.is_valid()
        with show_errors(form):
            channel_acts.remove_channel(actor=request.actor, channel=channel, now=clock.now())
            messages.success(request, _("Der Kontaktweg ist entfernt."))
            return redirect(home_of(request, shown.pk))
    return _page(request, "channel_remove", shown, form=form, channel=channel)


def home_of(request: Request, pk: int) -> str:
    """Where an institution is kept: its page in the register for the office, its own page for itself."""
    place = "institution" if policies.may_see_all_institutions(request.actor) else "own-institution"
    return reverse(f"network:{place}", args=[pk])


def _page(request: Request, template: str, shown: Any, **values: Any) -> HttpResponse:
    page = {"shown": shown, "back": home_of(request, shown.pk), **values}
    page["may_see_all"] = policies.may_see_all_institutions(request.actor)
    return render(request, f"network/{template}.html", page)


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value
