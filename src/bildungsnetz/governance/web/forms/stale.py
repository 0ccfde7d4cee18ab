"""Two people, one record: the second save shows what the first one wrote beside one's own text."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.db.models import Model


@dataclass(frozen=True)
class Difference:
    """One field in which what was saved differs from what was typed."""

    label: str
    theirs: str
    mine: str


def compare(form: forms.BaseForm, stored: Mapping[str, object]) -> list[Difference]:
    """The fields in which the stored record differs from the typed values.

    Afterwards the form carries the stored version: saving again is a decision taken with both texts in view.
    """
    carry_version(form, stored["version"])
    found = []
    for bound in form.visible_fields():
        if bound.name not in stored:
            continue
        theirs, mine = stored[bound.name], form.cleaned_data.get(bound.name)
        if _plain(theirs) != _plain(mine):
            found.append(Difference(str(bound.label), _shown(bound, theirs), _shown(bound, mine)))
    return found


def carry_version(form: forms.BaseForm, version: object) -> None:
    """Let a bound form go on from this version."""
    form.data = {**form.data.dict(), form.add_prefix("version"): str(version)}  # type: ignore[attr-defined]


def _plain(value: object) -> str:
    if isinstance(value, Model):
        return str(value.pk)
    return "" if value is None else str(value)


def _shown(bound: forms.BoundField, value: object) -> str:
    """The value in words: the label of a choice, else the text itself."""
    if isinstance(value, Model):
        return str(value)
    field = bound.field
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in bound.field.widget.choices}
        return labels.get(_plain(value), _plain(value))
    if isinstance(field, forms.DateField | forms.TimeField) and value is not None:
        return str(field.widget.format_value(value))
    return _plain(value)
