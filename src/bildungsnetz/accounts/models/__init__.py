from bildungsnetz.accounts.models.invitation import Invitation
from bildungsnetz.accounts.models.role import Grant, Role
from bildungsnetz.accounts.models.user import User

__all__ = ["Grant", "Invitation", "Role", "User"]
