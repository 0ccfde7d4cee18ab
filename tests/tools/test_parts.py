"""Which part of `make test` runs which test."""

import pytest

from tests import parts

PART_OF = [
    # place, marks, parts that run it
    ("tests/governance/domain/test_seats.py::test_it", (), {"sqlite"}),
    ("tests/architecture/test_size.py::test_it", (), {"sqlite"}),
    ("tests/tools/test_parts.py::test_it", (), {"sqlite"}),
    ("tests/security/test_matrix.py::test_it", (), {"security"}),
    ("tests/governance/services/test_decisions.py::test_it", (), {"sqlite", "postgresql"}),
    ("tests/network/web/test_list.py::test_it", ("postgres",), {"postgresql"}),
    ("tests/browser/test_axe.py::test_it", ("browser",), {"browser"}),
    ("tests/journeys/test_main.py::test_it", ("journey",), {"browser", "postgresql"}),
]


class Item:
    """As much of a collected test as the choice looks at."""

    def __init__(self, nodeid: str, marks: tuple[str, ...]) -> None:
        self.nodeid = nodeid
        self.marks = marks

    def get_closest_marker(self, name: str) -> str | None:
        return name if name in self.marks else None


@pytest.mark.parametrize(("place", "marks", "expected"), PART_OF)
def test_each_test_runs_in_its_parts(place, marks, expected, monkeypatch):
    monkeypatch.setenv(parts.POSTGRES, "postgresql://nobody@/nothing")
    monkeypatch.delenv("BILDUNGSNETZ_DATABASE", raising=False)
    taken = set()
    for part in ("sqlite", "security", "browser", "postgresql"):
        monkeypatch.setenv(parts.PART, part)
        taken |= {part} if parts.takes(Item(place, marks)) else set()
    assert taken == expected
