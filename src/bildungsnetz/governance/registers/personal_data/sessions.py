"""Sessions, invitations, attendance."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS, PERMANENT


def register() -> None:
    declare(
        "governance.Session",
        impersonal={
            "body",
            "number",
            "state",
            "mode",
            "starts_at",
            "ends_at",
            "place",
            "online_link",
            "invited_at",
            "late_reason",
            "sequence",
            "quorum_stated",
            "quorum_note",
            "next_date",
            "cancel_reason",
            "current_item",
            "published_at",
            "blocked_reason",
            "version",
        },
    )
    declare(
        "governance.ItemProposal",
        personal={
            "person": "wer den Punkt vorgeschlagen hat",
            "title": "Vorschlag",
            "concern": "Vorschlag",
            "wording": "Vorschlag",
            "answer": "Antwort auf den Vorschlag",
        },
        impersonal={"session", "kind", "minutes", "state", "proposed_at", "answered_at", "item"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.AgendaRelease",
        personal={"person": "wer die Tagesordnung freigegeben hat"},
        impersonal={"session", "side", "released_at", "void_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.SessionTemplate",
        impersonal={
            "body",
            "name",
            "months",
            "weekday",
            "week",
            "starts_at",
            "minutes",
            "mode",
            "place",
            "online_link",
            "version",
        },
    )
    declare(
        "governance.TemplateItem",
        impersonal={
            "template",
            "position",
            "title",
            "kind",
            "summary",
            "minutes_planned",
            "visibility",
            "recurrence",
            "every",
        },
    )
    declare(
        "governance.AgendaItem",
        personal={
            "summary": "Vorbereitung der Sitzung",
            "proposal": "Vorbereitung der Sitzung",
            "result": "Protokoll",
        },
        impersonal={
            "session",
            "position",
            "number",
            "title",
            "kind",
            "fixed",
            "state",
            "submitted_by",
            "minutes_planned",
            "visibility",
            "is_table_paper",
            "recommendation",
            "added_at",
            "version",
        },
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.SessionInvitation",
        personal={
            "person": "Einladung",
            "note": "Nachricht an die Geschäftsführung",
            "reply": "Zu- oder Absage",
        },
        impersonal={
            "session",
            "mandate",
            "as_deputy",
            "token_hash",
            "uid",
            "sent_at",
            "mail",
            "sequence",
            "expires_on",
            "replied_at",
            "sends_deputy",
        },
        basis=BASIS,
        retention="ein Jahr nach der Sitzung, gerechnet ab Ende des Kalenderjahres",
        days=365,
    )
    declare(
        "governance.IncomingReply",
        personal={
            "attendee": "Zuordnung der Antwort",
            "sender": "Zuordnung der Antwort",
            "comment": "Nachricht an die Geschäftsführung",
            "said": "Zu- oder Absage",
        },
        impersonal={
            "message_id",
            "state",
            "problem",
            "invitation",
            "uid",
            "sequence",
            "written_at",
            "received_at",
        },
        basis=BASIS,
        retention="ein Jahr nach dem Eingang, gerechnet ab Ende des Kalenderjahres",
        days=365,
    )
    declare(
        "governance.Attendance",
        personal={"person": "Anwesenheit im Protokoll", "status": "Anwesenheit im Protokoll"},
        impersonal={"session", "mandate", "side", "as_deputy"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.AttendanceMove",
        personal={"person": "Anwesenheit im Protokoll", "at": "Anwesenheit im Protokoll"},
        impersonal={"session", "mandate", "kind", "item", "recorded_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
