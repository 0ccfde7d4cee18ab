"""Forms of templates, their recurring items, and of the plan of a year."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.calendar import SchoolYear
from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import SessionTemplate, TemplateItem
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors.templates import YearPlan
from bildungsnetz.governance.services.annual_plan import PlannedDay
from bildungsnetz.governance.services.templates import RecurringItem, TemplateSettings

MORE_ROWS = 2
_MONTHS_OF_SCHOOL_YEAR = [*range(8, 13), *range(1, 8)]
SETTINGS = ("name", "weekday", "week", "starts_at", "minutes", "mode", "place", "online_link")
ITEM = ("title", "kind", "summary", "minutes_planned", "visibility", "recurrence", "every")


class TemplateForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = SessionTemplate
        fields = SETTINGS
        widgets = {"starts_at": forms.TimeInput, "mode": forms.RadioSelect}
        help_texts = {
            "name": _("Zum Beispiel: Ordentliche Sitzung."),
            "place": _("Haus, Raum und Anschrift."),
        }

    months = forms.MultipleChoiceField(
        label=_("Monate"),
        choices=[(str(month), MONTHS[month]) for month in _MONTHS_OF_SCHOOL_YEAR],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Wählen Sie mindestens einen Monat.")},
    )
    online_link = forms.URLField(label=_("Link zur Videokonferenz"), required=False, assume_scheme="https")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = ("name", "months")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["months"] = [str(month) for month in self.instance.months]
        self.initial["version"] = self.instance.version
        self.fields["mode"].choices = [choice for choice in self.fields["mode"].choices if choice[0]]  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The service checks the whole and in our words."""

    def settings(self) -> TemplateSettings:
        chosen = {name: self.cleaned_data[name] for name in SETTINGS}
        return TemplateSettings(months=tuple(map(int, self.cleaned_data["months"])), **chosen)

    def stored(self, template: SessionTemplate) -> dict[str, object]:
        """What is saved now, to compare with what was typed."""
        found: dict[str, object] = {name: getattr(template, name) for name in (*SETTINGS, "version")}
        return found | {"months": [str(month) for month in template.months]}


class TemplateItemForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = TemplateItem
        fields = ITEM
        widgets = {
            "kind": forms.RadioSelect,
            "recurrence": forms.RadioSelect,
            "visibility": forms.RadioSelect,
            "summary": forms.Textarea(attrs={"rows": 4}),
        }
        labels = {"every": _("In jeder wievielten Sitzung")}
        help_texts = {"every": _("Zählt nur bei „in jeder n-ten Sitzung“: 4 heißt Sitzung 4, 8, 12 …")}

    def __init__(self, *args: Any, actor: Actor, scope: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = [level for level in Visibility if may_read_visibility(actor, level, scope)]
        offer_choices(self, visibility=[(level.value, level.label) for level in levels])
        for name in ("kind", "recurrence"):
            field = self.fields[name]
            field.choices = [choice for choice in field.choices if choice[0]]  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The service checks the whole and in our words."""

    def item(self) -> RecurringItem:
        return RecurringItem(**{name: self.cleaned_data[name] for name in ITEM})


class ChoosePlanForm(forms.Form):
    """For which template and school year; the names stand in the address."""

    vorlage = forms.ModelChoiceField(
        label=_("Sitzungsvorlage"), queryset=SessionTemplate.objects.none(), empty_label=_("Bitte wählen")
    )
    schuljahr = forms.TypedChoiceField(label=_("Schuljahr"), coerce=int)

    def __init__(self, *args: Any, templates: Any, years: Sequence[SchoolYear], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vorlage"].queryset = templates  # type: ignore[attr-defined]
        offer_choices(self, schuljahr=[(year.start, str(year)) for year in years])


class DayRow(forms.Form):
    """One session of the plan."""

    use = forms.BooleanField(label=_("planen"), required=False)
    on = forms.DateField(label=_("Datum"), required=False, widget=forms.DateInput)
    starts_at = forms.TimeField(label=_("Beginn"), required=False, widget=forms.TimeInput)
    blocked_reason = forms.CharField(label=_("Grund, falls der Tag frei ist"), required=False, max_length=300)
    hint = ""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("use"):
            for name in ("on", "starts_at"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Bitte füllen Sie dieses Feld aus."))
        return cleaned


class PlanYearForm(forms.Form):
    """All rows of the plan; errors of the service come back with the number of their row."""

    def __init__(self, data: Mapping[str, Any] | None, *, plan: YearPlan) -> None:
        super().__init__(data)
        first = [
            {"use": not day.blocked or day.is_moved, "on": day.on, "starts_at": plan.template.starts_at}
            for day in plan.proposed
        ]
        more: list[dict[str, object]] = [{"starts_at": plan.template.starts_at}] * MORE_ROWS
        self.rows = [
            DayRow(data, initial=row, prefix=str(number)) for number, row in enumerate([*first, *more])
        ]
        for row, day in zip(self.rows, plan.proposed, strict=False):
            row.hint = _hint(day.wanted, day.blocked, is_moved=day.is_moved)

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(row.is_valid() for row in self.rows)])

    def days(self) -> list[PlannedDay]:
        """The chosen rows."""
        return [
            PlannedDay(
                row.cleaned_data["on"],
                row.cleaned_data["starts_at"],
                row.cleaned_data["blocked_reason"],
                number,
            )
            for number, row in enumerate(self.rows)
            if row.cleaned_data["use"]
        ]

    def refuse(self, field: str | None, message: str) -> None:
        """Put what the service said to its row, or above."""
        number, _dash, name = (field or "").partition("-")
        if number.isdigit() and name:
            self.rows[int(number)].add_error(name, message)
        self.add_error(None, message)


def _hint(wanted: date, blocked: str, *, is_moved: bool) -> str:
    if not blocked:
        return ""
    text = _("statt %(day)s (%(name)s)") if is_moved else _("%(day)s ist frei: %(name)s")
    return str(text % {"day": f"{wanted:%d.%m.%Y}", "name": blocked})
