"""Links of one's own."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS


def register() -> None:
    declare(
        "governance.Feed",
        personal={
            "user": "Abonnement des Kontos",
            "last_used_on": "Tag der letzten Nutzung, für die Person selbst",
        },
        impersonal={"kind", "body", "token_hash", "created_at", "content_hash", "changed_at"},
        basis=BASIS,
        retention="bis die Person den Link widerruft, spätestens mit dem Konto",
    )
