"""What other contexts may use of accounts."""

from bildungsnetz.accounts.domain import roles, tokens
from bildungsnetz.accounts.models import User
from bildungsnetz.accounts.selectors.actors import actor_for, users_who_may
from bildungsnetz.accounts.selectors.people import users
from bildungsnetz.accounts.services.grants import replace_grants
from bildungsnetz.accounts.services.invitations import accept_invitation, send_invitation

__all__ = [
    "User",
    "accept_invitation",
    "actor_for",
    "replace_grants",
    "roles",
    "send_invitation",
    "tokens",
    "users",
    "users_who_may",
]
