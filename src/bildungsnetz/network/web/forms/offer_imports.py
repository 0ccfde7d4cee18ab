"""Forms of the import of offers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.network.domain.offer_import import COLUMN_NAMES
from bildungsnetz.network.exchange.offer_list import MAX_BYTES, Sheet, read_offer_list
from bildungsnetz.network.models import OfferImport
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.web.forms.uploads import read_upload

_COLUMN = "column_"


class OfferListForm(forms.Form):
    """The upload of a list; a file that cannot be read is an error of its field."""

    file = forms.FileField(
        label=_("Liste der Angebote"),
        help_text=_(
            "CSV, Excel (XLSX) oder XML, höchstens 10 MB. Was die Spalten bedeuten, legen Sie danach fest."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.xml"}),
    )
    sheet: Sheet

    def clean_file(self) -> Any:
        file: Any = self.cleaned_data["file"]
        self.sheet = read_upload(file, MAX_BYTES, lambda content: read_offer_list(content, file.name or ""))
        return file


class MappingForm(forms.Form):
    """What each of our fields is called in the list, and what holds for all rows."""

    institution = RowField(
        label=_("Anbieter aller Angebote"),
        required=False,
        empty_label=_("steht in einer Spalte"),
    )
    until = forms.DateField(
        label=_("Gültig bis, wenn die Liste nichts sagt"),
        required=False,
    )

    def __init__(self, *args: Any, actor: Actor, run: OfferImport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, institution=institutions(actor))
        columns: list[tuple[str, Any]] = [("", _("nicht in der Liste"))]
        columns += [(str(place), head or f"#{place + 1}") for place, head in enumerate(run.heads)]
        for name, label in COLUMN_NAMES.items():
            self.fields[_COLUMN + name] = forms.ChoiceField(
                label=_("Spalte: %(name)s") % {"name": label},
                required=False,
                choices=columns,
                initial=str(run.mapping.get(name, "")),
            )

    def mapping(self) -> dict[str, int]:
        """Field → place of its column."""
        chosen = {name: self.cleaned_data[_COLUMN + name] for name in COLUMN_NAMES}
        return {name: int(place) for name, place in chosen.items() if place != ""}
