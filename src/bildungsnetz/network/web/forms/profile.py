"""Forms of what an institution says about itself: profile, places with hours, ways of contact, relations."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.network.domain.accessibility import FEATURES
from bildungsnetz.network.domain.contact import PURPOSE_NAMES
from bildungsnetz.network.domain.languages import LANGUAGES
from bildungsnetz.network.domain.opening import WEEKDAYS, OpeningFault, Span, parse_day, typed_day
from bildungsnetz.network.domain.target_groups import TARGET_GROUPS
from bildungsnetz.network.selectors.institutions import fields_of_action
from bildungsnetz.network.services.channels import ChannelEntry
from bildungsnetz.network.services.profiles import ProfileEntry
from bildungsnetz.network.services.sites import ADDRESS, SiteEntry

CHANNEL_KINDS = (
    ("phone", _("Telefon")),
    ("fax", _("Fax")),
    ("email", _("E-Mail")),
    ("website", _("Internetseite")),
)


class ProfileForm(forms.Form):
    """The own fields of an institution; official ones stand beside it and are locked."""

    description = forms.CharField(
        label=_("Beschreibung"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    languages = forms.MultipleChoiceField(
        label=_("Sprachen"),
        required=False,
        choices=list(LANGUAGES.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("In diesen Sprachen kann man sich bei Ihnen verständigen."),
    )
    target_groups = forms.MultipleChoiceField(
        label=_("Zielgruppen"),
        required=False,
        choices=list(TARGET_GROUPS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    fields_of_action = forms.TypedMultipleChoiceField(
        label=_("Handlungsfelder"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = [(field.pk, field.name) for field in fields_of_action()]
        offer_choices(self, fields_of_action=fields)
        if not fields:
            del self.fields["fields_of_action"]

    def entry(self) -> ProfileEntry:
        typed = self.cleaned_data
        return ProfileEntry(
            description=typed["description"],
            languages=frozenset(typed["languages"]),
            target_groups=frozenset(typed["target_groups"]),
            fields_of_action=frozenset(typed.get("fields_of_action", [])),
        )


class SiteForm(forms.Form):
    """A place: address (unless the official list owns it), opening hours day by day, accessibility."""

    label = forms.CharField(
        label=_("Bezeichnung"),
        required=False,
        max_length=80,
        help_text=_("Zum Beispiel „Nebenstelle Gruiten“ oder „Haupthaus“."),
    )
    street = forms.CharField(label=_("Straße und Hausnummer"), required=False, max_length=120)
    postal_code = forms.CharField(label=_("Postleitzahl"), required=False, max_length=5)
    city = forms.CharField(label=_("Ort"), required=False, max_length=80)
    longitude = forms.FloatField(
        label=_("Länge"),
        required=False,
        localize=True,
        help_text=_("In Grad, zum Beispiel 6,975."),
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    latitude = forms.FloatField(
        label=_("Breite"),
        required=False,
        localize=True,
        help_text=_("In Grad, zum Beispiel 51,25."),
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    hours_note = forms.CharField(
        label=_("Ausnahmen"),
        required=False,
        max_length=500,
        help_text=_("Zum Beispiel „In den Schulferien nur vormittags“."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    accessibility = forms.MultipleChoiceField(
        label=_("Merkmale"),
        required=False,
        choices=list(FEATURES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    accessibility_note = forms.CharField(
        label=_("Hinweise"),
        required=False,
        max_length=500,
        help_text=_("Was die Liste nicht sagt, zum Beispiel „Rampe am Hintereingang, bitte klingeln“."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, is_locked: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_locked = is_locked
        for day, name in WEEKDAYS.items():
            self.fields[f"hours_{day}"] = forms.CharField(label=name, required=False, max_length=80)
        for locked in ADDRESS if is_locked else ():
            del self.fields[locked]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        spans: list[Span] = []
        for day in WEEKDAYS:
            try:
                spans += parse_day(day, cleaned.get(f"hours_{day}", ""))
            except OpeningFault as fault:
                self.add_error(f"hours_{day}", str(fault))
        cleaned["spans"] = tuple(spans)
        return cleaned

    def groups(self) -> list[tuple[str | Promise, str | Promise, list[BoundField]]]:
        """Title, hint and fields by meaning, as the page shows them."""
        address = ["label"] if self.is_locked else ["label", *ADDRESS]
        hours = [*(f"hours_{day}" for day in WEEKDAYS), "hours_note"]
        hint = _(
            "Mehrere Zeiten trennen Sie mit Komma: 8:00-12:00, 14:00-16:30. Ein leerer Tag ist geschlossen."
        )
        groups: tuple[tuple[str | Promise, str | Promise, list[str]], ...] = (
            (_("Anschrift"), "", address),
            (_("Öffnungszeiten"), hint, hours),
            (_("Barrierefreiheit"), "", ["accessibility", "accessibility_note"]),
        )
        return [(title, note, [self[name] for name in names]) for title, note, names in groups]

    def entry(self, locked: dict[str, Any]) -> SiteEntry:
        """What was typed; `locked` holds the address that the official list owns."""
        typed = {name: value for name, value in self.cleaned_data.items() if not name.startswith("hours_")}
        typed["hours_note"] = self.cleaned_data["hours_note"]
        typed["accessibility"] = frozenset(typed["accessibility"])
        return SiteEntry(**{**typed, **(locked if self.is_locked else {})})


def typed_hours(spans: Iterable[Span]) -> dict[str, str]:
    """The opening hours as the form starts with them."""
    found = list(spans)
    return {f"hours_{day}": typed_day(span for span in found if span.weekday == day) for day in WEEKDAYS}


class ChannelForm(forms.Form):
    kind = forms.ChoiceField(label=_("Art"), choices=CHANNEL_KINDS)
    value = forms.CharField(label=_("Angabe"), max_length=200)
    purpose = forms.ChoiceField(
        label=_("Zweck"),
        choices=list(PURPOSE_NAMES.items()),
        help_text=_("Ein Funktionspostfach bleibt, auch wenn die Person wechselt."),
    )
    is_public = forms.BooleanField(
        label=_("Im öffentlichen Verzeichnis zeigen"), required=False, initial=True
    )

    def entry(self) -> ChannelEntry:
        return ChannelEntry(**self.cleaned_data)
