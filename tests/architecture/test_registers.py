"""What contexts put into the registers of core is complete and true."""

import ast

import pytest
from django.apps import apps
from django.urls import reverse

from bildungsnetz.accounts.domain.roles import SEEDS
from bildungsnetz.core.registers import acts, navigation, personal_data, sentences
from tests.architecture.house import SOURCE

OURS = [model for model in apps.get_models() if model.__module__.startswith("bildungsnetz.")]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_field_is_declared_as_personal_or_not(model):
    declared = personal_data.declaration_of(model._meta.label)
    assert declared is not None, "declare the model in the personal_data register of its context"
    fields = {field.name for field in model._meta.get_fields() if field.concrete and not field.primary_key}
    said = set(declared.personal) | declared.impersonal
    assert (fields - said, said - fields) == (set(), set())
    assert not set(declared.personal) & declared.impersonal


@pytest.mark.parametrize("declared", personal_data.declarations(), ids=lambda declared: declared.model)
def test_personal_data_have_a_basis_and_an_end(declared):
    if declared.personal:
        assert declared.basis
        assert declared.retention


def test_roles_named_by_acts_exist():
    known = {seed.key for seed in SEEDS}
    assert {role for act in acts.all_acts() for role in act.roles} <= known


def test_navigation_leads_somewhere():
    for entry in navigation.all_entries():
        assert reverse(entry.route)
        assert all(acts.exists(act) for act in entry.acts), entry.route


def recorded_acts() -> set[str]:
    """The literal names given to audit.record anywhere in the house."""
    found = set()
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record" and node.args:
                found |= {arg.value for arg in ast.walk(node.args[0]) if isinstance(arg, ast.Constant)}
    return {
        name for name in found if isinstance(name, str) and name.count(".") == 2 and not name.endswith(".")
    }


def test_every_recorded_act_has_its_sentence():
    assert {act for act in recorded_acts() if not sentences.exists(act)} == set()
