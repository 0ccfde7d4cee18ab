"""How often, and by which address."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from bildungsnetz.core.web.limits import Limit, address_of


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()


def test_a_limit_is_reached_by_one_visitor_only():
    limit = Limit("test", 2, 60)
    for _ in range(2):
        assert not limit.is_reached("a")
        limit.count("a")
    assert (limit.is_reached("a"), limit.is_reached("b")) == (True, False)


@pytest.mark.parametrize(
    ("trusted", "forwarded", "address"),
    [
        (False, "203.0.113.9", "127.0.0.1"),
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "invented, 203.0.113.9", "203.0.113.9"),
    ],
)
def test_only_a_proxy_we_trust_says_who_asks(settings, trusted, forwarded, address):
    settings.TRUSTED_PROXY = trusted
    assert address_of(RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})) == address
