"""Forms of the comparison of school lists."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.reconciliation import REASON_NAMES
from bildungsnetz.network.domain.school_lists import ReadSchoolList
from bildungsnetz.network.exchange.school_list import read_school_list
from bildungsnetz.network.exchange.table import MAX_BYTES, UnreadableList
from bildungsnetz.network.web.forms.uploads import check_size


class SchoolListForm(forms.Form):
    """One published list and the day it speaks of."""

    file = forms.FileField(
        label=_("Schulliste"),
        help_text=_(
            "CSV-Datei: Schuldaten oder Sozialindex des Schulministeriums, Schulverzeichnis der "
            "Schulverwaltungssoftware, Verzeichnis von IT.NRW."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    as_of = forms.DateField(
        label=_("Stand der Liste"),
        help_text=_("Der Tag, für den die Liste gilt; bei IT.NRW der 15. Oktober des Schuljahres."),
    )

    def __init__(self, *args: Any, district: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.district = district

    def clean_file(self) -> Any:
        file: Any = self.cleaned_data["file"]
        check_size(file, MAX_BYTES)
        return file

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        file = cleaned.get("file")
        if isinstance(file, UploadedFile):
            try:
                cleaned["read"] = read_school_list(file.read(), district=self.district)
            except UnreadableList as fault:
                self.add_error("file", str(fault))
        return cleaned

    @property
    def read(self) -> ReadSchoolList:
        found: ReadSchoolList = self.cleaned_data["read"]
        return found


class ReasonFilter(forms.Form):
    grund = forms.ChoiceField(
        label=_("Grund"),
        required=False,
        choices=[
            ("", _("Alle")),
            ("pruefen", _("zu prüfen")),
            *[(reason.value, name) for reason, name in REASON_NAMES.items()],
        ],
    )

    @property
    def reason(self) -> str:
        """The chosen reason, empty for all."""
        chosen: str = self.cleaned_data.get("grund", "") if self.is_valid() else ""
        return chosen
