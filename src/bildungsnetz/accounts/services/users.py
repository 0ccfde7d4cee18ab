"""Locking and opening accounts."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.accounts import policies
from bildungsnetz.accounts.models import User
from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation


@transaction.atomic
def set_active(*, actor: Actor, user: User, active: bool, now: datetime) -> None:
    """Lock an account (it loses every right at once) or open it again; asking for the present state does nothing.

    Raises NotAllowed, and RuleViolation for one's own account.
    """
    if not policies.may_change_user(actor):
        raise NotAllowed
    if user.pk == actor.user_id:
        raise RuleViolation(_("Das eigene Konto kann niemand sperren."))
    kept = User.objects.select_for_update().get(pk=user.pk)
    if kept.is_active == active:
        return
    kept.is_active = active
    kept.save(update_fields=["is_active"])
    act = "accounts.user.open" if active else "accounts.user.lock"
    audit.record(act, actor=actor, on=kept, now=now)
