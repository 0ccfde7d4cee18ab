"""The hearing of cities."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS, PERMANENT


def register() -> None:
    declare(
        "governance.CityCosts",
        personal={
            "waived_by": "Wer auf die Anhörung verzichtet hat",
            "waive_reason": "Grund des Verzichts, kann Namen enthalten",
        },
        impersonal={"item", "estimate", "cities", "waived_key", "waived_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.OpinionRound",
        personal={},
        impersonal={"costs", "text_key", "due_on", "opened_at", "closed_at", "revoked_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.Opinion",
        personal={
            "name": "Ansprechperson der Stadt",
            "email": "Adresse für die Anfrage",
            "text": "Stellungnahme der Stadt, kann Namen enthalten",
            "answered_by": "Wer für die Stadt geantwortet hat",
        },
        impersonal={"round", "city", "token_hash", "sent_at", "reminded_on", "answer", "answered_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
