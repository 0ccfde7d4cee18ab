"""Forms of the self-check."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer
from bildungsnetz.governance.domain.self_check import STATEMENTS, Category, Rating
from bildungsnetz.governance.selectors.self_checks import bodies_to_check


class StartForm(forms.Form):
    body = RowField(label=_("Gremium"), empty_label=None)
    closes_on = forms.DateField(
        label=_("Letzter Tag"),
        help_text=_("Zwei bis drei Wochen sind üblich. Das Ergebnis steht danach bereit."),
        widget=forms.DateInput,
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, body=bodies_to_check(actor))


class RatingForm(forms.Form):
    """One field for each statement; what is left out is not judged."""

    marks_optional = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for statement in STATEMENTS:
            self.fields[statement.key] = forms.TypedChoiceField(
                label=statement.text,
                choices=[*reversed(Rating.choices), ("", _("kann ich nicht beurteilen"))],
                widget=forms.RadioSelect,
                coerce=int,
                required=False,
                empty_value=None,
            )

    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """The fields by category."""
        return [
            (str(category.label), [self[each.key] for each in STATEMENTS if each.category == category])
            for category in Category
        ]

    def ratings(self) -> dict[str, int]:
        return {key: value for key, value in self.cleaned_data.items() if value is not None}
