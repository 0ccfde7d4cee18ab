"""The gallery of building blocks: each component once, with real text. Wired in demo and development mode only."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers.chain import Link

TODAY = date(2026, 11, 24)
PLACES = [("haan", "Haan"), ("hilden", "Hilden"), ("langenfeld", "Langenfeld")]


class ExampleForm(forms.Form):
    title = forms.CharField(label=_("Titel"), help_text=_("So, wie er in der Einladung stehen soll."))
    place = forms.ChoiceField(label=_("Kommune"), choices=[("", _("Bitte wählen")), *PLACES])
    on = forms.DateField(label=_("Datum"))
    starts_at = forms.DateTimeField(label=_("Beginn"), required=False)
    note = forms.CharField(label=_("Bemerkung"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    mode = forms.ChoiceField(
        label=_("Form der Sitzung"),
        choices=[("room", _("Vor Ort")), ("video", _("Als Videokonferenz"))],
        widget=forms.RadioSelect,
    )
    fields_of_action = forms.MultipleChoiceField(
        label=_("Handlungsfelder"),
        help_text=_("Mehrere sind möglich."),
        choices=[
            ("language", _("Sprachbildung")),
            ("transition", _("Übergang Schule – Beruf")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    paper = forms.FileField(label=_("Sitzungsvorlage"), help_text=_("PDF, höchstens 10 MB."), required=False)
    public = forms.BooleanField(label=_("Die Sitzung ist öffentlich"), required=False)


class ExampleFilter(forms.Form):
    q = forms.CharField(label=_("Name enthält"), required=False)
    place = forms.ChoiceField(label=_("Kommune"), choices=[("", _("Alle")), *PLACES], required=False)


@dataclass(frozen=True)
class ExampleEntry:
    at: datetime
    sentence: str


@dataclass(frozen=True)
class ExampleStep:
    label: str
    state: str
    url: str = ""


def examples(request: HttpRequest) -> dict[str, object]:
    """What the template of the gallery shows; `?fehler` fills the form wrongly."""
    page = Paginator(range(1, 401), 25).get_page(request.GET.get("seite"))
    wrong = ExampleForm({"title": "", "place": "", "on": "", "mode": ""})
    return {
        "today": TODAY,
        "page": page,
        "sort": request.GET.get("sortierung", ""),
        "form": wrong if "fehler" in request.GET else ExampleForm(),
        "filter": ExampleFilter(request.GET),
        "chain": _chain(),
        "entries": _entries(),
        "steps": _steps(),
        "late": date(2026, 11, 22),
        "soon": date(2026, 11, 27),
    }


def _chain() -> list[Link]:
    return [
        Link(
            "recommendation",
            3,
            _("Empfehlung"),
            "Sprachförderung vor der Einschulung stärken",
            _("beraten"),
            "success",
        ),
        Link(
            "item",
            11,
            _("Tagesordnungspunkt"),
            "TOP 4: Sprachförderung",
            _("behandelt"),
            "success",
            date(2026, 3, 12),
            "#",
        ),
        Link(
            "decision",
            7,
            _("Beschluss"),
            "Landkarte der Sprachangebote",
            _("angenommen"),
            "success",
            date(2026, 3, 12),
            "#",
        ),
        Link(
            "order",
            5,
            _("Auftrag"),
            "Landkarte bis Jahresende vorlegen",
            _("überfällig"),
            "danger",
            date(2026, 11, 22),
            "#",
        ),
        Link(
            "measure",
            9,
            _("Maßnahme"),
            "Erhebung bei Kitas und Grundschulen",
            _("läuft"),
            "info",
            date(2026, 5, 4),
            "#",
        ),
        Link(
            "measure",
            10,
            _("Maßnahme"),
            "Fachtag Sprachbildung",
            _("geplant"),
            "quiet",
            date(2027, 2, 3),
            "#",
        ),
    ]


def _entries() -> list[ExampleEntry]:
    return [
        ExampleEntry(
            datetime(2026, 11, 20, 9, 12, tzinfo=UTC),
            "Petra Sommer hat das Fälligkeitsdatum auf den 22.11.2026 gesetzt.",
        ),
        ExampleEntry(
            datetime(2026, 3, 12, 15, 40, tzinfo=UTC),
            "Dr. Karl Winter hat den Auftrag aus dem Beschluss angelegt.",
        ),
    ]


def _steps() -> list[ExampleStep]:
    return [
        ExampleStep("Tagesordnung", "done", "#"),
        ExampleStep("Einladung", "current"),
        ExampleStep("Sitzung", "todo"),
        ExampleStep("Niederschrift", "todo"),
    ]
