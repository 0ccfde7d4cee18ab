"""Forms of portal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.web.public_forms import PublicForm
from bildungsnetz.core.web.versions import VersionedForm
from bildungsnetz.portal.domain.feedback import FeedbackKind

LONGEST_MESSAGE = 5000


class FeedbackForm(PublicForm):
    kind = forms.ChoiceField(
        label=_("Worum es geht"),
        choices=[
            (FeedbackKind.BARRIER, _("Eine Barriere: Ich kann etwas nicht lesen, bedienen oder verstehen")),
            (FeedbackKind.ERROR, _("Ein Fehler: Etwas ist falsch oder funktioniert nicht")),
            (FeedbackKind.PRAISE, _("Ein Lob")),
        ],
        widget=forms.RadioSelect,
    )
    message = forms.CharField(
        label=_("Ihre Nachricht"),
        help_text=_("Bitte nennen Sie hier keine Namen von Kindern, Schülerinnen oder Schülern."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST_MESSAGE,
    )
    page = forms.CharField(
        label=_("Seite, um die es geht"),
        help_text=_("Die Adresse der Seite oder ihr Titel."),
        required=False,
        max_length=300,
    )
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        help_text=_("Nur, wenn Sie eine Antwort möchten."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class AnswerForm(VersionedForm):
    answer = forms.CharField(
        label=_("Antwort oder Vermerk"), widget=forms.Textarea(attrs={"rows": 6}), max_length=LONGEST_MESSAGE
    )
    by_mail = forms.BooleanField(label=_("Diesen Text als Antwort per Mail senden"), required=False)

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if address:
            self.fields["by_mail"].help_text = _("An %(address)s.") % {"address": address}
        else:
            del self.fields["by_mail"]


class TextForm(VersionedForm):
    body = forms.CharField(
        label=_("Text"),
        help_text=_(
            "Eine leere Zeile trennt Absätze. Eine Zeile mit „## “ am Anfang wird zur Überschrift, mit „### “ zur "
            "kleineren Überschrift, mit „- “ zum Listenpunkt."
        ),
        widget=forms.Textarea(attrs={"rows": 24}),
        max_length=60_000,
    )
