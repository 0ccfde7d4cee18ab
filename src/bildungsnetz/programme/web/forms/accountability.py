"""Which school year is reported on."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.calendar import SchoolYear
from bildungsnetz.core.web.fields import offer_choices


class ChooseYearForm(forms.Form):
    """The name of the field is German: it stands in the address."""

    marks_optional = False
    schuljahr = forms.TypedChoiceField(label=_("Schuljahr"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: Sequence[SchoolYear], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._latest = years[0]
        offer_choices(self, schuljahr=[(year.start, str(year)) for year in years])

    def year(self) -> SchoolYear | None:
        """The year asked for, the latest where none was named; None for one that cannot be reported on."""
        if not self.is_bound:
            return self._latest
        if not self.is_valid():
            return None
        start = self.cleaned_data["schuljahr"]
        return self._latest if start is None else SchoolYear(start)
