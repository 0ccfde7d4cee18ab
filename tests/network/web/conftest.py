from collections.abc import Callable

import pytest
from django.test import Client

from tests.network.build import a_user


@pytest.fixture
def signed_in() -> Callable[[str], Client]:
    """A browser of somebody who holds the role."""

    def sign_in(role: str) -> Client:
        client = Client()
        client.force_login(a_user(role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def clerk(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("clerk")
