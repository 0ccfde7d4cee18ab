"""The roles of a fresh installation."""

from django.utils.translation import override

from bildungsnetz.accounts.domain.roles import SEEDS
from bildungsnetz.accounts.models import Role
from bildungsnetz.core.registers import acts


def seed_roles() -> None:
    """Make the roles known and give them the acts the contexts registered; runs after each migration.

    Roles are stored in German, whatever language the caller speaks.
    """
    with override("de"):
        for seed in SEEDS:
            Role.objects.update_or_create(
                key=seed.key,
                defaults={
                    "label": str(seed.label),
                    "description": str(seed.description),
                    "by_mandate": seed.by_mandate,
                    "acts": acts.acts_of(seed.key),
                },
            )
