"""A question to the register as a German sentence, and its values as words."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core.actor import Actor
from bildungsnetz.network.domain.questions import Condition, Group, Joint, Question, Subject
from bildungsnetz.network.selectors.answers import is_whole
from bildungsnetz.network.selectors.conditions import NEAR_KM
from bildungsnetz.network.selectors.criteria import CRITERIA, Choices, Input

SUBJECT_NAMES: Final = {
    Subject.PEOPLE: gettext_lazy("Personen"),
    Subject.INSTITUTIONS: gettext_lazy("Einrichtungen"),
}
Known = dict[str, Choices]


def choices_for(question: Question, actor: Actor) -> Known:
    """What can be chosen for each criterion of the question, asked once each."""
    return {key: CRITERIA[key].choices(actor) for key in question.fields if key in CRITERIA}


def in_words(question: Question, known: Known) -> str:
    """ "Personen: Schulform ist Gymnasium und Stadt oder Gemeinde ist nicht Haan"."""
    groups = [words for group in question.groups if (words := _group(group, known))]
    subject = str(SUBJECT_NAMES[question.subject])
    if not groups:
        return _("%(subject)s ohne Bedingung: alle") % {"subject": subject}
    if len(groups) > 1:
        groups = [f"({words})" for words in groups]
    return f"{subject}: {_sign(question.joint).join(groups)}"


def _group(group: Group, known: Known) -> str:
    parts = [_condition(one, known) for one in group.conditions if is_whole(one)]
    return _sign(group.joint).join(parts)


def _sign(joint: Joint) -> str:
    return _(" oder ") if joint is Joint.ANY else _(" und ")


def _condition(condition: Condition, known: Known) -> str:
    criterion = CRITERIA[condition.field]
    label = str(criterion.label)
    if criterion.input is Input.NONE:
        return _("nicht: %(label)s") % {"label": label} if condition.is_not else label
    value = _value(condition, known)
    text = _("%(label)s nicht „%(value)s“") if condition.is_not else _("%(label)s „%(value)s“")
    return text % {"label": label, "value": value}


def _value(condition: Condition, known: Known) -> str:
    if CRITERIA[condition.field].input is Input.NEAR:
        return f"{condition.value}, {condition.more or round(NEAR_KM)} km"
    names = dict(_flat(known.get(condition.field, [])))
    return names.get(condition.value, condition.value)


def _flat(choices: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
    for key, name in choices:
        if isinstance(name, list):
            yield from ((inner, str(label)) for inner, label in name)
        else:
            yield key, str(name)
