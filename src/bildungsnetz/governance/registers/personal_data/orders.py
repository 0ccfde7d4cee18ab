"""Orders and reports."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS, PERMANENT


def register() -> None:
    declare(
        "governance.Recommendation",
        personal={"text": "Empfehlung", "answer": "Antwort", "report": "Bericht an die Konferenz"},
        impersonal={
            "year",
            "number",
            "body",
            "forum",
            "title",
            "field_of_action",
            "state",
            "answered_on",
            "collected_on",
            "position",
            "supporters",
            "published_on",
            "merged_into",
            "reported_in",
            "version",
        },
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.Order",
        personal={"assignee_person": "Wer den Auftrag trägt", "goal": "Auftrag", "state_note": "Begründung"},
        impersonal={
            "decision",
            "body",
            "visibility",
            "year",
            "number",
            "title",
            "field_of_action",
            "assignee_institution",
            "assignee_body",
            "state",
            "issued_on",
            "due_on",
            "delivered_on",
            "settled_on",
            "version",
        },
        basis=BASIS,
        retention=PERMANENT,
    )
    declare("governance.ReportDate", impersonal={"order", "due_on"})
    declare(
        "governance.OrderReport",
        personal={"text": "Bericht", "reported_by_name": "Nachweis"},
        impersonal={"order", "reported_on", "is_final"},
        basis=BASIS,
        retention=PERMANENT,
    )
