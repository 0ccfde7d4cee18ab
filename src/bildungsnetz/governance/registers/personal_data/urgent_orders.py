"""Urgent orders and the agreement of the chairs."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS, PERMANENT


def register() -> None:
    declare(
        "governance.UrgentOrder",
        personal={
            "reason": "Grund der Eile, kann Namen enthalten",
            "title": "Auftrag, kann von Personen handeln",
            "goal": "Ziel des Auftrags",
            "assignee_person": "wer den Auftrag tragen soll",
            "proposed_by_name": "wer ihn vorgeschlagen hat",
            "withdraw_reason": "Grund des Zurückziehens",
        },
        impersonal={
            "body",
            "field_of_action",
            "assignee_institution",
            "assignee_body",
            "due_on",
            "report_dates",
            "visibility",
            "state",
            "proposed_at",
            "order",
            "item",
        },
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.UrgentAgreement",
        personal={"person": "wer für die Seite zugestimmt hat"},
        impersonal={"urgent", "side", "agreed_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
