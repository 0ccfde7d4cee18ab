"""Forms of recommendations."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.web.fields import RowField, offer, offer_choices
from bildungsnetz.core.web.wording import moment
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.models import Recommendation, Session
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.recommendations import Asked, conferences, sessions_to_come, years
from bildungsnetz.governance.services.recommendations import Wording
from bildungsnetz.network.api import running_fields_of_action

ANSWERS = {"offen": "open", "berichten": "unreported", "beantwortet": "answered"}


class RecommendationFilter(forms.Form):
    """Names of the fields are German: they stand in the address."""

    antwort = forms.CharField(required=False, widget=forms.HiddenInput)
    q = forms.CharField(label=_("Text enthält"), required=False, max_length=100)
    jahr = forms.TypedChoiceField(label=_("Jahr"), required=False, coerce=int, empty_value=None)
    gremium = RowField(label=_("Empfohlen von"), required=False, empty_label=_("Alle"))
    handlungsfeld = RowField(label=_("Handlungsfeld"), required=False, empty_label=_("Alle"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(str(year), str(year)) for year in years(actor)]
        offer_choices(self, jahr=[("", _("Alle")), *found])
        recommending = bodies(actor).filter(recommendations__isnull=False).distinct()
        offer(self, gremium=recommending, handlungsfeld=running_fields_of_action())

    def asked(self) -> Asked:
        """What the address asks for; nonsense counts as not asked."""
        self.is_valid()
        chosen = self.cleaned_data
        field_of_action = chosen.get("handlungsfeld")
        return Asked(
            text=chosen.get("q", ""),
            answer=ANSWERS.get(chosen.get("antwort", ""), ""),
            year=chosen.get("jahr"),
            body=chosen.get("gremium"),
            field_of_action_id=field_of_action.pk if field_of_action else None,
        )


class WordingForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    class Meta:
        model = Recommendation
        fields = ("title", "text", "forum", "field_of_action")
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}
        help_texts = {"forum": _("In welcher Arbeitsrunde der Konferenz sie entstanden ist.")}

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.fields["field_of_action"].empty_label = _("keines")  # type: ignore[attr-defined]
        self.fields["field_of_action"].queryset = running_fields_of_action()  # type: ignore[attr-defined]

    def stored(self, recommendation: Recommendation) -> dict[str, object]:
        """What is saved now, to compare with what was typed."""
        return {name: getattr(recommendation, name) for name in (*self.Meta.fields, "version")}

    def wording(self) -> Wording:
        return Wording(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class CollectForm(WordingForm):
    """A new recommendation also says whose it is."""

    field_order = ("body", "title", "text", "forum", "field_of_action", "adopted")
    body = RowField(label=_("Empfohlen von"), empty_label=None)
    adopted = forms.BooleanField(label=_("Die Konferenz hat sie schon beschlossen"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, body=conferences(actor))


class TextForm(forms.Form):
    """The words that a step needs."""

    text = forms.CharField(label=_("Bericht an die Konferenz"), widget=forms.Textarea(attrs={"rows": 4}))


class SessionField(RowField):
    def label_from_instance(self, obj: Session) -> str:
        return f"{obj}, {moment(obj.starts_at.astimezone(BERLIN))}"


class AgendaForm(forms.Form):
    session = SessionField(label=_("Sitzung"), empty_label=None)
    proposal = forms.CharField(
        label=_("Beschlussvorschlag"),
        help_text=_(
            "Was der Lenkungskreis beschließen soll, als fertiger Satz. Er lässt sich später ändern."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, actor: Actor, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, session=sessions_to_come(actor, now))


class AnswerForm(forms.Form):
    position = forms.TypedChoiceField(
        label=_("Antwort des Lenkungskreises"), widget=forms.RadioSelect, coerce=RecommendationState
    )
    text = forms.CharField(
        label=_("Erläuterung"),
        help_text=_("Nötig, wenn die Empfehlung nicht so angenommen ist, wie sie lautet."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, positions: tuple[RecommendationState, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, position=[(each.value, each.label) for each in positions])
