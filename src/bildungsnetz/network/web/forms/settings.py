"""Forms of imports, outlines, fields of action and municipalities."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.coordinates import Point
from bildungsnetz.network.domain.import_plan import OfficialList
from bildungsnetz.network.domain.keys import KeyFault, district_key
from bildungsnetz.network.domain.outlines import Area, OutlineFault
from bildungsnetz.network.exchange.official_list import read_official_list
from bildungsnetz.network.exchange.outlines import MAX_BYTES as OUTLINE_BYTES
from bildungsnetz.network.exchange.outlines import read_outlines
from bildungsnetz.network.exchange.table import MAX_BYTES as LIST_BYTES
from bildungsnetz.network.exchange.table import UnreadableList
from bildungsnetz.network.services.fields_of_action import FieldEntry
from bildungsnetz.network.web.forms.uploads import check_size


class ImportForm(forms.Form):
    """The upload of an official list; a file that cannot be read is an error of its field."""

    file = forms.FileField(
        label=_("Amtliche Schulliste"),
        help_text=_(
            "CSV-Datei, wie das Land sie anbietet: Schuldaten des Schulministeriums, Schulverzeichnis der "
            "Schulverwaltungssoftware oder Verzeichnis der Schulen von IT.NRW."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    district = forms.CharField(
        label=_("Kreisschlüssel"),
        max_length=5,
        help_text=_("Die ersten fünf Stellen des Gemeindeschlüssels. Andere Kreise bleiben unberührt."),
    )

    content: bytes = b""

    def clean_file(self) -> Any:
        file: Any = self.cleaned_data["file"]
        check_size(file, LIST_BYTES)
        return file

    def clean_district(self) -> str:
        try:
            return district_key(self.cleaned_data["district"])
        except KeyFault as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        file, district = cleaned.get("file"), cleaned.get("district")
        if isinstance(file, UploadedFile) and district:
            self.content = file.read()
            try:
                cleaned["official"] = read_official_list(self.content, district=district)
            except UnreadableList as fault:
                self.add_error("file", str(fault))
        return cleaned

    @property
    def official(self) -> OfficialList:
        found: OfficialList = self.cleaned_data["official"]
        return found


class OutlineForm(forms.Form):
    """The upload of outlines for the map."""

    file = forms.FileField(
        label=_("Umrisse der Städte und Gemeinden"),
        help_text=_("GeoJSON in Grad (WGS 84), jede Fläche mit ihrem Gemeindeschlüssel als AGS."),
        widget=forms.FileInput(attrs={"accept": ".geojson,.json,application/geo+json"}),
    )
    attribution = forms.CharField(
        label=_("Quellenangabe"),
        max_length=200,
        help_text=_("Steht unter der Karte, zum Beispiel „© GeoBasis-DE / BKG 2024, dl-de/by-2-0“."),
    )

    def clean_file(self) -> Any:
        file: Any = self.cleaned_data["file"]
        check_size(file, OUTLINE_BYTES)
        return file

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        file = cleaned.get("file")
        if isinstance(file, UploadedFile):
            try:
                cleaned["areas"] = read_outlines(file.read())
            except OutlineFault as fault:
                self.add_error("file", str(fault))
        return cleaned

    @property
    def areas(self) -> tuple[Area, ...]:
        found: tuple[Area, ...] = self.cleaned_data["areas"]
        return found


class FieldOfActionForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    description = forms.CharField(
        label=_("Beschreibung"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    position = forms.IntegerField(
        label=_("Reihenfolge"),
        min_value=0,
        max_value=999,
        initial=0,
        help_text=_("Kleine Zahlen stehen vorn."),
    )
    ended_on = forms.DateField(
        label=_("Beendet am"),
        required=False,
        help_text=_("Beendete Handlungsfelder bleiben an alten Einträgen stehen."),
    )

    def entry(self) -> FieldEntry:
        return FieldEntry(**self.cleaned_data)


class MunicipalityForm(forms.Form):
    ags = forms.CharField(
        label=_("Gemeindeschlüssel (AGS)"), max_length=8, help_text=_("Acht Ziffern, zum Beispiel 05158008.")
    )
    name = forms.CharField(label=_("Name"), max_length=80)
    longitude = forms.FloatField(
        label=_("Länge der Beschriftung"),
        required=False,
        localize=True,
        help_text=_("In Grad. Hier steht der Name auf der Karte."),
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    latitude = forms.FloatField(
        label=_("Breite der Beschriftung"),
        required=False,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if (cleaned.get("longitude") is None) != (cleaned.get("latitude") is None):
            empty = "longitude" if cleaned.get("longitude") is None else "latitude"
            self.add_error(empty, _("Geben Sie Länge und Breite zusammen an oder keine von beiden."))
        return cleaned

    def label_point(self) -> Point | None:
        longitude, latitude = self.cleaned_data["longitude"], self.cleaned_data["latitude"]
        return None if longitude is None or latitude is None else Point(longitude, latitude)
