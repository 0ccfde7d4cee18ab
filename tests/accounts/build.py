"""Accounts, roles and invitations for tests, made through the services."""

import re
from datetime import UTC, date, datetime
from itertools import count

from django.test import Client

from bildungsnetz.accounts.models import User
from bildungsnetz.accounts.selectors.actors import actor_for
from bildungsnetz.accounts.services.grants import grant_role
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.models import OutgoingMail

NOW = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
TODAY = date(2026, 3, 4)
PASSWORD = "ein Satz den nur ich kenne"
_numbers = count(1)


def a_user(role: str = "", name: str = "Petra Sommer", email: str = "") -> User:
    """An account, with one role in force since today if given."""
    address = email or f"konto{next(_numbers)}@demo.example"
    user = User.objects.create_user(address, PASSWORD, name=name, date_joined=NOW)
    if role:
        grant_role(actor=SYSTEM, user=user, role=role, valid_from=TODAY, now=NOW)
    return user


def actor_of(user: User, now: datetime = NOW) -> Actor:
    return actor_for(user, now=now)


def an_actor(role: str) -> Actor:
    """Somebody with an account and one role."""
    return actor_of(a_user(role))


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def browser(role: str) -> Client:
    """A browser of somebody who holds one role."""
    return browser_of(a_user(role))


def link_in(mail: OutgoingMail) -> str:
    """The path of the first link in a mail."""
    found = re.search(r"https?://[^/\s]+(/\S+)", mail.body)
    assert found is not None, mail.body
    return found.group(1)


def last_mail() -> OutgoingMail:
    mail = OutgoingMail.objects.order_by("pk").last()
    assert mail is not None
    return mail
