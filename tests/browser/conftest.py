from tests.browser.fixtures import browser  # noqa: F401 - fixtures are found by name
