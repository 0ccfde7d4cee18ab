from collections.abc import Iterator

import pytest

from tests.browser.region import Region, served_region


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Region]:
    """The small demo region, loaded and served once."""
    with served_region(tmp_path_factory.mktemp("region")) as served:
        yield served
