"""Forms of agenda items."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, BodySide, Recommendation, Session
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors.agenda import recommendations_to_treat


class ItemForm(forms.Form):
    """An item of the agenda; fixed items keep title, kind and visibility."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(
        label=_("Titel"), help_text=_("So, wie er in der Einladung stehen soll."), max_length=200
    )
    kind = forms.ChoiceField(
        label=_("Was soll das Gremium tun?"), choices=ItemKind.choices, widget=forms.RadioSelect
    )
    submitted_by = forms.ModelChoiceField(
        label=_("Eingebracht von"),
        queryset=BodySide.objects.none(),
        required=False,
        empty_label=_("keiner Seite"),
    )
    summary = forms.CharField(
        label=_("Worum geht es"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    proposal = forms.CharField(
        label=_("Beschlussvorschlag"),
        help_text=_("Der Satz, über den das Gremium entscheidet."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    minutes_planned = forms.IntegerField(label=_("Minuten"), min_value=1, max_value=480)
    visibility = forms.ChoiceField(
        label=_("Wer darf es lesen"), choices=Visibility.choices, widget=forms.RadioSelect
    )

    def __init__(
        self, *args: Any, actor: Actor, session: Session, item: AgendaItem | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submitted_by"].queryset = session.body.sides.all()  # type: ignore[attr-defined]
        levels = [level for level in Visibility if may_read_visibility(actor, level, session.body.scope)]
        offer_choices(self, visibility=[(level.value, level.label) for level in levels])
        if item is not None and item.fixed:
            for name in ("title", "kind", "visibility"):
                self.fields[name].disabled = True


class NewItemForm(ItemForm):
    """A new item may take up a recommendation that waits for an answer."""

    recommendation: forms.ModelChoiceField[Recommendation] = forms.ModelChoiceField(
        label=_("Empfehlung, um die es geht"),
        queryset=Recommendation.objects.none(),
        required=False,
        empty_label=_("keine"),
    )
    field_order = ("title", "kind", "recommendation")

    def __init__(self, *args: Any, actor: Actor, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, session=session, **kwargs)
        self.fields["recommendation"].queryset = recommendations_to_treat(actor)  # type: ignore[attr-defined]


def item_values(item: AgendaItem) -> dict[str, object]:
    """The stored values as the form shows them."""
    return {
        "version": item.version,
        "title": item.title,
        "kind": item.kind,
        "submitted_by": item.submitted_by_id,
        "summary": item.summary,
        "proposal": item.proposal,
        "minutes_planned": item.minutes_planned,
        "visibility": item.visibility,
    }


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Grund"),
        help_text=_("Er bleibt beim Punkt stehen."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ResultForm(forms.Form):
    """The result of an item; `do` is the button pressed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    result = forms.CharField(
        label=_("Ergebnis der Beratung"),
        help_text=_("Steht so im Protokoll. Absätze trennt eine leere Zeile."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    do = forms.ChoiceField(
        choices=[(name, name) for name in ("save", "treat", "postpone", "draft")],
        required=False,
        widget=forms.HiddenInput,
    )
