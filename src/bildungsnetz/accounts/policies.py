"""Who may do what with accounts."""

from bildungsnetz.core.actor import Actor

INVITE = "accounts.invitation.send"
SEE_USERS = "accounts.user.see"
CHANGE_USER = "accounts.user.change"
GRANT_ROLE = "accounts.role.grant"


def may_invite(actor: Actor) -> bool:
    return actor.can(INVITE)


def may_see_users(actor: Actor) -> bool:
    return actor.can(SEE_USERS)


def may_change_user(actor: Actor) -> bool:
    return actor.can(CHANGE_USER)


def may_grant_role(actor: Actor) -> bool:
    return actor.can(GRANT_ROLE)
