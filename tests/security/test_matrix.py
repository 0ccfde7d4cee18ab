"""Who may open what, and that looking changes nothing."""

import pytest
from django.urls import reverse

from tests.security.conftest import ROLES, House
from tests.security.examples import examples_of
from tests.security.matrix import Row, rows, write
from tests.security.route_table import routes
from tests.security.visits import visit

pytestmark = pytest.mark.django_db


def found_rows(house: House) -> tuple[list[Row], list[str]]:
    """The matrix as it is, and the GETs that wrote something."""
    found, writers = [], []
    for route in routes():
        for state, arguments in examples_of(route.name, route.arguments).items():
            url = reverse(route.name, kwargs=arguments)
            made = {role: visit(house.clients[role], url) for role in ROLES}
            found.append(Row(route.name, state, {role: entry.status for role, entry in made.items()}))
            writers += [f"{role} {url}: {entry.wrote}" for role, entry in made.items() if entry.wrote]
    return found, writers


@pytest.fixture(scope="package")
def answers(house: House, pytestconfig: pytest.Config) -> tuple[list[Row], list[str]]:
    found, writers = found_rows(house)
    if pytestconfig.getoption("--write-matrix"):
        write(found)
    return found, writers


def test_every_route_answers_every_role_as_the_matrix_says(answers):
    found, _writers = answers
    expected = {(row.route, row.state): row.expected for row in rows()}
    actual = {(row.route, row.state): row.expected for row in found}
    assert actual == expected


def test_no_get_changes_anything(answers):
    _found, writers = answers
    assert writers == []


def test_no_page_breaks(answers):
    found, _writers = answers
    assert [
        (row.route, row.state, role)
        for row in found
        for role, status in row.expected.items()
        if status >= 500
    ] == []
