"""Signing in as a role."""

from datetime import date

from django.test import Client

from bildungsnetz.accounts.models import Grant, Role, User
from tests.conftest import NOW


def a_user_with(role: str, scope: str = "") -> User:
    """An account that holds one role since the beginning of 2025."""
    user = User.objects.create_user(
        f"{role}@demo.example", "ein langes Passwort", name=f"Konto {role}", date_joined=NOW
    )
    Grant.objects.create(user=user, role=Role.objects.get(key=role), scope=scope, valid_from=date(2025, 1, 1))
    return user


def signed_in(client: Client, role: str, scope: str = "") -> User:
    """Sign the client in with a fresh account of the role."""
    user = a_user_with(role, scope)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user
