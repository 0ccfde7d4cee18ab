"""The list of a session: a status and perhaps a deputy per seat, guests, the quorum."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.models import Session
from bildungsnetz.governance.selectors.attendance import SeatLine
from bildungsnetz.governance.services.attendance import SeatEntry
from bildungsnetz.network.api import Person

SEATED = (AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT)


@dataclass(frozen=True)
class SeatRow:
    """A row of the table: the seat and its fields."""

    line: SeatLine
    status: forms.BoundField
    deputy: forms.BoundField | None


class AttendanceForm(forms.Form):
    guests: forms.ModelMultipleChoiceField[Person] = forms.ModelMultipleChoiceField(
        label=_("Gäste"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    new_guest: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=_("Gast hinzufügen"), queryset=None, required=False, empty_label=_("niemand")
    )
    is_stated = forms.BooleanField(label=_("Der Vorsitz stellt die Beschlussfähigkeit fest"), required=False)
    note = forms.CharField(label=_("Vermerk zur Beschlussfähigkeit"), max_length=300, required=False)

    def __init__(
        self,
        *args: Any,
        session: Session,
        lines: Sequence[SeatLine],
        guests: Sequence[Person],
        people: Any,
        **kwargs: Any,
    ) -> None:
        start = {
            "guests": [guest.pk for guest in guests],
            "is_stated": session.quorum_stated,
            "note": session.quorum_note,
        }
        super().__init__(*args, **{"initial": start} | kwargs)
        self.lines = lines
        named = {guest.pk for guest in guests}
        self.fields["guests"].queryset = people.filter(pk__in=named)  # type: ignore[attr-defined]
        self.fields["new_guest"].queryset = people.exclude(pk__in=named)  # type: ignore[attr-defined]
        if not named:
            del self.fields["guests"]
        for line in lines:
            self._add_seat(line)

    def _add_seat(self, line: SeatLine) -> None:
        name = line.mandate.person.name
        self.fields[f"status_{line.mandate.pk}"] = forms.ChoiceField(
            label=name,
            choices=[("", _("Bitte wählen")), *((status.value, status.label) for status in SEATED)],
            initial=line.status or line.expected,
        )
        if line.deputies:
            self.fields[f"deputy_{line.mandate.pk}"] = forms.ChoiceField(
                label=_("Vertretung für %(name)s") % {"name": name},
                choices=[("", _("keine")), *((str(person.pk), person.name) for person in line.deputies)],
                initial=line.deputy_id or line.expected_deputy_id or "",
                required=False,
            )

    @property
    def rows(self) -> list[SeatRow]:
        return [
            SeatRow(
                line,
                self[f"status_{line.mandate.pk}"],
                self[f"deputy_{line.mandate.pk}"] if line.deputies else None,
            )
            for line in self.lines
        ]

    @property
    def entries(self) -> list[SeatEntry]:
        """What the service takes, from the cleaned values."""
        return [self._entry(line) for line in self.lines]

    def _entry(self, line: SeatLine) -> SeatEntry:
        deputy_key = self.cleaned_data.get(f"deputy_{line.mandate.pk}", "")
        deputy = next((person for person in line.deputies if str(person.pk) == deputy_key), None)
        return SeatEntry(
            line.mandate, AttendanceStatus(self.cleaned_data[f"status_{line.mandate.pk}"]), deputy
        )

    @property
    def all_guests(self) -> list[Person]:
        added = self.cleaned_data.get("new_guest")
        return [*self.cleaned_data.get("guests", ()), *([added] if added else ())]
