"""The parts into which `make test` cuts the suite: one worker each, side by side, one summary at the end.

Rules without a database and the shape of the code need one run; everything that stores or answers runs on both databases;
the suites over all routes (security) and the browser run on SQLite, the main jobs from end to end on both.
"""

import os

import pytest

PART = "BILDUNGSNETZ_TEST_PART"  # sqlite, security, browser or postgresql; unset: everything, on BILDUNGSNETZ_DATABASE
POSTGRES = "BILDUNGSNETZ_TEST_POSTGRES"  # the address for the part postgresql
OVER_ALL_ROUTES = "tests/security/"
ONCE = ("tests/architecture/", "tests/tools/", OVER_ALL_ROUTES, "/domain/")


def vendor() -> str:
    """The database system in use: "sqlite" or "postgresql"."""
    return "postgresql" if database().startswith("postgres") else "sqlite"


def database() -> str:
    """The address of the database, as BILDUNGSNETZ_DATABASE wants it."""
    if os.environ.get(PART) == "postgresql":
        return os.environ[POSTGRES]
    return os.environ.get("BILDUNGSNETZ_DATABASE") or "sqlite:///:memory:"


def takes(item: pytest.Item) -> bool:
    """Whether this process runs the test."""
    if item.get_closest_marker("postgres") and vendor() != "postgresql":
        return False
    journey = item.get_closest_marker("journey") is not None
    in_browser = journey or item.get_closest_marker("browser") is not None
    match os.environ.get(PART):
        case "sqlite":
            return not in_browser and OVER_ALL_ROUTES not in item.nodeid
        case "security":
            return OVER_ALL_ROUTES in item.nodeid
        case "browser":
            return in_browser
        case "postgresql":
            once = any(place in item.nodeid for place in ONCE)
            return journey or not (in_browser or once)
        case _:
            return True
