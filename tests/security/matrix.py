"""The table of who may open what: one line per route and state of its object, one column per role.

An entry is the status of a GET: 200 page, 302 redirect (strangers to the login), 403 no right, 404 not to be known, 405 only
by POST, 410 a link that is over. `pytest tests/security/test_matrix.py --write-matrix` writes the table as the house
answers now: read its diff line by line before you keep it.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).parent / "access_matrix.csv"
PUBLIC = "public"


@dataclass(frozen=True)
class Row:
    """One line: the route, the state of the example object, the expected status for each role."""

    route: str
    state: str
    expected: dict[str, int]


def rows() -> list[Row]:
    """The lines of the table in their order."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Row(line.pop("route"), line.pop("state"), {role: int(status) for role, status in line.items()})
            for line in csv.DictReader(file)
        ]


def write(found: list[Row]) -> None:
    """Replace the table by what was found, sorted by route and state."""
    ordered = sorted(found, key=lambda row: (row.route, row.state))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["route", "state", *ordered[0].expected])
        lines.writerows([row.route, row.state, *row.expected.values()] for row in ordered)
