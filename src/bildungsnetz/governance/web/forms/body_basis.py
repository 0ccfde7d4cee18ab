"""Forms of documents, reports, topic guests and consent."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core import files
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import offer, offer_choices
from bildungsnetz.governance.domain.body_documents import DocumentKind
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.services.body_basis import Upload
from bildungsnetz.governance.web.forms.mandates import OPEN_END, PersonField
from bildungsnetz.network.api import people

FILE = forms.FileInput(attrs={"accept": files.accepted()})


def upload_of(file: "UploadedFile[bytes] | None") -> Upload | None:
    """Name and content of what was sent."""
    return (file.name or "", file.read()) if file else None


class DocumentForm(forms.Form):
    kind = forms.ChoiceField(label=_("Art"), choices=DocumentKind.choices, widget=forms.RadioSelect)
    valid_from = forms.DateField(label=_("Gilt ab"), widget=forms.DateInput)
    file = forms.FileField(label=_("Datei"), widget=FILE)
    text = forms.CharField(
        label=_("Wortlaut"),
        help_text=_("Mit dem Wortlaut steht das Dokument auch in der Mappe für neue Mitglieder."),
        required=False,
        max_length=100000,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    note = forms.CharField(label=_("Was ist neu"), required=False, max_length=200)

    def facts(self) -> dict[str, Any]:
        """What was sent, as the service takes it."""
        chosen = {name: self.cleaned_data[name] for name in ("kind", "valid_from", "text", "note")}
        return {**chosen, "upload": upload_of(self.cleaned_data["file"])}


class ReportForm(forms.Form):
    due_on = forms.TypedChoiceField(label=_("Bericht zum"), coerce=date.fromisoformat)
    text = forms.CharField(
        label=_("Bericht"),
        help_text=_("Was wurde erreicht, was ist offen, was braucht das Gremium."),
        max_length=20000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    file = forms.FileField(label=_("Datei dazu"), required=False, widget=FILE)

    def __init__(self, *args: Any, owed: list[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(day.isoformat(), german_day(day)) for day in owed]
        offer_choices(self, due_on=choices)

    def facts(self) -> dict[str, Any]:
        """What was sent, as the service takes it."""
        chosen = {name: self.cleaned_data[name] for name in ("due_on", "text")}
        return {**chosen, "upload": upload_of(self.cleaned_data["file"])}


class TopicGuestForm(forms.Form):
    person = PersonField(label=_("Person"), empty_label=_("Person wählen"))
    topic = forms.CharField(label=_("Thema oder Anlass"), max_length=120)
    starts_on = forms.DateField(label=_("Gast ab"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("Gast bis einschließlich"), required=False, help_text=OPEN_END, widget=forms.DateInput
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, person=people(actor))


class ConsentForm(forms.Form):
    given_on = forms.DateField(label=_("Einwilligung vom"), widget=forms.DateInput)
    how = forms.CharField(
        label=_("Wie erteilt"),
        max_length=200,
        help_text=_("Zum Beispiel: schriftlich auf dem Mandatsbogen, oder hier selbst erklärt."),
    )
