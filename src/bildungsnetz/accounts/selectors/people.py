"""Accounts, invitations and roles for the pages of the administration."""

from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

from bildungsnetz.accounts import policies
from bildungsnetz.accounts.domain.tokens import hash_of
from bildungsnetz.accounts.models import Grant, Invitation, Role, User
from bildungsnetz.core.actor import Actor


def users(actor: Actor, asked: str = "") -> QuerySet[User]:
    """All accounts by name, for whom the actor administers; otherwise none. `asked` narrows to name or address."""
    if not policies.may_see_users(actor):
        return User.objects.none()
    found = User.objects.order_by("name", "pk")
    return found.filter(Q(name__icontains=asked) | Q(email__icontains=asked)) if asked else found


def open_invitations(actor: Actor) -> QuerySet[Invitation]:
    """Invitations that are neither accepted nor withdrawn, newest first."""
    if not policies.may_invite(actor):
        return Invitation.objects.none()
    return Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True).order_by(
        "-created_at", "-pk"
    )


def roles() -> QuerySet[Role]:
    return Role.objects.order_by("by_mandate", "label", "pk")


def roles_by_hand() -> QuerySet[Role]:
    """The roles that are given by hand (the others follow from mandates)."""
    return roles().filter(by_mandate=False)


def invitation_by_token(token: str) -> Invitation | None:
    return Invitation.objects.filter(token_hash=hash_of(token)).first()


def grants_to_end(user: User, on: date) -> QuerySet[Grant]:
    """The grants of an account that were given by hand and have not ended before a day."""
    running = Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    return Grant.objects.filter(running, user=user, source="").select_related("role", "user").order_by("pk")


def demo_users() -> QuerySet[User]:
    """The accounts that demo mode offers for a login by one click."""
    return User.objects.filter(email__endswith=settings.DEMO_DOMAIN, is_active=True).order_by("pk")
