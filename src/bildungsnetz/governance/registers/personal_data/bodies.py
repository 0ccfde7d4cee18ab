"""Bodies, seats, mandates."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS, PERMANENT


def register() -> None:
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
            "quorum_percent",
            "release_needed",
            "takes_requests",
            "proposal_days",
            "report_first_due_on",
            "fields_of_action",
            "invitation_days",
            "papers_days",
            "minutes_days",
            "objection_days",
            "approval_reminder_days",
            "numbering",
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
            "Mandate": {"seat_rule", "nominated_by", "rotation", "reminded_on"},
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
    declare(
        "governance.BodyDocument",
        personal={
            "file": "Vertrag oder Geschäftsordnung, kann Namen der Unterzeichnenden enthalten",
            "text": "Wortlaut dazu",
        },
        impersonal={"body", "kind", "valid_from", "note", "added_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.YearlyReport",
        personal={
            "text": "Bericht des Gremiums, kann Namen enthalten",
            "file": "Datei zum Bericht, kann Namen enthalten",
        },
        impersonal={"body", "due_on", "given_at"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.TopicGuest",
        personal={"person": "Gast des Gremiums"},
        impersonal={"body", "topic", "starts_on", "ends_on"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.NameConsent",
        personal={"person": "Einwilligung in die Namensnennung", "how": "Nachweis der Einwilligung"},
        impersonal={"given_on", "withdrawn_on", "recorded_at"},
        basis="Art. 6 Abs. 1 lit. a DSGVO; Nachweis nach Art. 7 Abs. 1 DSGVO",
        retention="drei Jahre nach dem Widerruf, sonst mit der Person",
    )
    declare("governance.Rotation", impersonal={"seat_rule", "months", "handover_days", "planned_at"})
    declare(
        "governance.NominationLetter",
        personal={
            "address": "Anschrift der benennenden Stelle",
            "greeting": "Anrede im Schreiben",
            "reason": "Anlass, kann das bisherige Mitglied nennen",
            "signed_by": "wer das Schreiben unterzeichnet",
        },
        impersonal={"seat_rule", "people", "dated_on", "reply_by"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.Election",
        personal={"led_by": "wer die Wahl leitet"},
        impersonal={
            "seat_rule",
            "title",
            "school_form",
            "places",
            "closes_at",
            "mandate_from",
            "mandate_until",
            "state",
            "opened_at",
            "counted_at",
            "cast",
            "blank",
        },
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.Candidate",
        personal={"person": "steht zur Wahl"},
        impersonal={"election", "votes", "is_elected", "by_lot"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.Voter",
        personal={"person": "Wählerverzeichnis", "has_voted": "ob jemand gewählt hat, nie was"},
        impersonal={"election", "school", "token_hash"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare("governance.Ballot", impersonal={"election", "choices"})
