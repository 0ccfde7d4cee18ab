"""Forms of offers: what is entered, and by what the lists can be narrowed (German names: they stand in the address)."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer, offer_choices
from bildungsnetz.network.domain import offer_words as words
from bildungsnetz.network.domain.offers import OfferEntry
from bildungsnetz.network.selectors.gazetteer import spots_called
from bildungsnetz.network.selectors.institutions import institutions, municipalities
from bildungsnetz.network.selectors.offers import WantedOffers

_GRADES = [("", "–"), *((str(grade), str(grade)) for grade in range(words.FIRST_GRADE, words.LAST_GRADE + 1))]
_ALL = ("", _("Alle"))
_CHOOSE = ("", _("Bitte wählen"))
_GROUPS = ("audiences", "access", "languages")
NEAR = 10  # kilometres, when nobody says how far
_FIRST = ("q", "thema", "klasse", "ort", "stand")


def _grade(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, required=False, coerce=int, empty_value=None, choices=_GRADES)


def _group(label: Any, of: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, choices=list(of.items()), widget=forms.CheckboxSelectMultiple
    )


class OfferForm(forms.Form):
    """Everything about an offer; the rules stand in the domain."""

    title = forms.CharField(label=_("Titel"), max_length=160)
    kind = forms.ChoiceField(label=_("Art des Angebots"), choices=[_CHOOSE, *words.KINDS.items()])
    topic = forms.ChoiceField(label=_("Thema"), choices=[_CHOOSE, *words.TOPICS.items()])
    description = forms.CharField(
        label=_("Beschreibung"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    audiences = _group(_("Zielgruppen"), words.AUDIENCES)
    grade_from = _grade(_("Von Klasse"))
    grade_to = _grade(_("Bis Klasse"))
    cost = forms.ChoiceField(label=_("Kosten"), choices=list(words.COSTS.items()), widget=forms.RadioSelect)
    cost_note = forms.CharField(
        label=_("Kosten im Einzelnen"),
        required=False,
        max_length=200,
        help_text=_("Zum Beispiel „60 € je Klasse“."),
    )
    place = forms.ChoiceField(label=_("Wo"), choices=list(words.PLACES.items()), widget=forms.RadioSelect)
    place_note = forms.CharField(
        label=_("Ort im Einzelnen"),
        required=False,
        max_length=200,
        help_text=_("Nur, wenn es nicht die Anschrift des Anbieters ist."),
    )
    starts_at = forms.DateTimeField(
        label=_("Beginn"),
        required=False,
        help_text=_("Nur bei einem festen Termin. Sonst genügt der Satz darunter."),
    )
    ends_at = forms.DateTimeField(label=_("Ende"), required=False)
    dates_note = forms.CharField(
        label=_("Termine in Worten"),
        required=False,
        max_length=300,
        help_text=_("Zum Beispiel „nach Absprache, vormittags“."),
    )
    capacity = forms.IntegerField(label=_("Plätze"), required=False, min_value=1, max_value=100_000)
    access = _group(_("Barrierefreiheit"), words.ACCESS)
    languages = _group(_("Sprachen"), words.LANGUAGES)
    contact_name = forms.CharField(
        label=_("Ansprechstelle"),
        required=False,
        max_length=120,
        help_text=_("Eine Stelle, keine Person: zum Beispiel „Museumspädagogik“. Sie ist für alle sichtbar."),
    )
    email = forms.EmailField(
        label=_("E-Mail"),
        required=False,
        help_text=_("Hierhin geht auch die Erinnerung, bevor das Angebot endet."),
    )
    phone = forms.CharField(label=_("Telefon"), required=False, max_length=40)
    website = forms.URLField(label=_("Internetseite"), required=False, max_length=300, assume_scheme="https")
    valid_until = forms.DateField(
        label=_("Gültig bis"),
        help_text=_("Der letzte Tag. Danach steht das Angebot nur noch im Arbeitsbereich."),
    )
    is_public = forms.BooleanField(label=_("Öffentlich zeigen"), required=False)
    reference = forms.CharField(
        label=_("Kennung beim Anbieter"),
        required=False,
        max_length=80,
        help_text=_("Daran erkennt ein Import das Angebot wieder."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    PARTS: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (_("Das Angebot"), ("title", "kind", "topic", "description")),
        (_("Für wen"), ("audiences", "grade_from", "grade_to", "languages", "access")),
        (_("Wann und wo"), ("place", "place_note", "starts_at", "ends_at", "dates_note", "capacity")),
        (_("Kosten"), ("cost", "cost_note")),
        (_("Kontakt"), ("contact_name", "email", "phone", "website")),
        (_("Veröffentlichung"), ("valid_until", "is_public", "reference")),
    )

    def groups(self) -> list[tuple[Any, list[BoundField]]]:
        """The fields by meaning, as the page shows them."""
        return [(title, [self[name] for name in names if name in self.fields]) for title, names in self.PARTS]

    def entry(self) -> OfferEntry:
        typed = {k: v for k, v in self.cleaned_data.items() if k not in {"version", "institution"}}
        return OfferEntry(**{**typed, **{name: frozenset(typed[name]) for name in _GROUPS}})


class NewOfferForm(OfferForm):
    """The first time also whose offer it is."""

    institution = RowField(label=_("Anbieter"), empty_label=_("Bitte wählen"))
    PARTS = (
        (_("Das Angebot"), ("institution", "title", "kind", "topic", "description")),
        *OfferForm.PARTS[1:],
    )
    field_order = ("institution",)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, institution=institutions(actor))


def initial_of(entry: OfferEntry, version: int) -> dict[str, Any]:
    """What the form starts from."""
    values = asdict(entry)
    return {**values, **{name: sorted(values[name]) for name in _GROUPS}, "version": version}


class OfferFilter(forms.Form):
    """Filters of the public list; an unknown value is treated as no filter."""

    q = forms.CharField(label=_("Suchwort"), required=False, max_length=100)
    thema = forms.ChoiceField(label=_("Thema"), required=False, choices=[_ALL, *words.TOPICS.items()])
    art = forms.ChoiceField(label=_("Art"), required=False, choices=[_ALL, *words.KINDS.items()])
    fuer = forms.ChoiceField(label=_("Für wen"), required=False, choices=[_ALL, *words.AUDIENCES.items()])
    klasse = forms.TypedChoiceField(
        label=_("Klasse"), required=False, coerce=int, empty_value=None, choices=[_ALL, *_GRADES[1:]]
    )
    kosten = forms.ChoiceField(label=_("Kosten"), required=False, choices=[_ALL, *words.COSTS.items()])
    wo = forms.ChoiceField(label=_("Wo"), required=False, choices=[_ALL, *words.PLACES.items()])
    ort = forms.TypedChoiceField(label=_("Stadt oder Gemeinde"), required=False, coerce=int, empty_value=None)
    zugang = forms.ChoiceField(
        label=_("Barrierefreiheit"), required=False, choices=[_ALL, *words.ACCESS.items()]
    )
    sprache = forms.ChoiceField(label=_("Sprache"), required=False, choices=[_ALL, *words.LANGUAGES.items()])

    naehe = forms.CharField(label=_("In der Nähe von (Adresse oder Ort)"), required=False, max_length=150)
    umkreis = forms.TypedChoiceField(
        label=_("Umkreis"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", f"{NEAR} km"), *[(str(km), f"{km} km") for km in (2, 5, 20, 50)]],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(str(each.pk), each.name) for each in municipalities()]
        offer_choices(self, ort=[_ALL, *places])

    def unknown_place(self) -> str:
        """The place that was typed where the register knows none by that name; empty otherwise."""
        self.is_valid()
        typed: str = self.cleaned_data.get("naehe", "").strip()
        return typed if typed and not spots_called(typed) else ""

    def first_fields(self) -> list[BoundField]:
        """What most people ask by; the rest is folded away."""
        return [self[name] for name in _FIRST if name in self.fields]

    def more_fields(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name not in _FIRST]

    def asks_more(self) -> bool:
        """Whether one of the folded filters is in use."""
        return any(self.data.get(name) for name in self.fields if name not in _FIRST)

    def wanted(self, sort: str) -> WantedOffers:
        """What the visitor asks for."""
        self.is_valid()
        chosen = self.cleaned_data
        return WantedOffers(
            text=chosen.get("q", ""),
            topic=chosen.get("thema", ""),
            kind=chosen.get("art", ""),
            audience=chosen.get("fuer", ""),
            grade=chosen.get("klasse"),
            cost=chosen.get("kosten", ""),
            place=chosen.get("wo", ""),
            municipality=chosen.get("ort"),
            access=chosen.get("zugang", ""),
            language=chosen.get("sprache", ""),
            near=chosen.get("naehe", ""),
            km=chosen.get("umkreis") or NEAR,
            state=chosen.get("stand", ""),
            sort=sort,
        )


class OfficeOfferFilter(OfferFilter):
    """The office may also ask for the state."""

    stand = forms.ChoiceField(
        label=_("Stand"),
        required=False,
        choices=[
            _ALL,
            ("gezeigt", _("öffentlich gezeigt")),
            ("abgelaufen", _("abgelaufen")),
            ("intern", _("nur intern")),
        ],
    )
