"""Forms of decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.web.fields import RowField, offer, offer_choices
from bildungsnetz.governance.domain.consensus import Ballot, MemberObjection, SidePosition
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome, Position
from bildungsnetz.governance.selectors.decision_sheet import DecisionSheet, SideLine
from bildungsnetz.governance.selectors.decisions import (
    Wanted,
    deciding_bodies,
    fields_decided_on,
    sides_heard,
    years,
)
from bildungsnetz.governance.services.statements import Statement

MORE = "weiterer"


@dataclass(frozen=True)
class SideGroup:
    """The fields of one side; without them nobody present may speak for it."""

    name: str
    position: BoundField | None = None
    speaker: BoundField | None = None
    text: BoundField | None = None


class DecisionForm(forms.Form):
    """What was said about a proposal: wording, position of each side, votes, objections, or that it was put off."""

    wording = forms.CharField(
        label=_("Wortlaut des Beschlusses"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("So steht er im Protokoll. Der Beschlussvorschlag ist schon eingetragen."),
    )
    is_deferred = forms.BooleanField(
        label=_("Den Punkt vertagen"),
        required=False,
        help_text=_("Dann sind keine Positionen nötig; der Punkt wird für die nächste Sitzung vorgemerkt."),
    )
    note = forms.CharField(label=_("Vermerk"), widget=forms.Textarea(attrs={"rows": 2}), required=False)

    def __init__(self, *args: Any, sheet: DecisionSheet, may_order: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        self.rows = self._count_rows()
        for side in sheet.sides:
            self._add_side(side)
        if sheet.rule == DecisionRule.SIMPLE_MAJORITY:
            self._add_votes()
        for row in range(self.rows):
            self._add_objection(row)
        if may_order:
            self.fields["order"] = forms.BooleanField(
                label=_("Daraus einen Auftrag machen"),
                required=False,
                help_text=_("Kommt der Beschluss zustande, geht es gleich mit dem Auftrag weiter."),
            )

    @property
    def side_groups(self) -> list[SideGroup]:
        """The fields of each side whose position counts."""
        return [
            SideGroup(side.name, *(self[name] for name in _names(side.key) if side.speakers))
            for side in self.sheet.sides
        ]

    @property
    def objection_rows(self) -> list[tuple[BoundField, BoundField]]:
        """Person and text of each objection that can be entered."""
        return [(self[f"objector_{row}"], self[f"objection_{row}"]) for row in range(self.rows)]

    @property
    def has_objections(self) -> bool:
        """Whether an objection was entered or asked for."""
        return self.rows > 1 or any(
            field.value() or field.errors for row in self.objection_rows for field in row
        )

    @property
    def votes(self) -> list[BoundField]:
        """The fields of a count, where the body counts."""
        return [self[name] for name in ("votes_yes", "votes_no", "votes_abstained") if name in self.fields]

    @property
    def may_take_more(self) -> bool:
        """Whether another objection could come from somebody present."""
        return self.rows < len(self.sheet.objectors)

    @property
    def wants_order(self) -> bool:
        return bool(self.cleaned_data.get("order"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for row in range(self.rows):
            person, text = said.get(f"objector_{row}"), (said.get(f"objection_{row}") or "").strip()
            if person and not text:
                self.add_error(f"objection_{row}", _("Halten Sie den Widerspruch im Wortlaut fest."))
            if text and not person:
                self.add_error(f"objector_{row}", _("Wer widerspricht?"))
        return said

    def statement(self) -> Statement:
        """What was entered, as the service wants it."""
        said = self.cleaned_data
        return Statement(
            wording=said["wording"],
            positions=tuple(self._positions()),
            objections=tuple(
                MemberObjection(said[f"objector_{row}"], said[f"objection_{row}"])
                for row in range(self.rows)
                if said[f"objector_{row}"]
            ),
            ballot=Ballot(said.get("votes_yes", 0), said.get("votes_no", 0), said.get("votes_abstained", 0)),
            is_deferred=said["is_deferred"],
            note=said["note"],
        )

    def _positions(self) -> list[SidePosition]:
        said = self.cleaned_data
        stated = [
            SidePosition(side.key, Position(said[position]), said[speaker], said[text])
            for side in self.sheet.sides
            if side.speakers
            for position, speaker, text in [_names(side.key)]
            if said[position]
        ]
        return [
            SidePosition(entry.side, entry.position) if entry.position is Position.NOT_REPRESENTED else entry
            for entry in stated
        ]

    def _count_rows(self) -> int:
        known = sum(1 for name in self.initial if name.startswith("objector_"))
        if self.is_bound:
            known = sum(1 for name in self.data if name.startswith("objector_"))
        return min(max(known, 1), max(len(self.sheet.objectors), 1))

    def _add_side(self, side: SideLine) -> None:
        if not side.speakers:
            return
        position, speaker, text = _names(side.key)
        people = [(str(person.pk), person.name) for person in side.speakers]
        alone = len(people) == 1
        self.fields[position] = forms.ChoiceField(
            label=_("Seite %(side)s") % {"side": side.name},
            # Hints may hold markup, so the name is masked here.
            help_text=format_html(gettext("Es spricht {}."), people[0][1]) if alone else "",
            choices=Position.choices,
            widget=forms.RadioSelect,
            required=not (self.is_bound and self.data.get("is_deferred")),
        )
        self.fields[speaker] = forms.ChoiceField(
            label=_("Wer gibt die Position ab"),
            choices=people,
            widget=forms.HiddenInput if alone else forms.Select,
            initial=people[0][0],
        )
        self.fields[text] = forms.CharField(
            label=_("Vorbehalt oder Widerspruch im Wortlaut"),
            widget=forms.Textarea(attrs={"rows": 2}),
            required=False,
            help_text=_("Nötig bei Vorbehalt und Widerspruch; steht so im Protokoll."),
        )

    def _add_votes(self) -> None:
        for name, label in (
            ("votes_yes", _("Ja-Stimmen")),
            ("votes_no", _("Nein-Stimmen")),
            ("votes_abstained", _("Enthaltungen")),
        ):
            self.fields[name] = forms.IntegerField(label=label, min_value=0, max_value=1000, initial=0)

    def _add_objection(self, row: int) -> None:
        people = [("", "–"), *((str(person.pk), person.name) for person in self.sheet.objectors)]
        self.fields[f"objector_{row}"] = forms.ChoiceField(
            label=_("Wer widerspricht"), choices=people, required=False
        )
        self.fields[f"objection_{row}"] = forms.CharField(
            label=_("Widerspruch im Wortlaut"), widget=forms.Textarea(attrs={"rows": 2}), required=False
        )


def with_one_more(data: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, as initial values of a form with one more row for an objection."""
    rows = sum(1 for name in data if name.startswith("objector_"))
    return {**{name: data[name] for name in data}, f"objector_{rows}": ""}


