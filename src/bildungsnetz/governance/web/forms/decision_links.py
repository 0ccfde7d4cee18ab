"""Forms around decisions: what they overtake, how they are counted, checking a paper."""

import hashlib
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.files import MOST_BYTES
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.core.web.public_forms import PublicForm
from bildungsnetz.governance.domain.decision_links import LinkKind
from bildungsnetz.governance.domain.decision_numbers import Numbering
from bildungsnetz.governance.models import Body, Decision
from bildungsnetz.governance.selectors.decision_links import may_be_overtaken


class LinkForm(forms.Form):
    """Which earlier decision is overtaken, and how."""

    kind = forms.ChoiceField(label=_("Dieser Beschluss"), choices=LinkKind.choices, widget=forms.RadioSelect)
    earlier = RowField(label=_("Früherer Beschluss"), empty_label=_("– bitte wählen –"))

    def __init__(self, *args: Any, actor: Actor, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, earlier=may_be_overtaken(actor, decision))


class NumberingForm(forms.Form):
    """How the decisions of a body are counted."""

    numbering = forms.ChoiceField(
        label=_("Beschlüsse zählen"),
        choices=Numbering.choices,
        widget=forms.RadioSelect,
        help_text=_("Gilt ab dem nächsten Beschluss. Vergebene Nummern bleiben."),
    )


class TermForm(forms.Form):
    """A council term."""

    label = forms.CharField(
        label=_("Zeichen"), max_length=20, help_text=_("Steht hinter der Nummer, z. B. „3/XVII“.")
    )
    starts_on = forms.DateField(label=_("von"))
    ends_on = forms.DateField(label=_("bis einschließlich"))


class CheckForm(PublicForm):
    """The paper somebody holds, as a file or by the digits printed on it."""

    marks_optional = False

    file = forms.FileField(label=_("PDF des Protokolls"), required=False)
    digits = forms.CharField(
        label=_("oder die Prüfsumme"),
        required=False,
        max_length=120,
        help_text=_("64 Zeichen; Leerzeichen dürfen bleiben. Sie steht am Ende des Protokolls."),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        file, digits = said.get("file"), "".join(str(said.get("digits") or "").split()).lower()
        if file is not None and file.size > MOST_BYTES:
            self.add_error("file", _("Die Datei ist zu groß."))
        elif file is not None:
            said["sha256"] = hashlib.sha256(file.read()).hexdigest()
        elif len(digits) == hashlib.sha256().digest_size * 2:
            said["sha256"] = digits
        else:
            self.add_error(
                "digits", _("Wählen Sie eine Datei, oder schreiben Sie alle 64 Zeichen der Prüfsumme.")
            )
        return said


def numbering_of(body: Body) -> dict[str, str]:
    """The present values of the form."""
    return {"numbering": body.numbering}
