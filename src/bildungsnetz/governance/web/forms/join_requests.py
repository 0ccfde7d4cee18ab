"""Forms of requests to join."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.governance.services.join_requests import Application
from bildungsnetz.network.api import Person, current_functions


class JoinForm(forms.Form):
    """Why, for whom and with what somebody wants to join."""

    reason = forms.CharField(
        label=_("Warum möchten Sie mitarbeiten?"),
        help_text=_("Zum Beispiel: womit Sie bei diesem Thema zu tun haben, was sich ändern soll."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    institution = forms.ChoiceField(
        label=_("Für welche Einrichtung kämen Sie?"),
        help_text=_("Zur Wahl stehen die Einrichtungen, in denen Sie zurzeit eine Funktion haben."),
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
        held = current_functions(person, on=today)
        self.held = {str(each.institution_id): each.institution for each in held}
        if not self.held:
            del self.fields["institution"]
            return
        choices = [(key, institution.name) for key, institution in self.held.items()]
        offer_choices(self, institution=[("", _("Einrichtung wählen")), *choices])
        if len(self.held) == 1:
            self.initial["institution"] = choices[0][0]

    def application(self) -> Application:
        chosen = self.held.get(self.cleaned_data.get("institution", ""))
        return Application(
            reason=self.cleaned_data["reason"], brings=self.cleaned_data["brings"], institution=chosen
        )


class RefuseJoinForm(forms.Form):
    reason = forms.CharField(
        label=_("Begründung"),
        help_text=_("Sie geht per Mail an die Person, die gefragt hat."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
