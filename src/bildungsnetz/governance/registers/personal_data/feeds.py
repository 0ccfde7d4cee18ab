"""Links of one's own, and what people follow."""

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
    declare(
        "governance.Follower",
        personal={"user": "Mails mit Neuigkeiten", "rhythm": "Mails mit Neuigkeiten"},
        impersonal={"looked_at"},
        basis=BASIS,
        retention="bis zum Ende des Kontos",
    )
    declare(
        "governance.Follow",
        personal={"follower": "Mails mit Neuigkeiten"},
        impersonal={"body", "field_of_action", "since"},
        basis=BASIS,
        retention="bis die Person nicht mehr folgt, spätestens mit dem Konto",
    )
    declare(
        "governance.NewsTold",
        personal={"follower": "damit niemand etwas zweimal bekommt"},
        impersonal={"kind", "key", "told_at"},
        basis=BASIS,
        retention="90 Tage nach der Mail",
        days=90,
    )
