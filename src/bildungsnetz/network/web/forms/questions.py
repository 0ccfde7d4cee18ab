"""The form of a question to the register: its fields are those of the address, so that it works without JavaScript."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.questions import (
    MOST_CONDITIONS,
    MOST_GROUPS,
    Condition,
    Group,
    Joint,
    Question,
    to_address,
)
from bildungsnetz.network.selectors.criteria import CRITERIA, KILOMETRES, Input, criterion_choices
from bildungsnetz.network.selectors.question_words import SUBJECT_NAMES, Known

JOINTS = [
    (Joint.ALL.value, _("alle Bedingungen treffen zu")),
    (Joint.ANY.value, _("mindestens eine trifft zu")),
]
GROUP_JOINTS = [
    (Joint.ALL.value, _("alle Gruppen treffen zu")),
    (Joint.ANY.value, _("mindestens eine Gruppe trifft zu")),
]


@dataclass(frozen=True, slots=True)
class Row:
    """One condition in the form; `name` is what the button "Entfernen" sends."""

    name: str
    label: str
    field: BoundField
    turn: BoundField
    value: BoundField | None
    more: BoundField | None


@dataclass(frozen=True, slots=True)
class Box:
    """One group of conditions; `add` chooses a further one, None when the group is full."""

    number: int
    joint: BoundField | None
    rows: list[Row]
    add: BoundField | None


class QuestionForm(forms.Form):
    """Only shows a question; `from_address` reads it."""

    was = forms.ChoiceField(
        label=_("Gesucht werden"), choices=[(key.value, name) for key, name in SUBJECT_NAMES.items()]
    )
    am = forms.DateField(label=_("Stichtag (leer: heute)"), required=False)
    gruppen = forms.ChoiceField(label=_("Mehrere Gruppen"), choices=GROUP_JOINTS)
    marks_optional = False

    def __init__(self, question: Question, known: Known) -> None:
        super().__init__(initial=to_address(question), auto_id="frage-%s")
        self.question = question
        self.boxes = [
            self._box(number, group, known) for number, group in enumerate(question.groups, start=1)
        ]
        if len(question.groups) < MOST_GROUPS:
            self.boxes.append(self._empty_box(len(question.groups) + 1))

    def _box(self, number: int, group: Group, known: Known) -> Box:
        joint = self._add(f"g{number}", forms.ChoiceField(label=_("In dieser Gruppe"), choices=JOINTS))
        rows = [
            self._row(f"g{number}b{place}", condition, known)
            for place, condition in enumerate(group.conditions, start=1)
            if condition.field in CRITERIA
        ]
        is_full = len(group.conditions) >= MOST_CONDITIONS
        return Box(
            number, joint if len(rows) > 1 else None, rows, None if is_full else self._chooser(number, rows)
        )

    def _empty_box(self, number: int) -> Box:
        return Box(number, None, [], self._chooser(number, []))

    def _chooser(self, number: int, rows: list[Row]) -> BoundField:
        label = _("Weitere Bedingung") if rows else _("Bedingung")
        choices: list[Any] = [("", _("Bitte wählen")), *criterion_choices()]
        return self._add(f"neu{number}", forms.ChoiceField(label=label, required=False, choices=choices))

    def _row(self, name: str, condition: Condition, known: Known) -> Row:
        criterion = CRITERIA[condition.field]
        label = str(criterion.label)
        turn = forms.ChoiceField(
            label=_("„%(label)s“ trifft zu oder nicht") % {"label": label},
            choices=[("", _("trifft zu")), ("nicht", _("trifft nicht zu"))],
        )
        more = _kilometres() if criterion.input is Input.NEAR else None
        value = _value(criterion.input, label, known.get(condition.field, []))
        hidden = forms.CharField(widget=forms.HiddenInput)
        return Row(
            name,
            label,
            self._add(f"{name}f", hidden),
            self._add(f"{name}n", turn),
            self._add(f"{name}w", value) if value else None,
            self._add(f"{name}k", more) if more else None,
        )

    def _add(self, name: str, field: forms.Field) -> BoundField:
        self.fields[name] = field
        return self[name]


def _value(kind: Input, label: str, choices: list[tuple[str, Any]]) -> forms.Field | None:
    if kind is Input.NONE:
        return None
    if kind is Input.CHOICE:
        return forms.ChoiceField(label=label, required=False, choices=[("", _("Bitte wählen")), *choices])
    return forms.CharField(label=label, required=False, max_length=200)


def _kilometres() -> forms.Field:
    return forms.ChoiceField(label=_("Umkreis"), choices=[(km, f"{km} km") for km in KILOMETRES], initial="5")
