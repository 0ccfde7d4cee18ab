"""The harness of all tests: one moment, no world outside, no undefined variable, no order by chance.

Django is set up here, before any other conftest is read, so that those may import models. `BILDUNGSNETZ_DATABASE` chooses
the database; empty means SQLite in memory. In `make test` several workers run at once, each with a part of its own:
see tests/parts.py.
"""

import os
import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import django
import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.utils import translation

from tests import parts

pytest_plugins = ["tests.browser.fixtures"]
NOW = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
KEPT_FROM_OUTSIDE = {"BILDUNGSNETZ_DATABASE", "BILDUNGSNETZ_SHARED", parts.PART, parts.POSTGRES}


def prepare_environment() -> None:
    """What an operator has set on this machine does not reach the tests; the choice of the database does.

    DJANGO_SETTINGS_MODULE is taken away again: pytest-django of a worker would find it and read the settings before the
    worker's own environment is prepared, that is with the database of the process that started it.
    """
    if settings.configured:
        pytest.exit("Unset DJANGO_SETTINGS_MODULE: the harness chooses the settings.", returncode=4)
    for name in [n for n in os.environ if n.startswith("BILDUNGSNETZ_") and n not in KEPT_FROM_OUTSIDE]:
        del os.environ[name]
    os.environ["BILDUNGSNETZ_MODE"] = "test"
    os.environ["BILDUNGSNETZ_DATABASE"] = parts.database()
    os.environ["DJANGO_SETTINGS_MODULE"] = "bildungsnetz.config.settings"
    django.setup()
    del os.environ["DJANGO_SETTINGS_MODULE"]


prepare_environment()
# A busy machine makes examples slow; that says nothing about the rule they prove.
hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-matrix",
        action="store_true",
        help="write tests/security/access_matrix.csv as the house answers",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each worker of `make test` keeps its part; tests of PostgreSQL alone are left out elsewhere."""
    kept = [item for item in items if parts.takes(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Each report knows its part; a failure says on which database it happened."""
    report = yield
    report.user_properties.append(("part", os.environ.get(parts.PART) or parts.vendor()))
    if report.failed:
        report.sections.append(("Database", parts.vendor()))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line per part with what it ran, so that a part that ran nothing is seen."""
    counts = Counter(
        (dict(getattr(report, "user_properties", ())).get("part", ""), outcome)
        for outcome in ("passed", "failed", "error", "skipped")
        for report in terminalreporter.stats.get(outcome, [])
    )
    terminalreporter.section("parts")
    for part in sorted({part for part, _ in counts}):
        told = ", ".join(f"{number} {outcome}" for (of, outcome), number in counts.items() if of == part)
        terminalreporter.line(f"{part}: {told}")


@pytest.fixture
def now() -> datetime:
    """The moment at which all tests happen: Wednesday, 4 March 2026, 15:00 in Germany."""
    return NOW


@pytest.fixture(autouse=True)
def clock_stands(request: pytest.FixtureRequest) -> Iterator[None]:
    """The clock stands at `now`; only a real browser and its server need one that runs."""
    if request.node.get_closest_marker("browser") or request.node.get_closest_marker("journey"):
        yield
        return
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture(autouse=True)
def german_at_first() -> None:
    """No test speaks the language of the last page that another one opened."""
    translation.deactivate()


class UndefinedVariable(str):
    """Stands for a variable that a template names but nobody gave; Django formats it with the variable."""

    __slots__ = ()

    def __mod__(self, variable: object) -> str:
        pytest.fail(f"undefined template variable: {variable}", pytrace=True)


@pytest.fixture(autouse=True, scope="session")
def undefined_variables_fail() -> None:
    """A template that names what the view does not give fails the test."""
    from django.template import engines  # noqa: PLC0415 - Django is set up above

    engines["django"].engine.string_if_invalid = UndefinedVariable("%s")


@pytest.fixture(autouse=True, scope="session")
def unordered_rows_are_shuffled() -> Iterator[None]:
    """A queryset without order comes back in an order by chance, as the database may give it some day."""
    from django.db.models import QuerySet  # noqa: PLC0415 - Django is set up above

    fetch = QuerySet._fetch_all

    def fetch_and_shuffle(rows: QuerySet) -> None:
        fresh = rows._result_cache is None
        fetch(rows)
        if fresh and not rows.ordered:
            random.shuffle(rows._result_cache)

    QuerySet._fetch_all = fetch_and_shuffle
    yield
    QuerySet._fetch_all = fetch
