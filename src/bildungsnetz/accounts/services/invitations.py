"""Inviting people to an account."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from bildungsnetz.accounts import policies, signals
from bildungsnetz.accounts.domain import tokens
from bildungsnetz.accounts.models import Invitation, Role, User
from bildungsnetz.accounts.services.grants import grant_role
from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.addresses import absolute


@transaction.atomic
def send_invitation(
    *,
    actor: Actor,
    email: str,
    name: str,
    now: datetime,
    role_keys: Sequence[str] = (),
    reference: str = "",
) -> Invitation:
    """Invite one person by mail. An earlier open invitation to the same address is withdrawn.

    Roles in the invitation need the right to grant roles. Raises NotAllowed, and RuleViolation when the address already
    has an account.
    """
    if not policies.may_invite(actor) or (role_keys and not policies.may_grant_role(actor)):
        raise NotAllowed
    address = email.strip().lower()
    if User.objects.filter(email=address).exists():
        raise RuleViolation(_("Zu dieser Adresse gibt es schon ein Konto."), field="email")
    Invitation.objects.filter(email=address, accepted_at__isnull=True, withdrawn_at__isnull=True).update(
        withdrawn_at=now
    )
    token = tokens.new_token()
    invitation = Invitation.objects.create(
        email=address,
        name=name,
        token_hash=tokens.hash_of(token),
        role_keys=list(role_keys),
        reference=reference,
        created_at=now,
        expires_at=tokens.expiry(now),
    )
    _send_link(invitation, token, actor=actor, now=now)
    audit.record("accounts.invitation.send", actor=actor, on=invitation, now=now, label=name)
    return invitation


@transaction.atomic
def resend_invitation(*, actor: Actor, invitation: Invitation, now: datetime) -> Invitation:
    """Send a fresh link to an invited person; the earlier one is void. Raises NotAllowed, RuleViolation."""
    if not policies.may_invite(actor):
        raise NotAllowed
    if invitation.accepted_at is not None:
        raise RuleViolation(_("Diese Einladung ist schon angenommen."))
    return send_invitation(
        actor=actor,
        email=invitation.email,
        name=invitation.name,
        role_keys=invitation.role_keys,
        reference=invitation.reference,
        now=now,
    )


@transaction.atomic
def withdraw_invitation(*, actor: Actor, invitation: Invitation, now: datetime) -> None:
    """Make the link of an open invitation void. Raises NotAllowed, and RuleViolation when it is accepted already."""
    if not policies.may_invite(actor):
        raise NotAllowed
    kept = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if kept.accepted_at is not None:
        raise RuleViolation(_("Diese Einladung ist schon angenommen. Sie können das Konto sperren."))
    if kept.withdrawn_at is not None:
        return
    kept.withdrawn_at = now
    kept.save(update_fields=["withdrawn_at"])
    audit.record("accounts.invitation.withdraw", actor=actor, on=kept, now=now, label=kept.name)


def _send_link(invitation: Invitation, token: str, *, actor: Actor, now: datetime) -> None:
    text = render_to_string(
        "accounts/mail/invitation.txt",
        {
            "invitation": invitation,
            "sender": _("Das Bildungsbüro") if actor.is_system else actor.name,
            "network_name": settings.NETWORK_NAME,
            "link": absolute("accounts:invitation", token=token),
        },
    )
    mail.queue(
        to=invitation.email,
        name=invitation.name,
        subject=_("Ihr Zugang zum Bildungsnetz"),
        body=text,
        now=now,
        about=invitation,
        secret=True,
    )


@transaction.atomic
def accept_invitation(*, token: str, password: str | None, now: datetime) -> User:
    """Make the account of an invited person. Raises RuleViolation with the reason when the link is of no use.

    Without a password nobody can log in with one (the demo logs in by one click).
    """
    invitation = Invitation.objects.select_for_update().filter(token_hash=tokens.hash_of(token)).first()
    if invitation is None:
        raise RuleViolation(_("Diesen Einladungslink gibt es nicht."))
    why_not = refusal(invitation, now=now)
    if why_not:
        raise RuleViolation(why_not)
    if User.objects.filter(email=invitation.email).exists():
        raise RuleViolation(_("Zu dieser Adresse gibt es schon ein Konto. Bitte melden Sie sich an."))
    user = User.objects.create_user(invitation.email, password, name=invitation.name, date_joined=now)
    invitation.accepted_at, invitation.user = now, user
    invitation.save(update_fields=["accepted_at", "user"])
    for role in Role.objects.filter(key__in=invitation.role_keys).order_by("key"):
        grant_role(actor=SYSTEM, user=user, role=role.key, valid_from=day_of(now), now=now)
    audit.record(
        "accounts.invitation.accept",
        actor=Actor(user_id=user.pk, name=user.name),
        on=user,
        now=now,
    )
    signals.invitation_accepted.send(Invitation, user=user, reference=invitation.reference, now=now)
    return user


def refusal(invitation: Invitation, *, now: datetime) -> str:
    """Why an invitation cannot be used any more; empty when it can."""
    if invitation.accepted_at is not None:
        return _("Diese Einladung wurde schon angenommen. Bitte melden Sie sich an.")
    if invitation.withdrawn_at is not None:
        return _(
            "Diese Einladung gilt nicht mehr. Haben Sie eine neuere Mail bekommen, nutzen Sie bitte deren Link; "
            "sonst wenden Sie sich an das Bildungsbüro."
        )
    if invitation.expires_at <= now:
        return _("Diese Einladung ist abgelaufen. Bitte lassen Sie sich vom Bildungsbüro eine neue schicken.")
    return ""
