"""Form fields of the house."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    _RowField = forms.ModelChoiceField[Any]
    _RowsField = forms.ModelMultipleChoiceField[Any]
else:
    _RowField = forms.ModelChoiceField
    _RowsField = forms.ModelMultipleChoiceField


class RowField(_RowField):
    """A choice among rows. Which rows depends on who asks: the form calls `offer` when it is made."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "empty_label", _("Bitte wählen") if kwargs.get("required", True) else _("– keine Angabe –")
        )
        super().__init__(queryset=None, **kwargs)


class RowsField(_RowsField):
    """A choice of several rows, offered the same way; shown as check boxes."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=None, **kwargs)


def offer(form: forms.BaseForm, **rows: QuerySet[Any]) -> None:
    """Give the row fields of a form what may be chosen, by name of the field."""
    for name, found in rows.items():
        field = form.fields[name]
        assert isinstance(field, RowField | RowsField), name  # noqa: S101 - a mistake of the programmer
        field.queryset = found


def offer_choices(form: forms.BaseForm, **choices: Iterable[tuple[Any, Any]]) -> None:
    """Give the choice fields of a form their pairs of value and words, by name of the field."""
    for name, pairs in choices.items():
        field = form.fields[name]
        assert isinstance(field, forms.ChoiceField), name  # noqa: S101 - a mistake of the programmer
        field.choices = list(pairs)
