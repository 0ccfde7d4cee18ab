"""Decisions, minutes, recommendations."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS, PERMANENT


def register() -> None:
    declare(
        "governance.Decision",
        personal={"wording": "Beschluss", "note": "Vermerk zum Beschluss"},
        impersonal={
            "item",
            "body",
            "year",
            "period",
            "number",
            "is_closed",
            "rule",
            "reasons",
            "outcome",
            "state",
            "votes_yes",
            "votes_no",
            "votes_abstained",
            "decided_on",
            "recorded_at",
            "read_out_at",
            "unlock_reason",
        },
        basis=BASIS,
        retention=PERMANENT,
    )
    declare("governance.DecisionLink", impersonal={"later", "earlier", "kind"})
    declare("governance.CouncilTerm", impersonal={"body", "label", "starts_on", "ends_on"})
    declare(
        "governance.DecisionPosition",
        personal={"stated_by": "Wer für die Seite gesprochen hat", "text": "Vorbehalt oder Widerspruch"},
        impersonal={"decision", "side", "position"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.DecisionObjection",
        personal={"person": "Widerspruch im Protokoll", "text": "Widerspruch im Protokoll"},
        impersonal={"decision"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.Minutes",
        personal={"content": "Protokoll", "pdf": "Protokoll", "excerpt_pdf": "Protokoll"},
        impersonal={
            "session",
            "state",
            "content_hash",
            "composed_at",
            "submitted_at",
            "reminded_on",
            "delivered_at",
            "objection_until",
            "approved_at",
            "pdf_hash",
            "excerpt_hash",
            "version",
        },
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.MinutesApproval",
        personal={"person": "Wer freigegeben hat"},
        impersonal={"minutes", "side", "content_hash", "approved_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.MinutesVersion",
        personal={"content": "Fassungen des Protokolls", "saved_by_name": "Nachweis"},
        impersonal={"minutes", "number", "content_hash", "saved_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.MinutesLink",
        personal={"person": "wer das Protokoll per Link freigeben kann oder freigegeben hat"},
        impersonal={"minutes", "token_hash", "content_hash", "sent_at", "expires_on", "used_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.MinutesDelivery",
        personal={"person": "Wem das Protokoll zugestellt wurde"},
        impersonal={"minutes", "token_hash", "sent_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.MinutesObjection",
        personal={"person": "Wer widersprochen hat", "text": "Widerspruch zum Protokoll"},
        impersonal={"minutes", "content_hash", "objected_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.ObjectionAnswer",
        personal={"person": "Wer geantwortet hat", "reason": "Antwort auf einen Widerspruch"},
        impersonal={"objection", "side", "answered_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.MinutesSupplement",
        personal={"text": "Ergänzung des Protokolls", "reason": "Grund", "added_by_name": "Nachweis"},
        impersonal={"minutes", "number", "added_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
