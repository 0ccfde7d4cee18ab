"""Forms of mailing lists and of what is sent to them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.contact import BASIS_NAMES, LIST_PURPOSES, LegalBasis
from bildungsnetz.network.models import ListUse
from bildungsnetz.network.services.mailing_lists import ListEntry


class ListForm(forms.Form):
    name = forms.CharField(label=_("Name des Verteilers"), max_length=120)
    purpose = forms.ChoiceField(
        label=_("Zweck"),
        choices=list(LIST_PURPOSES.items()),
        help_text=_(
            "Adressen, die für diesen Zweck eingetragen sind, gehen der allgemeinen E-Mail-Adresse vor."
        ),
    )
    basis = forms.ChoiceField(
        label=_("Rechtsgrundlage"),
        choices=[(key.value, name) for key, name in BASIS_NAMES.items()],
        initial=LegalBasis.TASK.value,
        help_text=_(
            "Bei „Einwilligung“ bekommen nur Personen etwas, deren Einwilligung für diesen Zweck eingetragen ist."
        ),
    )
    note = forms.CharField(label=_("Wofür genau"), max_length=300, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def entry(self) -> ListEntry:
        typed = self.cleaned_data
        return ListEntry(**{name: typed[name] for name in ("name", "purpose", "basis", "note")})


class ReasonForm(forms.Form):
    """Why somebody is put on a list or kept off it."""

    reason = forms.CharField(label=_("Begründung"), max_length=300)


class SearchForm(forms.Form):
    """Whom to add by hand."""

    q = forms.CharField(label=_("Name oder E-Mail"), required=False, max_length=100)


class UseForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Art"),
        choices=[(kind.value, kind.label) for kind in (ListUse.Kind.MAIL, ListUse.Kind.LETTER)],
        widget=forms.RadioSelect,
        initial=ListUse.Kind.MAIL.value,
    )
    subject = forms.CharField(label=_("Betreff"), max_length=150)
    body = forms.CharField(
        label=_("Text"),
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_(
            "Ohne Anrede: „Guten Tag Vorname Nachname,“ steht von selbst davor. Schließen Sie mit Gruß und Namen."
        ),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, use: ListUse | None = None, **kwargs: Any) -> None:
        if use is not None:
            kwargs["initial"] = {name: getattr(use, name) for name in ("subject", "body", "version")}
        super().__init__(*args, **kwargs)
        if use is not None:
            del self.fields["kind"]


class SendForm(forms.Form):
    """`seen` is the fingerprint of the recipients that the page showed."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
