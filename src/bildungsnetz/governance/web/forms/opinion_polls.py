"""Forms of opinion polls."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.web.fields import RowField, offer, offer_choices
from bildungsnetz.governance.models import OpinionPoll, Session
from bildungsnetz.governance.selectors.opinion_polls import items_to_ask_about


class PollForm(forms.Form):
    item = RowField(label=_("Tagesordnungspunkt"))
    question = forms.CharField(label=_("Frage"), max_length=300)
    options = forms.CharField(
        label=_("Antworten"),
        help_text=_("Zwei bis fünf, je Zeile eine."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    addresses = forms.CharField(
        label=_("E-Mail-Adressen"),
        help_text=_("Mindestens fünf, je Zeile eine. Wir speichern sie nicht bei der Umfrage."),
        max_length=12000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    closes_on = forms.DateField(label=_("Letzter Tag"), widget=forms.DateInput)
    is_shown_to_body = forms.BooleanField(label=_("Das Gremium darf das Ergebnis sehen"), required=False)

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, item=items_to_ask_about(session))

    def clean_options(self) -> list[str]:
        return [line for line in str(self.cleaned_data["options"]).splitlines() if line.strip()]

    def clean_addresses(self) -> list[str]:
        """Each a mail address, divided by lines, commas or semicolons."""
        found = [part for part in re.split(r"[\s,;]+", self.cleaned_data["addresses"]) if part]
        for address in found:
            try:
                validate_email(address)
            except ValidationError as wrong:
                text = _now("Das ist keine Mailadresse: %(address)s") % {"address": address[:80]}
                raise ValidationError(text) from wrong
        return found


class PollAnswerForm(forms.Form):
    option = forms.TypedChoiceField(label=_("Ihre Antwort"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, poll: OpinionPoll, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["option"].label = poll.question
        offer_choices(self, option=list(enumerate(poll.options)))
