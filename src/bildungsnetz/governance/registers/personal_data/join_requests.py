"""Requests to join a working group."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS


def register() -> None:
    declare(
        "governance.JoinRequest",
        personal={
            "person": "wer mitarbeiten möchte",
            "institution": "für welche Einrichtung die Person käme",
            "reason": "Anfrage zur Mitarbeit",
            "brings": "Anfrage zur Mitarbeit",
            "answer": "Antwort auf die Anfrage",
        },
        impersonal={"body", "state", "asked_at", "settled_at"},
        basis=BASIS,
        retention="ein Jahr nach Antwort oder Rücknahme",
        days=365,
    )
