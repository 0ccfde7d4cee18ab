"""Forms of circular resolutions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core import files
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.governance.domain.circulars import LEVELS, positions_for
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import CircularSeat
from bildungsnetz.governance.selectors.circulars import bodies_to_ask
from bildungsnetz.governance.services.circulars import Question


class CircularForm(forms.Form):
    """What every seat of a body is asked."""

    body = RowField(label=_("Gremium"), help_text=_("Gefragt werden alle besetzten Sitze mit Stimme."))
    title = forms.CharField(label=_("Titel"), max_length=150)
    reason = forms.CharField(
        label=_("Worum geht es, und warum jetzt"),
        help_text=_("Warum kann es nicht bis zur nächsten Sitzung warten?"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wording = forms.CharField(
        label=_("Wortlaut des Beschlusses"),
        help_text=_("Über genau diesen Text wird abgestimmt; er lässt sich danach nicht mehr ändern."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    answer_by = forms.DateField(
        label=_("Antworten bis einschließlich"),
        help_text=_("Drei Tage vorher erinnern wir alle, die noch nicht geantwortet haben."),
        widget=forms.DateInput,
    )
    visibility = forms.ChoiceField(
        label=_("Wer darf es lesen"),
        help_text=_("So wird auch der Punkt in der nächsten Sitzung."),
        choices=[(level.value, level.label) for level in LEVELS],
        widget=forms.RadioSelect,
        initial=Visibility.BODY,
    )
    file = forms.FileField(
        label=_("Unterlage"),
        help_text=_("PDF, Text, Tabelle, Präsentation oder Bild, höchstens 25 MB."),
        widget=forms.FileInput(attrs={"accept": files.accepted()}),
        required=False,
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, body=bodies_to_ask(actor))

    def question(self) -> Question:
        """What was entered, as the service wants it."""
        said, file = self.cleaned_data, self.cleaned_data["file"]
        words = {name: said[name] for name in ("title", "reason", "wording", "answer_by", "visibility")}
        if file is None:
            return Question(**words)
        return Question(**words, file_name=file.name or "", file_content=file.read())


class AnswerForm(forms.Form):
    """The answer of a seat; a reservation is offered to those who speak for a side."""

    position = forms.ChoiceField(label=_("Ihre Antwort"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Vorbehalt, Widerspruch oder Anmerkung"),
        help_text=_("Nötig bei Vorbehalt und Widerspruch. Alle im Gremium können es nach dem Ende lesen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=4000,
    )

    def __init__(self, *args: Any, seat: CircularSeat, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"position": seat.position, "text": seat.text})
        super().__init__(*args, **kwargs)
        offered = positions_for(speaks_for_a_side=seat.speaks_for is not None)
        field = self.fields["position"]
        field.choices = [(each.value, _SAID[each.value]) for each in offered]  # type: ignore[attr-defined]


_SAID = {
    "agree": _("Ich stimme zu."),
    "reservation": _("Meine Seite stimmt mit Vorbehalt zu."),
    "abstain": _("Ich enthalte mich."),
    "object": _("Ich widerspreche; dann kommt die Sache in die nächste Sitzung."),
}
