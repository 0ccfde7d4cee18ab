"""Forms of minutes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.minutes_merge import MergedSection, fingerprint
from bildungsnetz.governance.domain.minutes_text import Section, text_of
from bildungsnetz.governance.models import MinutesVersion

FEWEST_ROWS, MOST_ROWS, LINE = 2, 24, 70


@dataclass(frozen=True)
class SectionField:
    """A section in the form: its text, the fingerprint of what was shown, and what happened to it meanwhile."""

    field: BoundField
    shown: BoundField
    merged: MergedSection | None


class MinutesForm(forms.Form):
    """The text of each section; `version` and the fingerprints tell whether somebody else saved meanwhile."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, sections: Iterable[Section], merged: Iterable[MergedSection] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._merged = {entry.key: entry for entry in merged}
        self._keys = []
        for section in sections:
            self._keys.append(section.key)
            text = self._merged[section.key].text if section.key in self._merged else text_of(section)
            self.fields[f"text_{section.key}"] = forms.CharField(
                label=section.heading,
                required=False,
                initial=text,
                widget=forms.Textarea(attrs={"rows": _rows(text)}),
            )
            self.fields[f"shown_{section.key}"] = forms.CharField(
                widget=forms.HiddenInput, required=False, initial=fingerprint(text_of(section))
            )

    def section_fields(self) -> Iterator[SectionField]:
        """Each section with what happened to it meanwhile."""
        for key in self._keys:
            yield SectionField(self[f"text_{key}"], self[f"shown_{key}"], self._merged.get(key))

    def texts(self) -> dict[str, str]:
        """Section key → text as typed."""
        return self._values("text_")

    def shown(self) -> dict[str, str]:
        """Section key → fingerprint of the text the page showed."""
        return self._values("shown_")

    def _values(self, prefix: str) -> dict[str, str]:
        said: Mapping[str, Any] = self.cleaned_data
        return {key: said[f"{prefix}{key}"] for key in self._keys if f"{prefix}{key}" in self.data}


class TakeBackForm(forms.Form):
    """Why submitted minutes are taken back."""

    reason = forms.CharField(
        label=_("Grund"),
        max_length=300,
        help_text=_("Steht im Verlauf der Sitzung, den alle Mitglieder lesen können."),
    )


class SupplementForm(forms.Form):
    """A supplement to approved minutes."""

    text = forms.CharField(
        label=_("Was wird berichtigt oder ergänzt"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Nennen Sie den Tagesordnungspunkt. Alle, die das Protokoll lesen, sehen auch die Ergänzung."
        ),
    )
    reason = forms.CharField(label=_("Grund"), max_length=300)


class ObjectionForm(forms.Form):
    """What a member holds against the text of minutes."""

    text = forms.CharField(
        label=_("Was ist falsch festgehalten, und wie heißt es richtig"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        help_text=_(
            "Nennen Sie den Tagesordnungspunkt. Den Widerspruch lesen der Vorsitz und das Bildungsbüro."
        ),
    )


class AnswerForm(forms.Form):
    """Why the text stays, for one of the sides the person chairs."""

    reason = forms.CharField(
        label=_("Warum der Text bleibt"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        help_text=_(
            "Ist der Einwand richtig, antworten Sie nicht: Die Geschäftsführung nimmt das Protokoll zurück."
        ),
    )

    def __init__(self, *args: Any, sides: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(sides)
        self.fields["side"] = forms.ChoiceField(
            label=_("Für die Seite"),
            choices=offered,
            required=any(key for key, _name in offered),
            initial=offered[0][0],
            widget=forms.Select if len(offered) > 1 else forms.HiddenInput,
        )


class CompareForm(forms.Form):
    """Which two versions are compared; a wrong value of the address counts as not given."""

    def __init__(self, *args: Any, versions: Iterable[MinutesVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(row.number, f"{row.number}. {_('Fassung')}") for row in versions]
        for name, label, place in (("von", _("von"), 1), ("bis", _("bis"), 0)):
            chosen = choices[place][0] if place < len(choices) else None
            self.fields[name] = forms.TypedChoiceField(
                label=label, choices=choices, coerce=int, required=False, empty_value=None, initial=chosen
            )

    def wanted(self) -> tuple[int | None, int | None]:
        """Number of the older and of the newer version."""
        said = {} if not self.is_bound or not self.is_valid() else self.cleaned_data
        return said.get("von"), said.get("bis")


def _rows(text: str) -> int:
    lines = sum(1 + len(line) // LINE for line in text.split("\n"))
    return min(max(lines, FEWEST_ROWS), MOST_ROWS)
