"""Forms of papers, notes and publication."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core import files
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.governance.domain.visibility import paper_levels, paper_start
from bildungsnetz.governance.models import AgendaItem, Paper
from bildungsnetz.governance.policies.visibility import may_read_visibility

LEVELS_HELP = _("Nie weiter als der Punkt, zu dem sie gehört.")


class PaperForm(forms.Form):
    """Name and visibility of a paper; offered is only what its item and the asking person allow."""

    title = forms.CharField(
        label=_("Bezeichnung"),
        help_text=_("Ohne Angabe der Name der Datei."),
        max_length=200,
        required=False,
    )
    visibility = forms.ChoiceField(
        label=_("Wer darf sie lesen"), help_text=LEVELS_HELP, widget=forms.RadioSelect
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scope = item.session.body.scope
        levels = [
            level for level in paper_levels(item.visibility) if may_read_visibility(actor, level, scope)
        ]
        offer_choices(self, visibility=[(level.value, level.label) for level in levels])
        self.initial.setdefault("visibility", paper_start(item.visibility))


class NewPaperForm(PaperForm):
    """The upload of one file."""

    file = forms.FileField(
        label=_("Datei"),
        help_text=_(
            "PDF, Text, Tabelle, Präsentation oder Bild, höchstens 25 MB. PDF kommt in das Gesamtdokument."
        ),
        widget=forms.FileInput(attrs={"accept": files.accepted()}),
    )
    field_order = ("file",)

    def facts(self) -> dict[str, Any]:
        """What was sent, as the service takes it."""
        file = self.cleaned_data["file"]
        return {
            "name": file.name or "",
            "content": file.read(),
            "title": self.cleaned_data["title"],
            "visibility": self.cleaned_data["visibility"],
        }


def paper_values(paper: Paper) -> dict[str, object]:
    """The stored values as the form shows them."""
    return {"title": paper.title, "visibility": paper.visibility, "version": paper.version}


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Grund"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class MaybeReasonForm(ReasonForm):
    """Before the invitation nobody needs a reason."""

    reason = forms.CharField(label=_("Grund"), max_length=300, required=False, widget=forms.HiddenInput)


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Eigene Notiz"),
        help_text=_("Nur Sie sehen diese Notiz. Sie steht in keinem Export und in keinem Verlauf."),
        required=False,
        max_length=10000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
