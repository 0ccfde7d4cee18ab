"""Every route states who may open it, and stands in the matrix."""

from tests.security.matrix import rows
from tests.security.route_table import routes


def test_every_route_states_its_rule():
    assert [route.name for route in routes() if route.rule is None] == []


def test_every_route_stands_in_the_matrix():
    known = {row.route for row in rows()}
    names = {route.name for route in routes()}
    assert names - known == set(), "routes without a line in tests/security/access_matrix.csv"
    assert known - names == set(), "lines of the matrix without a route"
