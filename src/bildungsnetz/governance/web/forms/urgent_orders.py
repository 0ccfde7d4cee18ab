"""Forms of urgent orders."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.selectors.urgent_orders import bodies_that_order
from bildungsnetz.governance.web.forms.orders import OrderForm


class UrgentOrderForm(OrderForm):
    """An order with the body whose chairs give it, and the reason for the hurry."""

    governing_body = RowField(
        label=_("Gremium"), help_text=_("Beide Seiten seines Vorsitzes müssen zustimmen.")
    )
    reason = forms.CharField(
        label=_("Warum es eilt"),
        help_text=_("Warum kann der Auftrag nicht bis zur nächsten Sitzung warten?"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    visibility = forms.ChoiceField(
        label=_("Wer darf es lesen"),
        help_text=_("So wird auch der Punkt in der nächsten Sitzung."),
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        initial=Visibility.BODY,
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        self.fields["title"].max_length = 150  # type: ignore[attr-defined]
        self.fields["title"].widget.attrs["maxlength"] = "150"
        offer(self, governing_body=bodies_that_order(actor))

    def clean_title(self) -> str:
        title = str(self.cleaned_data["title"])
        if len(title) > 150:
            raise forms.ValidationError(_("Höchstens 150 Zeichen."))
        return title

    def facts(self) -> dict[str, Any]:
        """What was entered, as the service wants it."""
        said = self.cleaned_data
        return {
            "body": said["governing_body"],
            "reason": said["reason"],
            "visibility": said["visibility"],
            "terms": self.terms(),
        }
