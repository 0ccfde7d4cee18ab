"""Filters of the pages on all bodies."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.governance.web.forms.bodies import DayForm
from bildungsnetz.network.api import fields_of_action


class SeatingDayForm(DayForm):
    """The day a page on all bodies speaks of."""

    am = forms.DateField(label=_("Am"), required=False, widget=forms.DateInput)


class MatrixForm(SeatingDayForm):
    feld = RowField(label=_("Handlungsfeld"), required=False, empty_label=_("alle"))
    mehrfach = forms.BooleanField(label=_("Nur wer in mehreren Gremien sitzt"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, feld=fields_of_action())

    def asked(self) -> dict[str, Any]:
        """What the selector of the matrix takes beside the day."""
        chosen = self.cleaned_data if self.is_valid() else {}
        return {"field": chosen.get("feld"), "several": bool(chosen.get("mehrfach"))}
