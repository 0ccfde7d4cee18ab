"""The shape of the code: what import-linter cannot see."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest
from django.apps import apps

from tests.architecture.house import (
    CONTEXTS,
    CONTRACTS,
    FLOOR,
    OPEN_TO_ALL,
    SOURCE,
    context_at,
    context_of,
    imported,
    may_know,
    place,
    python_files,
    templates,
    tree_of,
)

DOORS = {"api", "signals"}
PURE_DJANGO = (
    "django.utils.translation.",
    "django.utils.functional.",
    "django.db.models.TextChoices",
    "django.db.models.IntegerChoices",
)
PURE_HOUSE = ("bildungsnetz.core.errors.",)
WITHOUT_CLOCK = {"api.py", "api", "services", "selectors", "policies.py", "models", "domain", "exchange"}
ADDRESS_CALLS = {"reverse", "reverse_lazy", "redirect", "resolve_url", "address"}
NAMED_IN_TEMPLATE = re.compile(r"""{%-?\s*(?:url|include|extends)\s+["']([\w-]+)[:/]""")


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("bildungsnetz", cache_dir=None)


def test_contexts_meet_only_at_their_doors(graph: grimp.ImportGraph):
    trespasses = [
        f"{importer} → {target}"
        for importer in sorted(graph.modules)
        for target in sorted(graph.find_modules_directly_imported_by(importer))
        if context_of(target) in CONTEXTS
        and context_of(importer) not in {None, context_of(target)}
        and target.split(".")[2:3] not in [[door] for door in DOORS]
    ]
    assert trespasses == []


def test_every_started_context_is_held_to_the_rooms():
    held = {name.split(".")[1] for name in CONTRACTS["Every context has the same rooms"]["containers"]}
    started = {name for name in CONTEXTS if (SOURCE / name / "apps.py").exists()}
    assert started - held == set()


def test_foreign_keys_point_down():
    upward = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model
        for here, there in [(context_of(model.__module__), context_of(field.related_model.__module__))]
        if here and there and not may_know(here, there)
    ]
    assert upward == []


def test_rows_of_core_have_no_key_to_anybody():
    keys = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if context_of(model.__module__) == OPEN_TO_ALL
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and context_of(field.related_model.__module__) != OPEN_TO_ALL
    ]
    assert keys == []


def test_templates_name_only_what_lies_below():
    upward = [
        f"{place(path)}: {there}"
        for path in templates()
        for there in NAMED_IN_TEMPLATE.findall(path.read_text(encoding="utf-8"))
        if there in FLOOR and not may_know(context_at(path), there)
    ]
    assert upward == []


def addresses(path: Path) -> Iterator[str]:
    """The namespaces of the routes a Python file names in calls that make addresses."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ADDRESS_CALLS and ":" in str(node.args[0].value):
                yield str(node.args[0].value).split(":")[0]


def test_code_makes_addresses_only_of_what_lies_below():
    upward = [
        f"{place(path)}: {there}"
        for path in python_files()
        for there in addresses(path)
        if there in FLOOR and not may_know(context_at(path), there)
    ]
    assert upward == []


def root_name(node: ast.expr) -> str:
    """The first name of a dotted expression; empty if it does not start with one."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def queried_but_borrowed(path: Path) -> Iterator[str]:
    """Expressions like `Institution.objects` in a file whose context does not own that model."""
    tree = tree_of(path)
    borrowed = {name for origin, name in imported(tree) if context_of(origin) not in {None, context_at(path)}}
    for node in ast.walk(tree):
        asks = isinstance(node, ast.Attribute) and node.attr in {
            "objects",
            "_default_manager",
            "_base_manager",
        }
        if asks and root_name(node) in borrowed:
            yield f"{place(path)}:{node.lineno}: {ast.unparse(node)}"


def test_nobody_queries_a_borrowed_model():
    assert [line for path in python_files() for line in queried_but_borrowed(path)] == []


def test_domain_is_pure():
    impure = [
        f"{place(path)}: {name}"
        for path in sorted(SOURCE.glob("*/domain/**/*.py"))
        for name, _ in imported(tree_of(path))
        if (name.split(".")[0] == "django" and not name.startswith(PURE_DJANGO))
        or (context_of(name) not in {None, context_at(path)} and not name.startswith(PURE_HOUSE))
    ]
    assert impure == []


def test_only_the_edge_asks_the_clock():
    asked = [
        f"{place(path)}:{node.lineno}"
        for path in python_files()
        if context_at(path) in CONTEXTS and path.relative_to(SOURCE).parts[1] in WITHOUT_CLOCK
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"clock.now", "timezone.now"}
    ]
    assert asked == []


def test_the_request_stays_at_the_edge():
    # Mails carry links: services may ask core.web.addresses for the full address of a route.
    carried = [
        f"{place(path)}: {name}"
        for path in python_files()
        if context_at(path) in CONTEXTS and path.relative_to(SOURCE).parts[1] in WITHOUT_CLOCK
        for name, _ in imported(tree_of(path))
        if name.startswith(("django.http", "django.shortcuts", "bildungsnetz.core.web"))
        and not name.startswith("bildungsnetz.core.web.addresses")
    ]
    assert carried == []
