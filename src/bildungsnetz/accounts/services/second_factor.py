"""Taking a second factor away from somebody who has lost phone and emergency codes."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.accounts import policies
from bildungsnetz.accounts.models import User
from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation


@transaction.atomic
def reset_second_factor(*, actor: Actor, user: User, now: datetime) -> None:
    """Remove the second factor with its emergency codes and tell the person by mail.

    Raises NotAllowed, and RuleViolation for one's own account (one removes it where one set it up, with the password)
    and where there is none.
    """
    if not policies.may_change_user(actor):
        raise NotAllowed
    if user.pk == actor.user_id:
        raise RuleViolation(_("Den eigenen zweiten Faktor entfernen Sie unter Ihrem Namen oben rechts."))
    removed, _kinds = Authenticator.objects.filter(user=user).delete()
    if not removed:
        raise RuleViolation(_("Dieses Konto hat keinen zweiten Faktor."))
    audit.record("accounts.second_factor.reset", actor=actor, on=user, now=now)
    _tell(user, actor, now)


@override("de")
def _tell(user: User, actor: Actor, now: datetime) -> None:
    page = {"user": user, "actor": actor, "network_name": settings.NETWORK_NAME}
    mail.queue(
        to=user.email,
        name=user.name,
        subject=_("Ihr zweiter Faktor wurde entfernt"),
        body=render_to_string("accounts/mail/second_factor_reset.txt", page),
        now=now,
        about=user,
    )
