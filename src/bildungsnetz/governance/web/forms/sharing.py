"""Forms of passing on."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.selectors.sharing import Point
from bildungsnetz.governance.services.sharing import Said


class SummaryForm(forms.Form):
    """One check box and one field for each item that may be passed on."""

    introduction = forms.CharField(
        label=_("Einleitung"),
        help_text=_("Ihre Worte an die, die Sie vertreten. Schreiben Sie nichts Vertrauliches hinein."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, points: list[Point], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.points = points
        for point in points:
            key = point.entry.item.pk
            self.fields[f"in_{key}"] = forms.BooleanField(
                label=_("weitergeben"), required=False, initial=point.is_included
            )
            self.fields[f"text_{key}"] = forms.CharField(
                label=_("Ihr Hinweis dazu"),
                required=False,
                max_length=2000,
                initial=point.remark,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def lines(self) -> list[tuple[Point, BoundField, BoundField]]:
        """The items with their fields."""
        keys = [(point, point.entry.item.pk) for point in self.points]
        return [(point, self[f"in_{key}"], self[f"text_{key}"]) for point, key in keys]

    def said(self) -> dict[int, Said]:
        data, keys = self.cleaned_data, [point.entry.item.pk for point in self.points]
        return {key: Said(data[f"in_{key}"], data[f"text_{key}"]) for key in keys}


class LinkForm(forms.Form):
    link_until = forms.DateField(
        label=_("Link gilt bis einschließlich"),
        help_text=_("Höchstens 90 Tage. Wer den Link hat, liest ohne Konto."),
        widget=forms.DateInput,
    )
