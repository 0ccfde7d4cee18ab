"""Forms of requests to join."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.governance.services.join_requests import Application
from bildungsnetz.network.api import Institution, Person, current_functions


class JoinForm(forms.Form):
    """Why, for whom and with what somebody wants to join."""

    reason = forms.CharField(
        label=_("Warum möchten Sie mitarbeiten?"),
        help_text=_("Zum Beispiel: womit Sie bei diesem Thema zu tun haben, was sich ändern soll."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    institution = RowField(
        label=_("Für welche Einrichtung kämen Sie?"),
        help_text=_("Zur Wahl stehen die Einrichtungen, in denen Sie zurzeit eine Funktion haben."),
        empty_label=_("Einrichtung wählen"),
    )
    brings = forms.CharField(
        label=_("Was bringen Sie mit?"),
        help_text=_("Erfahrungen, Kontakte, Zeit."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, person: Person, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = set(current_functions(person, on=today).order_by().values_list("institution", flat=True))
        if not held:
            del self.fields["institution"]
            return
        offer(self, institution=Institution.objects.filter(pk__in=held).order_by("name", "pk"))
        if len(held) == 1:
            self.initial["institution"] = held.pop()

    def application(self) -> Application:
        return Application(**self.cleaned_data)


class RefuseJoinForm(forms.Form):
    reason = forms.CharField(
        label=_("Begründung"),
        help_text=_("Sie geht per Mail an die Person, die gefragt hat."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
