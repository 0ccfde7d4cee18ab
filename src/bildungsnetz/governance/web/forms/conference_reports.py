"""Forms of conference reports, publishing and merging of recommendations, and the filter of the public list."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, RowsField, offer, offer_choices
from bildungsnetz.core.web.versions import VersionedForm
from bildungsnetz.governance.models import Recommendation
from bildungsnetz.governance.selectors import recommendations as reads
from bildungsnetz.governance.selectors.conference_reports import bodies_to_report_to
from bildungsnetz.governance.selectors.public_tracker import TrackerQuestion, public_fields, public_years
from bildungsnetz.governance.services.recommendations import Wording
from bildungsnetz.network.api import running_fields_of_action


class ReportForm(VersionedForm):
    until_on = forms.DateField(
        label=_("Empfehlungen bis"),
        help_text=_("Berichtet wird über alles, was die Konferenz bis zu diesem Tag beschlossen hat."),
        widget=forms.DateInput,
    )
    introduction = forms.CharField(
        label=_("Einleitung"), required=False, widget=forms.Textarea(attrs={"rows": 5})
    )


class NewReportForm(ReportForm):
    body = RowField(label=_("Bericht an"), empty_label=None)
    field_order = ("body",)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, body=bodies_to_report_to(actor))


class RecommendationsField(RowsField):
    def label_from_instance(self, obj: Recommendation) -> str:
        return f"{obj.reference}: {obj.title}"


class PublishForm(forms.Form):
    recommendations = RecommendationsField(label=_("Empfehlungen"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, recommendations=reads.unpublished(actor))


class MergeRecommendationsForm(forms.Form):
    recommendations = RecommendationsField(label=_("Empfehlungen"))
    title = forms.CharField(label=_("Empfehlung in einem Satz"), max_length=200)
    text = forms.CharField(label=_("Begründung"), required=False, widget=forms.Textarea(attrs={"rows": 5}))
    forum = forms.CharField(label=_("Forum"), required=False, max_length=120)
    field_of_action = RowField(label=_("Handlungsfeld"), required=False, empty_label=_("keines"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(
            self,
            recommendations=reads.not_yet_adopted(actor),
            field_of_action=running_fields_of_action(),
        )

    def wording(self) -> Wording:
        names = ("title", "text", "forum", "field_of_action")
        return Wording(**{name: self.cleaned_data[name] for name in names})


class TrackerFilter(forms.Form):
    """Names of the fields are German: they stand in the address."""

    q = forms.CharField(label=_("Stichwort"), required=False, max_length=100)
    jahr = forms.TypedChoiceField(label=_("Jahr"), required=False, coerce=int, empty_value=None)
    handlungsfeld = RowField(label=_("Handlungsfeld"), required=False, empty_label=_("Alle"))
    antwort = forms.ChoiceField(
        label=_("Antwort"),
        required=False,
        choices=[("", _("Alle")), ("beantwortet", _("beantwortet")), ("offen", _("noch offen"))],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = [(str(year), str(year)) for year in public_years()]
        offer_choices(self, jahr=[("", _("Alle")), *years])
        offer(self, handlungsfeld=public_fields())

    def question(self) -> TrackerQuestion:
        """What the address asks for; nonsense counts as not asked."""
        self.is_valid()
        chosen = self.cleaned_data
        return TrackerQuestion(
            text=chosen.get("q", ""),
            answer={"beantwortet": "answered", "offen": "open"}.get(chosen.get("antwort", ""), ""),
            year=chosen.get("jahr"),
            field_of_action=chosen.get("handlungsfeld"),
        )
