from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import parts
from tests.browser.person import Album
from tests.browser.server import ROOT, prepared, serving
from tests.journeys.cast import Cast

FIRST_DAY = date(2026, 8, 31)


@pytest.fixture
def cast(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Cast]:
    """An empty installation on the first day of the story; its pictures stay in var/screenshots/<journey>/<database>."""
    name = request.node.name.removeprefix("test_").replace("_", "-")
    album = Album(ROOT / "var" / "screenshots" / name / parts.vendor())
    album.clear()
    with prepared(tmp_path) as installation, serving(installation) as server:
        together = Cast(server, browser, album, FIRST_DAY)
        together.wait_until(FIRST_DAY)
        yield together
        together.leave()
