"""From an account to the actor with the rights in force."""

from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from bildungsnetz.accounts.models import Grant, User
from bildungsnetz.core.actor import PUBLIC, Actor, HeldRole
from bildungsnetz.core.clock import day_of


def actor_for(user: User | AnonymousUser, *, now: datetime) -> Actor:
    """The actor for an account at a moment; one query. Inactive and unknown accounts are the public."""
    if not isinstance(user, User) or not user.is_active:
        return PUBLIC
    held = tuple(
        HeldRole(grant.role.key, frozenset(grant.role.acts), grant.scope)
        for grant in grants_in_force(day_of(now)).filter(user=user)
    )
    return Actor(user_id=user.pk, name=str(user), email=user.email, roles=held)


def grants_in_force(on: date) -> QuerySet[Grant]:
    """All grants that hold on a day, with role and account."""
    running = Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    return (
        Grant.objects.filter(running, valid_from__lte=on, user__is_active=True)
        .select_related("role", "user")
        .order_by("user", "role", "scope", "pk")
    )


def users_who_may(act: str, *, on: date, scope: str = "") -> list[User]:
    """The accounts to whom an act is allowed on a day, everywhere or in the scope, by name."""
    grants = grants_in_force(on).filter(scope__in=["", scope])
    users = {grant.user for grant in grants if act in grant.role.acts}
    return sorted(users, key=lambda user: (user.name, user.pk))
