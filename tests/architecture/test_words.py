"""Doors and settings say what they are for."""

import importlib
import inspect
import re
from dataclasses import dataclass
from enum import Enum

import pytest

from bildungsnetz.config.environment import Environment
from tests.architecture.house import CONTEXTS, REPOSITORY, SOURCE

OPENED = sorted(name for name in CONTEXTS if (SOURCE / name / "api.py").exists())
PAGE = REPOSITORY / "docs" / "operations" / "settings.md"


def words_about(thing: object) -> str:
    """The docstring somebody wrote; what Python, Django or dataclasses make up does not count."""
    written = (inspect.getdoc(thing) if not isinstance(thing, type) else vars(thing).get("__doc__")) or ""
    made_up = isinstance(thing, type) and written.startswith(f"{thing.__name__}(")
    return "" if made_up else written.strip()


def needs_words(thing: object) -> bool:
    """Functions and classes do; constants are explained by their names and types."""
    return inspect.isfunction(thing) or isinstance(thing, type)


@pytest.mark.parametrize("context", OPENED)
def test_every_name_of_a_door_is_explained(context: str):
    door = importlib.import_module(f"bildungsnetz.{context}.api")
    silent = [n for n in door.__all__ if needs_words(getattr(door, n)) and not words_about(getattr(door, n))]
    assert silent == []


@pytest.mark.parametrize("context", OPENED)
def test_a_door_lists_its_names_once(context: str):
    door = importlib.import_module(f"bildungsnetz.{context}.api")
    assert len(set(door.__all__)) == len(door.__all__)
    assert [name for name in door.__all__ if not hasattr(door, name)] == []


def test_words_are_missing_where_nobody_wrote_any():
    class Silent(Enum):
        ONE = 1

    @dataclass
    class Row:
        number: int

    assert words_about(Silent) == ""
    assert words_about(Row) == ""


def test_every_setting_is_documented_and_nothing_else():
    wanted = {f"BILDUNGSNETZ_{name.upper()}" for name in Environment.model_fields}
    documented = set(re.findall(r"BILDUNGSNETZ_[A-Z_]+", PAGE.read_text(encoding="utf-8")))
    assert documented == wanted


def test_every_setting_says_what_it_is():
    assert [name for name, field in Environment.model_fields.items() if not field.description] == []
