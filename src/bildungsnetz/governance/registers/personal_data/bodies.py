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
            "report_first_due_on",
            "fields_of_action",
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
