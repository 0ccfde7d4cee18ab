"""Forms of bodies, their sides and seats."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.governance.domain.seats import SeatRule
from bildungsnetz.governance.domain.sides import (
    SIDE_KOMMUNE,
    SIDE_LAND,
    SIDE_OFFICE,
    SIDE_PARTNERS,
    SIDE_SCHOOLS,
    Side,
)
from bildungsnetz.governance.models import Body, BodySide, SeatRuleRow
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.services.bodies import BodySettings

STANDARD_SIDES = {
    side.key: side for side in (SIDE_LAND, SIDE_KOMMUNE, SIDE_SCHOOLS, SIDE_PARTNERS, SIDE_OFFICE)
}
SETTINGS = (
    "name",
    "kind",
    "purpose",
    "parent",
    "chair_model",
    "decision_rule",
    "member_objection_blocks",
    "total_max",
    "quorum_percent",
    "release_needed",
    "takes_requests",
    "proposal_days",
    "invitation_days",
    "papers_days",
    "minutes_days",
    "objection_days",
    "approval_reminder_days",
    "report_first_due_on",
    "is_active",
)


class DayForm(forms.Form):
    """The day a page speaks of; its name stands in the address."""

    am = forms.DateField(label=_("Besetzung am"), required=False, widget=forms.DateInput)

    def day(self, today: date) -> date:
        """The day asked for; today when none or nonsense was given. The field then shows it."""
        asked = (self.cleaned_data.get("am") if self.is_valid() else None) or today
        if not self.errors:
            self.data = {**self.data, "am": asked}
        return asked


class PresetForm(forms.Form):
    """What can be said when a body is set up as a preset describes it."""

    name = forms.CharField(label=_("Name"), max_length=120)
    purpose = forms.CharField(label=_("Aufgabe"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    parent = RowField(label=_("Gehört zu"), required=False, empty_label=_("keinem anderen Gremium"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, parent=bodies(actor))


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    """All settings of a body."""

    class Meta:
        model = Body
        fields = (*SETTINGS, "fields_of_action")
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "kind": forms.RadioSelect,
            "chair_model": forms.RadioSelect,
            "decision_rule": forms.RadioSelect,
            "fields_of_action": forms.CheckboxSelectMultiple,
            "report_first_due_on": forms.DateInput,
        }
        labels = {"is_active": _("Das Gremium arbeitet")}
        help_texts = {
            "decision_rule": _("Nur ein Gremium mit Konsens der Seiten erteilt Aufträge."),
            "release_needed": _("Mit Ko-Vorsitz jede Seite. Eine Änderung danach hebt die Freigabe auf."),
            "takes_requests": _(
                "Nur für Arbeitsgruppen: Wer ein Konto hat, kann auf der öffentlichen Seite um Mitarbeit bitten."
            ),
            "total_max": _("Ohne beratende Mitglieder. Leer heißt: keine Grenze."),
            "quorum_percent": _("Ein Hinweis, nie eine Sperre: Der Vorsitz kann anders feststellen."),
            "report_first_due_on": _("Danach jedes Jahr am selben Tag. Leer heißt: keine Berichtspflicht."),
            "fields_of_action": _(
                "Der Bericht über Überschneidungen vergleicht Gremien mit gleichem Handlungsfeld."
            ),
            "is_active": _(
                "Ohne Haken ruht das Gremium; es bleibt mit allem, was es beschlossen hat, sichtbar."
            ),
        }
        error_messages = {"name": {"unique": _("Ein Gremium mit diesem Namen gibt es schon.")}}

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.fields["parent"].empty_label = _("keinem anderen Gremium")  # type: ignore[attr-defined]
        self.fields["parent"].queryset = bodies(actor).exclude(pk=self.instance.pk or 0)  # type: ignore[attr-defined]
        for name in ("kind", "chair_model", "decision_rule"):
            field = self.fields[name]
            field.choices = [choice for choice in field.choices if choice[0]]  # type: ignore[attr-defined]

    def stored(self, body: Body) -> dict[str, object]:
        """What is saved now, to compare with what was typed."""
        return {name: getattr(body, name) for name in (*SETTINGS, "version")}

    def settings(self) -> BodySettings:
        """What was chosen."""
        chosen = {name: self.cleaned_data[name] for name in SETTINGS}
        return BodySettings(**chosen, fields_of_action=tuple(self.cleaned_data["fields_of_action"]))


class NewBodyForm(SettingsForm):
    """A body set up by hand starts with some of the usual sides; others can be added on its page."""

    sides = forms.MultipleChoiceField(
        label=_("Seiten"),
        help_text=_(
            "Für den Konsens zählen zunächst Land und Kommune. Das lässt sich danach je Seite ändern."
        ),
        choices=[(side.key, side.name) for side in STANDARD_SIDES.values()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Wählen Sie mindestens eine Seite.")},
    )

    def chosen_sides(self) -> list[Side]:
        return [STANDARD_SIDES[key] for key in self.cleaned_data["sides"]]


class SideForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = BodySide
        fields = ("name", "in_consensus")


class SeatRuleForm(forms.ModelForm):  # type: ignore[type-arg]
    """A kind of seat; what must fit together is said by the service."""

    class Meta:
        model = SeatRuleRow
        fields = (
            "side",
            "function",
            "minimum",
            "maximum",
            "nominating_party",
            "advisory",
            "valid_from",
            "valid_until",
        )
        widgets = {"valid_from": forms.DateInput, "valid_until": forms.DateInput}
        help_texts = {
            "function": _("Zum Beispiel: Schulaufsicht (obere und untere)."),
            "nominating_party": _("Wer um eine Benennung gebeten wird, wenn der Sitz frei ist."),
            "advisory": _("Zählt weder bei der Höchstzahl noch bei der Beschlussfähigkeit."),
            "valid_from": _("Leer heißt: von Anfang an."),
        }

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "side" in self.fields:
            self.fields["side"].queryset = body.sides.all()  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The service checks the rule as a whole and in our words."""

    def rule(self) -> SeatRule:
        chosen = self.cleaned_data
        return SeatRule(
            key="",
            side=chosen["side"].key if "side" in chosen else "",
            function=chosen["function"],
            minimum=chosen["minimum"],
            maximum=chosen["maximum"],
            nominating_party=chosen["nominating_party"],
            advisory=chosen["advisory"],
            valid_from=chosen.get("valid_from"),
            valid_until=chosen.get("valid_until"),
        )


class SeatChangeForm(SeatRuleForm):
    """A change of a seat takes effect on a day; the side stays."""

    class Meta(SeatRuleForm.Meta):
        fields = ("function", "minimum", "maximum", "nominating_party", "advisory")  # type: ignore[assignment]

    effective_on = forms.DateField(
        label=_("Änderung gilt ab"),
        help_text=_("Sitzungen vor diesem Tag behalten die bisherige Regel."),
        widget=forms.DateInput,
    )
