"""Forms of the merge of two entries."""

from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer, offer_choices
from bildungsnetz.network.domain.merging import MergeKind
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.merging import Preview
from bildungsnetz.network.selectors.people import people


class TwoForm(forms.Form):
    """Choose two entries by hand."""

    bleibt = RowField(label=_("Dieser Eintrag bleibt"))
    geht = RowField(label=_("Dieser geht in ihm auf"))

    def __init__(self, *args: Any, actor: Actor, kind: MergeKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows: Any = institutions(actor) if kind == MergeKind.INSTITUTION else people(actor)
        offer(self, bleibt=rows, geht=rows)


class MergeForm(forms.Form):
    """Which values come from the entry that goes."""

    taken = forms.MultipleChoiceField(
        label=_("Aus dem aufgehenden Eintrag übernehmen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Vorgewählt ist, was dem bleibenden Eintrag fehlt."),
    )

    def __init__(self, *args: Any, shown: Preview, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = [line for line in shown.fields if line.differs and not line.is_locked]
        choices = [(line.field, f"{line.label}: {Truncator(line.goes).chars(80)}") for line in lines]
        offer_choices(self, taken=choices)
        self.fields["taken"].initial = [line.field for line in lines if line.takes]
        if not lines:
            del self.fields["taken"]