def _names(side: str) -> tuple[str, str, str]:
    return f"position_{side}", f"stated_by_{side}", f"text_{side}"


class DecisionFilter(forms.Form):
    """Narrow the list of decisions."""

    field_order = ("q", "gremium", "handlungsfeld", "seite", "ergebnis", "jahr", "von", "bis")

    q = forms.CharField(label=_("Suche in Titel und Wortlaut"), required=False)
    gremium = RowField(label=_("Gremium"), required=False, empty_label=_("alle Gremien"))
    ergebnis = forms.ChoiceField(
        label=_("Ergebnis"), required=False, choices=[("", _("alle Ergebnisse")), *Outcome.choices]
    )
    handlungsfeld = RowField(label=_("Handlungsfeld"), required=False, empty_label=_("alle"))
    seite = forms.ChoiceField(label=_("Eingebracht von"), required=False)
    von = forms.DateField(label=_("Gefasst von"), required=False, widget=forms.DateInput)
    bis = forms.DateField(label=_("Gefasst bis"), required=False, widget=forms.DateInput)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, gremium=deciding_bodies(actor), handlungsfeld=fields_decided_on(actor))
        sides = [(name, name) for name in sides_heard(actor)]
        offer_choices(self, seite=[("", _("alle Seiten")), *sides])
        self.fields["jahr"] = forms.TypedChoiceField(
            label=_("Jahr"),
            required=False,
            coerce=int,
            empty_value=None,
            choices=[("", _("alle Jahre")), *((year, str(year)) for year in years(actor))],
        )
        self.order_fields(self.field_order)

    def wanted(self, sort: str) -> Wanted:
        """What is looked for; a wrong value of the address counts as not given."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            text=said.get("q", ""),
            body=said.get("gremium"),
            year=said.get("jahr"),
            outcome=said.get("ergebnis", ""),
            sort=sort,
            first_day=said.get("von"),
            last_day=said.get("bis"),
            field_of_action=said.get("handlungsfeld"),
            side=said.get("seite", ""),
        )
