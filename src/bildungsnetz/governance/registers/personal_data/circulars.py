"""Circular resolutions and their answers."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS, PERMANENT


def register() -> None:
    declare(
        "governance.CircularResolution",
        personal={
            "title": "Gegenstand des Beschlusses, kann von Personen handeln",
            "reason": "Begründung, kann Namen enthalten",
            "wording": "Wortlaut des Beschlusses, kann Namen enthalten",
            "file": "Unterlage zum Beschluss, kann Namen enthalten",
            "withdraw_reason": "Grund des Zurückziehens",
        },
        impersonal={
            "body",
            "visibility",
            "state",
            "answer_by",
            "started_at",
            "closed_at",
            "end_reason",
            "item",
            "decision",
        },
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.CircularSeat",
        personal={
            "person": "wer gefragt wurde",
            "position": "was die Person geantwortet hat",
            "text": "Vorbehalt, Widerspruch oder Anmerkung im Wortlaut",
            "answered_at": "wann die Person geantwortet hat",
        },
        impersonal={"circular", "mandate", "speaks_for", "reminded_on"},
        basis=BASIS,
        retention=PERMANENT,
    )
