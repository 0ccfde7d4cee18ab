"""Forms of surveys: setting one up, and answering it without an account."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.network.domain.cooperation import INTENSITY_NAMES, Intensity
from bildungsnetz.network.domain.survey import (
    DEFAULT_BASIS,
    DEFAULT_PURPOSE,
    DEFAULT_QUESTION,
    INVITATION_STATES,
    AnswerEntry,
    SurveyEntry,
)
from bildungsnetz.network.models import NetworkSurvey
from bildungsnetz.network.selectors.institutions import municipalities, running_fields_of_action
from bildungsnetz.network.selectors.kinds import kind_choices
from bildungsnetz.network.web.forms.lookup import InstitutionLookup

_PARAGRAPH = {"rows": 4}


class SurveyForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("Titel"),
        max_length=150,
        help_text=gettext_lazy("Betreff der Mail, zum Beispiel „Netzwerkbefragung 2026“."),
    )
    question = forms.CharField(label=gettext_lazy("Frage"), max_length=300)
    kind = forms.ChoiceField(label=gettext_lazy("Art der Einrichtungen"), required=False)
    municipality = forms.TypedChoiceField(
        label=gettext_lazy("Stadt oder Gemeinde"), required=False, coerce=int, empty_value=None
    )
    closes_on = forms.DateField(
        label=gettext_lazy("Letzter Tag zum Antworten"),
        help_text=gettext_lazy(
            "Eine Woche vorher geht eine Erinnerung an alle, die nicht geantwortet haben."
        ),
    )
    purpose = forms.CharField(
        label=gettext_lazy("Wozu wir fragen"), max_length=2000, widget=forms.Textarea(attrs=_PARAGRAPH)
    )
    legal_basis = forms.CharField(
        label=gettext_lazy("Rechtsgrundlage und Freiwilligkeit"),
        max_length=2000,
        widget=forms.Textarea(attrs=_PARAGRAPH),
        help_text=gettext_lazy("Zweck und Rechtsgrundlage sind der Text, in den die Einrichtung einwilligt."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        texts = {"question": DEFAULT_QUESTION, "purpose": DEFAULT_PURPOSE, "legal_basis": DEFAULT_BASIS}
        kwargs["initial"] = {name: str(text) for name, text in texts.items()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        everybody = [("", _("Alle"))]
        offer_choices(self, kind=[*everybody, *kind_choices()])
        cities = [(str(each.pk), each.name) for each in municipalities()]
        offer_choices(self, municipality=[*everybody, *cities])

    def entry(self) -> SurveyEntry:
        return SurveyEntry(**{name: value for name, value in self.cleaned_data.items() if name != "version"})


def initial_of(survey: NetworkSurvey) -> dict[str, Any]:
    """What the form of a draft starts with."""
    names = ("title", "question", "kind", "closes_on", "purpose", "legal_basis", "version")
    return {
        "municipality": survey.municipality_id,
        **{name: getattr(survey, name) for name in names},
    }


class InvitationFilter(forms.Form):
    stand = forms.ChoiceField(
        label=gettext_lazy("Stand"),
        required=False,
        choices=[("", gettext_lazy("Alle")), *[(key.value, name) for key, name in INVITATION_STATES.items()]],
    )

    @property
    def state(self) -> str:
        """The chosen state, empty for all."""
        chosen: str = self.cleaned_data.get("stand", "") if self.is_valid() else ""
        return chosen


class AnswerForm(forms.Form):
    """One partner, and the consent while it has not been given."""

    partner = InstitutionLookup(label=gettext_lazy("Mit wem arbeiten Sie zusammen?"))
    field_of_action = forms.TypedChoiceField(
        label=gettext_lazy("Zu welchem Thema?"), required=False, coerce=int, empty_value=None
    )
    intensity = forms.TypedChoiceField(
        label=gettext_lazy("Wie oft?"),
        coerce=int,
        choices=list(INTENSITY_NAMES.items()),
        initial=Intensity.SOMETIMES.value,
    )
    consent = forms.BooleanField(label=gettext_lazy("Ich willige ein."), required=False)

    def __init__(self, *args: Any, has_consented: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = [(str(field.pk), field.name) for field in running_fields_of_action()]
        offer_choices(self, field_of_action=[("", _("Kein bestimmtes")), *topics])
        if has_consented:
            del self.fields["consent"]

    @property
    def consents(self) -> bool:
        return bool(self.cleaned_data.get("consent"))

    def entry(self) -> AnswerEntry:
        told = self.cleaned_data
        return AnswerEntry(told["partner"], told["intensity"], told["field_of_action"])


class NobodyForm(forms.Form):
    """Working together with nobody is an answer too, and needs the same consent."""

    consent = forms.BooleanField(label=gettext_lazy("Ich willige ein."), required=False)
