"""The form of a briefing."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.models import AgendaItem
from bildungsnetz.network.api import SCHOOL_FORMS

Key = tuple[int, str]


class BriefingForm(forms.Form):
    """For each item a text for all, and one more for each school form that is represented."""

    introduction = forms.CharField(
        label=_("Einleitung"),
        help_text=_("Für alle Vertretungen der Schulen, zum Beispiel worauf es in dieser Sitzung ankommt."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        items: list[AgendaItem],
        school_forms: list[str],
        texts: dict[Key, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items, self.school_forms = items, school_forms
        for item in items:
            for form in ("", *school_forms):
                self.fields[_name(item.pk, form)] = forms.CharField(
                    label=_label(form),
                    required=False,
                    max_length=4000,
                    initial=texts.get((item.pk, form), ""),
                    widget=forms.Textarea(attrs={"rows": 2 if form else 3}),
                )

    def lines(self) -> list[tuple[AgendaItem, BoundField, list[BoundField], bool]]:
        """The items with their fields, and whether anything is said to one school form."""
        return [
            (item, self[_name(item.pk, "")], more, any(field.value() for field in more))
            for item in self.items
            for more in [[self[_name(item.pk, form)] for form in self.school_forms]]
        ]

    def texts(self) -> dict[Key, str]:
        keys = [(item.pk, form) for item in self.items for form in ("", *self.school_forms)]
        return {(item, form): self.cleaned_data[_name(item, form)] for item, form in keys}


def _name(item: int, form: str) -> str:
    return f"text_{item}_{form}" if form else f"text_{item}"


def _label(form: str) -> str:
    if not form:
        return _now("Text für alle")
    return _now("Zusätzlich für: %(form)s") % {"form": SCHOOL_FORMS[form]}
