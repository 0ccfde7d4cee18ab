"""The demo region with canary words, loaded once for the suites that ask every page as every role."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from bildungsnetz.accounts.models import User
from bildungsnetz.config.demo.accounts import ACCOUNTS
from bildungsnetz.config.demo.canary import Canaries
from bildungsnetz.config.demo.loading import load
from tests.conftest import NOW
from tests.security.matrix import PUBLIC


@dataclass
class House:
    """The canary words and a signed-in client for each role (the key of its demo account), `public` for strangers."""

    words: Canaries
    clients: dict[str, Client]


ROLES = (PUBLIC, *(account.key for account in ACCOUNTS))


@pytest.fixture(scope="package")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """The small demo region inside one transaction that is rolled back after the last test of this folder."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        words = load(NOW, "small", canary=True)
        yield House(words, {role: _client(role) for role in ROLES})
        transaction.set_rollback(True)


def _client(role: str) -> Client:
    client = Client(raise_request_exception=False)
    account = next((account for account in ACCOUNTS if account.key == role), None)
    if account is not None:
        client.force_login(
            User.objects.get(email=account.mail), backend="django.contrib.auth.backends.ModelBackend"
        )
    return client
