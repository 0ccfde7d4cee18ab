"""Forms of institutions. Rules stand in the domain; the forms only bring values into shape."""

from dataclasses import asdict, replace
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.network.domain.entry import InstitutionEntry
from bildungsnetz.network.domain.school_keys import LEGAL_FORM_NAMES, SCHOOL_FORMS, STATUS_NAMES
from bildungsnetz.network.selectors.institutions import fields_of_action, municipalities
from bildungsnetz.network.selectors.kinds import kind_choices


class OwnFieldsForm(forms.Form):
    """What the office keeps itself, also about institutions of the official list."""

    description = forms.CharField(
        label=_("Beschreibung"),
        required=False,
        max_length=4000,
        help_text=_("Erscheint im öffentlichen Verzeichnis, wenn die Einrichtung dort gezeigt wird."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    fields_of_action = forms.TypedMultipleChoiceField(
        label=_("Handlungsfelder"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    social_index = forms.IntegerField(
        label=_("Schulsozialindex"),
        required=False,
        min_value=1,
        max_value=9,
        help_text=_("Nur für Schulen: Stufe 1 bis 9 nach der Liste des Schulministeriums."),
    )
    is_public = forms.BooleanField(
        label=_("Im öffentlichen Verzeichnis zeigen"),
        required=False,
        help_text=_("Name, Anschrift, Kontakt und Beschreibung sind dann für alle sichtbar. Personen nie."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = [(field.pk, field.name) for field in fields_of_action()]
        offer_choices(self, fields_of_action=fields)
        if not fields:
            del self.fields["fields_of_action"]

    def entry(self, before: InstitutionEntry) -> InstitutionEntry:
        """The entry as it was, with what was typed."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        if "fields_of_action" in typed:
            typed["fields_of_action"] = frozenset(typed["fields_of_action"])
        return replace(before, **typed)


class InstitutionForm(OwnFieldsForm):
    """All fields, for institutions that the office enters itself."""

    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Art der Einrichtung"))
    school_form = forms.ChoiceField(
        label=_("Schulform"),
        required=False,
        choices=[("", _("Keine")), *SCHOOL_FORMS.items()],
        help_text=_("Nur für Schulen."),
    )
    legal_form = forms.ChoiceField(label=_("Rechtsform"), choices=list(LEGAL_FORM_NAMES.items()))
    status = forms.ChoiceField(label=_("Betriebsstand"), choices=list(STATUS_NAMES.items()))
    municipality = forms.TypedChoiceField(label=_("Stadt oder Gemeinde"), coerce=int)
    street = forms.CharField(label=_("Straße und Hausnummer"), required=False, max_length=120)
    postal_code = forms.CharField(label=_("Postleitzahl"), required=False, max_length=5)
    city = forms.CharField(label=_("Ort"), required=False, max_length=80)
    longitude = forms.FloatField(
        label=_("Länge"),
        required=False,
        localize=True,
        help_text=_(
            "In Grad, zum Beispiel 6,975. Ohne Länge und Breite fehlt die Einrichtung auf der Karte."
        ),
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    latitude = forms.FloatField(
        label=_("Breite"),
        required=False,
        localize=True,
        help_text=_("In Grad, zum Beispiel 51,25."),
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    phone = forms.CharField(label=_("Telefon"), required=False, max_length=40)
    email = forms.EmailField(label=_("E-Mail"), required=False, max_length=200)
    website = forms.URLField(label=_("Internetseite"), required=False, max_length=200, assume_scheme="https")
    WHAT = ("name", "kind", "school_form", "legal_form", "status")
    WHERE = ("municipality", "street", "postal_code", "city", "longitude", "latitude")
    REACH = ("phone", "email", "website")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = kind_choices(kept=self.initial.get("kind", ""))
        offer_choices(self, kind=[("", _("Bitte wählen")), *kinds])
        places = [(each.pk, each.name) for each in municipalities()]
        offer_choices(self, municipality=[("", _("Bitte wählen")), *places])

    def groups(self) -> list[tuple[str | Promise, list[BoundField]]]:
        """The fields by meaning, as the page shows them."""
        own = [name for name in OwnFieldsForm.base_fields if name in self.fields and name != "version"]
        groups = (
            (_("Die Einrichtung"), self.WHAT),
            (_("Ort"), self.WHERE),
            (_("Kontakt"), self.REACH),
            (_("Im Netzwerk"), own),
        )
        return [(title, [self[name] for name in names]) for title, names in groups]

    def new_entry(self) -> InstitutionEntry:
        """A fresh entry from what was typed."""
        return self.entry(InstitutionEntry(name="", kind="", municipality=0))


def initial_of(entry: InstitutionEntry, version: int) -> dict[str, Any]:
    """What the form of an existing institution starts with."""
    return {**asdict(entry), "fields_of_action": list(entry.fields_of_action), "version": version}
