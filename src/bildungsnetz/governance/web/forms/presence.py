"""Who comes or goes, from which item on, at what time."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.web.fields import offer_choices
from bildungsnetz.governance.domain.presence import MoveKind
from bildungsnetz.governance.models import AgendaItem, Session
from bildungsnetz.network.api import Person

Group = tuple[str, Sequence[Person]]


class MoveForm(forms.Form):
    person = forms.ChoiceField(label=_("Person"))
    kind = forms.ChoiceField(label=_("Was geschieht"), choices=MoveKind, widget=forms.RadioSelect)
    item = forms.ChoiceField(
        label=_("Ab welchem Punkt"),
        help_text=_(
            "Wer kommt, zählt ab diesem Punkt mit. Wer geht, zählt bei diesem Punkt schon nicht mehr."
        ),
    )
    at = forms.TimeField(label=_("Uhrzeit"), required=False, widget=forms.TimeInput)

    def __init__(
        self,
        *args: Any,
        session: Session,
        groups: Iterable[Group],
        items: Sequence[AgendaItem],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        shown = [(label, list(people)) for label, people in groups if people]
        self.session = session
        self._people = {str(person.pk): person for _label, people in shown for person in people}
        self._items = {str(item.pk): item for item in items}
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", _("Bitte wählen")),
            *((label, [(str(person.pk), person.sort_name) for person in people]) for label, people in shown),
        ]
        offer_choices(self, item=[(key, str(item)) for key, item in self._items.items()])

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes, from the cleaned values."""
        typed = self.cleaned_data
        return {
            "person": self._people[typed["person"]],
            "kind": MoveKind(typed["kind"]),
            "item": self._items[typed["item"]],
            "at": self._moment(typed["at"]),
        }

    def _moment(self, at: time | None) -> datetime | None:
        """The time on the day of the session, as the clocks in the room show it."""
        return datetime.combine(day_of(self.session.starts_at), at, BERLIN) if at else None
