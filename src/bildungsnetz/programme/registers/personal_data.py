"""Personal data of programme."""

from bildungsnetz.core.registers.personal_data import declare

BASIS = "Art. 6 Abs. 1 lit. e DSGVO, § 3 DSG NRW, § 78a SchulG NRW"


def register() -> None:
    declare(
        "programme.Measure",
        personal={"lead": "Wer die Maßnahme leitet"},
        impersonal={
            "order",
            "title",
            "field_of_action",
            "state",
            "target_group",
            "inputs",
            "outputs",
            "outcome",
            "impact",
            "indicator",
            "starts_on",
            "ends_on",
            "entered_at",
            "version",
        },
        basis=BASIS,
        retention="zehn Jahre nach dem Ende; Angebot an das Archiv",
        days=3650,
    )
    declare(
        "programme.Task",
        personal={"assignee": "Wer die Aufgabe hat"},
        impersonal={"measure", "title", "due_on", "state", "done_on", "entered_at", "version"},
        basis=BASIS,
        retention="mit der Maßnahme",
    )
