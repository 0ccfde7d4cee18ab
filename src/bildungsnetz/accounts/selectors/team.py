"""Accounts as the administration reads them: each with its roles in words and its second factor."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator

from bildungsnetz.accounts.models import Grant, User
from bildungsnetz.core.registers import scopes


@dataclass(frozen=True)
class HeldInWords:
    """One role of an account: `scope` is the name of the body it is limited to (empty: everywhere)."""

    pk: int
    label: str
    scope: str
    valid_from: date
    valid_until: date | None
    state: str
    by_hand: bool


@dataclass(frozen=True)
class AccountLine:
    user: User
    roles: Sequence[HeldInWords]
    second_factor: bool


def lines(users: Iterable[User], *, on: date) -> list[AccountLine]:
    """The accounts with the roles in force on a day; the number of queries does not depend on their number."""
    shown = list(users)
    held = _held(shown, on)
    secured = set(
        Authenticator.objects.filter(user__in=shown, type=Authenticator.Type.TOTP).values_list(
            "user_id", flat=True
        )
    )
    return [
        AccountLine(user, [role for role in held[user.pk] if role.state == "running"], user.pk in secured)
        for user in shown
    ]


def all_roles(user: User, *, on: date) -> list[HeldInWords]:
    """Every role an account holds, will hold or held; those in force on the day first."""
    order = ("running", "coming", "ended")
    return sorted(_held([user], on)[user.pk], key=lambda role: (order.index(role.state), role.label, role.pk))


def _held(users: list[User], on: date) -> dict[int, list[HeldInWords]]:
    grants = list(
        Grant.objects.filter(user__in=users).select_related("role").order_by("role__label", "scope", "pk")
    )
    words = scopes.names({grant.scope for grant in grants})
    held: dict[int, list[HeldInWords]] = {user.pk: [] for user in users}
    for grant in grants:
        held[grant.user_id].append(_in_words(grant, words.get(grant.scope, grant.scope), on))
    return held


def _in_words(grant: Grant, scope: str, on: date) -> HeldInWords:
    return HeldInWords(
        pk=grant.pk,
        label=grant.role.label,
        scope=scope,
        valid_from=grant.valid_from,
        valid_until=grant.valid_until,
        state=_state(grant, on),
        by_hand=not grant.source,
    )


def _state(grant: Grant, on: date) -> str:
    if grant.valid_from > on:
        return "coming"
    return "ended" if grant.valid_until is not None and grant.valid_until < on else "running"
