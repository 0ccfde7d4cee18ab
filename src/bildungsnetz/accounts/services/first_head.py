"""The first account of an installation: nobody is there yet who could invite."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.accounts.domain.roles import HEAD
from bildungsnetz.accounts.models import Invitation
from bildungsnetz.accounts.selectors.actors import grants_in_force
from bildungsnetz.accounts.services.invitations import send_invitation
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import RuleViolation


@transaction.atomic
def invite_first_head(*, email: str, name: str, now: datetime) -> Invitation:
    """Invite the head of the office; can be repeated until somebody has accepted.

    Raises RuleViolation when a head with an open account exists, or the address already has an account.
    """
    heads = grants_in_force(day_of(now)).filter(role__key=HEAD, user__is_active=True)
    if heads.exists():
        raise RuleViolation(
            _("Es gibt schon eine Leitung. Neue Konten vergibt sie unter „Konten und Rollen“.")
        )
    network = replace(SYSTEM, name=settings.NETWORK_NAME)
    return send_invitation(actor=network, email=email, name=name, role_keys=[HEAD], now=now)
