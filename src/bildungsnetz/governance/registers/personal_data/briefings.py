"""Briefings of the representatives of the schools."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS

RETENTION = "ein Jahr nach der Sitzung"


def register() -> None:
    declare(
        "governance.SessionBriefing",
        personal={"author_name": "wer das Briefing geschrieben hat"},
        impersonal={"session", "introduction", "state", "issue", "sent_at", "version"},
        basis=BASIS,
        retention=RETENTION,
        days=365,
    )
    declare("governance.BriefingEntry", impersonal={"briefing", "item", "school_form", "text"})
    declare(
        "governance.BriefingReceipt",
        personal={"person": "wer gelesen hat", "read_at": "wann gelesen wurde"},
        impersonal={"briefing", "issue"},
        basis=BASIS,
        retention=RETENTION,
        days=365,
    )
