"""What the lists can be narrowed to. Names of the fields are German: they stand in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.import_plan import ROW_KIND_NAMES
from bildungsnetz.network.domain.school_keys import SCHOOL_FORMS, STATUS_NAMES
from bildungsnetz.network.models import InstitutionKind
from bildungsnetz.network.selectors.directory import Wanted
from bildungsnetz.network.selectors.institutions import municipalities
from bildungsnetz.network.selectors.kinds import plural_choices

NEAR = 5  # kilometres, when nobody says how far


class InstitutionFilter(forms.Form):
    """Filters of the directory; an unknown value is treated as no filter."""

    q = forms.CharField(label=_("Name, Ort, Nummer"), required=False, max_length=100)
    ort = forms.TypedChoiceField(label=_("Stadt oder Gemeinde"), required=False, coerce=int, empty_value=None)
    art = forms.ChoiceField(label=_("Art der Einrichtung"), required=False)
    schulform = forms.ChoiceField(
        label=_("Schulform"), required=False, choices=[("", _("Alle")), *SCHOOL_FORMS.items()]
    )

    def __init__(self, *args: Any, kinds: list[InstitutionKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(str(each.pk), each.name) for each in municipalities()]
        self._choose("ort", places)
        self._choose("art", plural_choices(kinds))

    def _choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = [("", _("Alle")), *choices]  # type: ignore[attr-defined]

    def wanted(self, sort: str) -> Wanted:
        """What the visitor asks for."""
        self.is_valid()
        chosen = self.cleaned_data
        return Wanted(
            text=chosen.get("q", ""),
            municipality=chosen.get("ort"),
            kind=chosen.get("art", ""),
            school_form=chosen.get("schulform", ""),
            status=chosen.get("stand", ""),
            sort=sort,
        )


class NearFilter(InstitutionFilter):
    """The public directory may also be asked for what is near a place."""

    naehe = forms.CharField(label=_("In der Nähe von (Adresse oder Ort)"), required=False, max_length=150)
    umkreis = forms.TypedChoiceField(
        label=_("Umkreis"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", f"{NEAR} km"), *[(str(km), f"{km} km") for km in (1, 2, 10, 20, 50)]],
    )

    @property
    def place(self) -> str:
        """What was typed as place."""
        self.is_valid()
        typed: str = self.cleaned_data.get("naehe", "")
        return typed

    @property
    def kilometres(self) -> int:
        """How far "near" reaches."""
        self.is_valid()
        chosen: int = self.cleaned_data.get("umkreis") or NEAR
        return chosen


class OfficeFilter(InstitutionFilter):
    """The office may also ask for the state of operation."""

    stand = forms.ChoiceField(
        label=_("Betriebsstand"),
        required=False,
        choices=[("", _("Alle")), *[(key.value, name) for key, name in STATUS_NAMES.items()]],
    )


class PersonFilter(forms.Form):
    q = forms.CharField(label=_("Name oder E-Mail"), required=False, max_length=100)


class RowFilter(forms.Form):
    zeilen = forms.ChoiceField(
        label=_("Zeilen zeigen"),
        required=False,
        choices=[("", _("Alle")), *[(key.value, name) for key, name in ROW_KIND_NAMES.items()]],
    )
