"""Each audit entry as one German sentence: act → template with {actor}, {label} and the facts of the entry."""

from collections.abc import Mapping

from django.utils.functional import Promise

_sentences: dict[str, str | Promise] = {}


def register(sentences: Mapping[str, str | Promise]) -> None:
    _sentences.update(sentences)


def exists(act: str) -> bool:
    return act in _sentences


def all_sentences() -> dict[str, str | Promise]:
    return dict(_sentences)


def sentence(act: str, *, actor: str, label: str, facts: Mapping[str, object]) -> str:
    """The sentence of one entry. Raises KeyError for an act without a sentence or a fact that is missing."""
    return str(_sentences[act]).format(actor=actor, label=label, **facts)
