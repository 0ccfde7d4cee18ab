"""A question to the register: groups of conditions, joined by "all of" or "one of".

Plain data, as an address or a saved list holds it; what a condition means is said in selectors/criteria.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

MOST_GROUPS: Final = 4
MOST_CONDITIONS: Final = 8


class Subject(StrEnum):
    """What is looked for."""

    PEOPLE = "personen"
    INSTITUTIONS = "einrichtungen"


class Joint(StrEnum):
    """How conditions, or groups of them, are joined."""

    ALL = "alle"
    ANY = "eine"


@dataclass(frozen=True, slots=True)
class Condition:
    """One row: `value` and `more` (kilometres) as typed; `is_not` turns it round."""

    field: str
    value: str = ""
    more: str = ""
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions that belong together, joined in one way."""

    conditions: tuple[Condition, ...]
    joint: Joint = Joint.ALL


@dataclass(frozen=True, slots=True)
class Question:
    """`on` is the day for which functions and memberships count; None: the day of asking."""

    subject: Subject = Subject.PEOPLE
    groups: tuple[Group, ...] = ()
    joint: Joint = Joint.ALL
    on: date | None = None

    @property
    def conditions(self) -> list[Condition]:
        return [condition for group in self.groups for condition in group.conditions]

    @property
    def fields(self) -> set[str]:
        return {condition.field for condition in self.conditions}


def from_address(params: Mapping[str, str]) -> Question:
    """Read a question out of the parameters of an address; what is unknown counts as not said.

    `neu1` = field adds a condition to the first group, `weg` = g1b2 leaves out the second of its conditions.
    """
    groups = []
    for number in range(1, MOST_GROUPS + 1):
        conditions = [
            condition
            for place in range(1, MOST_CONDITIONS + 1)
            if (condition := _condition(params, f"g{number}b{place}"))
        ]
        added = params.get(f"neu{number}", "")
        if added and len(conditions) < MOST_CONDITIONS:
            conditions.append(Condition(added))
        if conditions:
            groups.append(Group(tuple(conditions), _joint(params.get(f"g{number}", ""))))
    subject = params.get("was", "")
    return Question(
        Subject(subject) if subject in set(Subject) else Subject.PEOPLE,
        tuple(groups),
        _joint(params.get("gruppen", "")),
        _day(params.get("am", "")),
    )


def to_address(question: Question) -> dict[str, str]:
    """The parameters from which `from_address` reads the same question."""
    params = {"was": question.subject.value}
    if question.on is not None:
        params["am"] = question.on.isoformat()
    if len(question.groups) > 1:
        params["gruppen"] = question.joint.value
    for number, group in enumerate(question.groups, start=1):
        params[f"g{number}"] = group.joint.value
        for place, condition in enumerate(group.conditions, start=1):
            params |= _in_address(f"g{number}b{place}", condition)
    return params


def is_changing(params: Mapping[str, str]) -> bool:
    """Whether the address asks to add or to leave out a condition instead of only asking."""
    return bool(params.get("weg")) or any(params.get(f"neu{n}") for n in range(1, MOST_GROUPS + 1))


def as_json(question: Question) -> dict[str, Any]:
    """Plain values for storage; `from_json` reads them back."""
    return dict(to_address(question))


def from_json(values: Mapping[str, Any]) -> Question:
    return from_address({name: str(value) for name, value in values.items()})


def asked_on(question: Question, today: date) -> Question:
    """The question with its day filled in."""
    return question if question.on is not None else replace(question, on=today)


def _condition(params: Mapping[str, str], name: str) -> Condition | None:
    field = params.get(f"{name}f", "")
    if not field or params.get("weg") == name:
        return None
    return Condition(
        field,
        params.get(f"{name}w", "").strip()[:200],
        params.get(f"{name}k", "").strip()[:10],
        is_not=params.get(f"{name}n") == "nicht",
    )


def _in_address(name: str, condition: Condition) -> dict[str, str]:
    parts = {"f": condition.field, "w": condition.value, "k": condition.more}
    parts["n"] = "nicht" if condition.is_not else ""
    return {f"{name}{key}": value for key, value in parts.items() if value}


def _joint(text: str) -> Joint:
    return Joint(text) if text in set(Joint) else Joint.ALL


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
