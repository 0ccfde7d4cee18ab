"""Which part of the network the graph shows, and for which day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.selectors.graph import Selection, first_year, source_names
from bildungsnetz.network.selectors.institutions import fields_of_action, municipalities
from bildungsnetz.network.selectors.kinds import kinds_in, plural_choices

ALL = ("", _("Alle"))
DISTANCES = (2, 5, 10, 20, 50)
NEAR = 10


class GraphFilter(forms.Form):
    """A year means its last day, the present one today; an exact day wins. Unknown values are treated as no filter."""

    jahr = forms.TypedChoiceField(label=_("Jahr"), required=False, coerce=int, empty_value=None)
    stichtag = forms.DateField(label=_("Genauer Stichtag"), required=False)
    thema = forms.TypedChoiceField(label=_("Thema"), required=False, coerce=int, empty_value=None)
    ort = forms.TypedChoiceField(label=_("Stadt oder Gemeinde"), required=False, coerce=int, empty_value=None)
    art = forms.ChoiceField(label=_("Art der Einrichtung"), required=False)
    herkunft = forms.ChoiceField(label=_("Woher wir es wissen"), required=False)

    def __init__(self, *args: Any, actor: Actor, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        years = range(today.year, (first_year() or today.year) - 1, -1)
        self._choose("jahr", [(str(y), str(y)) for y in years], first=("", _("heute")))
        self._choose("thema", [(str(field.pk), field.name) for field in fields_of_action()])
        self._choose("ort", [(str(each.pk), each.name) for each in municipalities()])
        self._choose("art", plural_choices(kinds_in(actor)))
        self._choose("herkunft", list(source_names().items()))

    def _choose(self, name: str, choices: list[Any], first: Any = ALL) -> None:
        self.fields[name].choices = [first, *choices]  # type: ignore[attr-defined]

    def wanted(self) -> Selection:
        """What is asked for."""
        self.is_valid()
        chosen = self.cleaned_data
        return Selection(
            on=chosen.get("stichtag") or self._day_of(chosen.get("jahr")),
            topic=chosen.get("thema"),
            municipality=chosen.get("ort"),
            kind=chosen.get("art", ""),
            source=chosen.get("herkunft", ""),
        )

    def _day_of(self, year: int | None) -> date:
        return self._today if year in {None, self._today.year} else date(year or 1, 12, 31)


class GapFilter(GraphFilter):
    """The same with a distance; schools only, so no kind."""

    entfernung = forms.TypedChoiceField(
        label=_("Im Umkreis von"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(str(km), f"{km} km") for km in DISTANCES],
    )
    field_order = ("thema", "ort", "entfernung", "jahr", "stichtag")

    def __init__(self, data: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__({"entfernung": str(NEAR), **data}, **kwargs)
        del self.fields["art"], self.fields["herkunft"]

    @property
    def kilometres(self) -> int:
        """The distance asked for."""
        self.is_valid()
        chosen: int = self.cleaned_data.get("entfernung") or NEAR
        return chosen
