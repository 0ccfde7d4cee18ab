"""Forms of conferences, forums and contributions."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.web.fields import RowField, RowsField, offer
from bildungsnetz.core.web.public_forms import PublicForm
from bildungsnetz.core.web.versions import VersionedForm
from bildungsnetz.governance.domain.conferences import Audience
from bildungsnetz.governance.models import Contribution, Forum
from bildungsnetz.governance.selectors.conferences import in_forum
from bildungsnetz.network.api import running_fields_of_action

QUESTION = _("Die Frage, zu der die Teilnehmenden Vorschläge machen.")


class ConferenceForm(forms.Form):
    audience = forms.ChoiceField(label=_("Für wen"), choices=Audience.choices, widget=forms.RadioSelect)
    introduction = forms.CharField(
        label=_("Worum es geht"),
        help_text=_("Steht bei einer offenen Konferenz auf ihrer öffentlichen Seite."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ForumForm(VersionedForm):
    title = forms.CharField(label=_("Titel"), max_length=120)
    question = forms.CharField(
        label=_("Frage an die Teilnehmenden"),
        help_text=QUESTION,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class OpenForumForm(forms.Form):
    closes_at = forms.DateTimeField(
        label=_("Schließt von selbst um"),
        help_text=_("Sie können das Forum jederzeit vorher schließen."),
        widget=forms.DateTimeInput,
    )

    def moment(self) -> datetime:
        """The time typed is German time."""
        typed: datetime = self.cleaned_data["closes_at"]
        return typed.astimezone(BERLIN)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code des Forums"),
        help_text=_("Sechs Zeichen. Sie stehen auf der Leinwand."),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


class ContributionForm(PublicForm):
    title = forms.CharField(label=_("Ihr Vorschlag in einem Satz"), max_length=200)
    text = forms.CharField(
        label=_("Warum ist das wichtig?"),
        help_text=_("Bitte nennen Sie keine Namen von Kindern oder anderen Personen."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RefuseForm(forms.Form):
    reason = forms.CharField(label=_("Grund"), help_text=_("Nur für das Bildungsbüro."), max_length=300)


class TakeUpForm(forms.Form):
    field_of_action = RowField(label=_("Handlungsfeld"), required=False, empty_label=_("keines"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, field_of_action=running_fields_of_action())


class ContributionsField(RowsField):
    def label_from_instance(self, obj: Contribution) -> str:
        return obj.title


class MergeForm(forms.Form):
    contributions = ContributionsField(label=_("Beiträge"))
    title = forms.CharField(label=_("Was sie gemeinsam sagen"), help_text=_("In einem Satz."), max_length=200)
    text = forms.CharField(label=_("Begründung"), required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, actor: Actor, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, contributions=in_forum(actor, forum, "shown").filter(recommendation__isnull=True))
