"""Personal data of governance: mandates, minutes and decisions are kept for good and offered to the archive."""

from bildungsnetz.core.registers.personal_data import declare

BASIS = "Art. 6 Abs. 1 lit. e DSGVO, § 3 DSG NRW, § 78a SchulG NRW"
PERMANENT = "dauerhaft; Angebot an das Archiv nach ArchivG NRW"


def _bodies() -> None:
    declare(
        "governance.Body",
        impersonal={
            "name",
            "kind",
            "purpose",
            "parent",
            "chair_model",
            "decision_rule",
            "member_objection_blocks",
            "total_max",
            "invitation_days",
            "papers_days",
            "minutes_days",
            "objection_days",
            "is_active",
            "version",
        },
    )
    declare("governance.BodySide", impersonal={"body", "key", "name", "in_consensus", "order"})
    declare(
        "governance.SeatRuleRow",
        impersonal={
            "body",
            "key",
            "side",
            "function",
            "minimum",
            "maximum",
            "nominating_party",
            "advisory",
            "valid_from",
            "valid_until",
            "order",
        },
    )
    for model in ("Mandate", "Deputyship", "Chair"):
        who = (
            {"mandate": "Besetzung des Gremiums"}
            if model == "Chair"
            else {"person": "Besetzung des Gremiums"}
        )
        rest = {
            "Mandate": {"seat_rule", "nominated_by"},
            "Deputyship": {"mandate", "rank"},
            "Chair": {"body", "side"},
        }[model]
        declare(
            f"governance.{model}",
            personal=who,
            impersonal={*rest, "starts_on", "ends_on"},
            basis=BASIS,
            retention=PERMANENT,
        )


def _sessions() -> None:
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
            "version",
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
            "expires_on",
            "replied_at",
            "sends_deputy",
        },
        basis=BASIS,
        retention="ein Jahr nach der Sitzung, gerechnet ab Ende des Kalenderjahres",
        days=365,
    )
    declare(
        "governance.Attendance",
        personal={"person": "Anwesenheit im Protokoll", "status": "Anwesenheit im Protokoll"},
        impersonal={"session", "mandate", "side", "as_deputy"},
        basis=BASIS,
        retention=PERMANENT,
    )


def _results() -> None:
    declare(
        "governance.Decision",
        personal={"wording": "Beschluss", "note": "Vermerk zum Beschluss"},
        impersonal={
            "item",
            "body",
            "year",
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
        },
        basis=BASIS,
        retention=PERMANENT,
    )
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
        personal={"content": "Protokoll", "pdf": "Protokoll"},
        impersonal={
            "session",
            "state",
            "content_hash",
            "composed_at",
            "submitted_at",
            "approved_at",
            "pdf_hash",
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
        "governance.MinutesSupplement",
        personal={"text": "Ergänzung des Protokolls", "reason": "Grund", "added_by_name": "Nachweis"},
        impersonal={"minutes", "number", "added_at"},
        basis=BASIS,
        retention=PERMANENT,
    )


def _orders() -> None:
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


def register() -> None:
    _bodies()
    _sessions()
    _results()
    _orders()
