"""The upload of a table that comes back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.import_plan import ROW_KIND_NAMES, RowKind
from bildungsnetz.network.domain.questions import Subject
from bildungsnetz.network.domain.sheets import SheetRow
from bildungsnetz.network.exchange.sheets import MAX_BYTES, read_sheet
from bildungsnetz.network.web.forms.uploads import read_upload


class SheetForm(forms.Form):
    """A file that cannot be read is an error of its field."""

    file = forms.FileField(
        label=_("Geänderte Excel-Tabelle"),
        help_text=_(
            "Eine Tabelle aus der gezielten Suche, höchstens 10 MB. Spalten und Zeilen dürfen fehlen."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    subject: Subject
    rows: list[SheetRow]

    def clean_file(self) -> Any:
        file: Any = self.cleaned_data["file"]
        self.subject, self.rows = read_upload(file, MAX_BYTES, read_sheet)
        return file


class SheetRowFilter(forms.Form):
    zeilen = forms.ChoiceField(
        label=_("Zeilen zeigen"),
        required=False,
        choices=[
            ("", _("Alle")),
            *[
                (kind.value, ROW_KIND_NAMES[kind])
                for kind in (RowKind.CHANGED, RowKind.UNCHANGED, RowKind.REFUSED)
            ],
        ],
    )
