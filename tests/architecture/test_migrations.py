"""Migrations: complete, one after the other, named by what they are for."""

import re

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.architecture.house import context_of

INITIAL = re.compile(r"^0001_\w+$")
BY_INTENT = re.compile(r"^\d{4}_(?!auto|alter_|add_field)[a-z0-9_]+$")


@pytest.fixture(scope="module")
def own() -> dict[tuple[str, str], object]:
    loader = MigrationLoader(None)
    return {key: m for key, m in loader.disk_migrations.items() if context_of(type(m).__module__)}


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_migrations_are_one_line(own):
    followers = [parent for key, m in own.items() for parent in m.dependencies if parent[0] == key[0]]
    assert sorted(p for p in set(followers) if followers.count(p) > 1) == []
    first = [key for key, m in own.items() if not any(parent[0] == key[0] for parent in m.dependencies)]
    assert sorted(first) == sorted({(app, min(n for a, n in own if a == app)) for app, _ in own})


def test_migrations_are_named_by_intent(own):
    unnamed = [key for key in own if not (INITIAL.match(key[1]) or BY_INTENT.match(key[1]))]
    assert unnamed == []
