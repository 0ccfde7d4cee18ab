"""Papers and private notes."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS, PERMANENT


def register() -> None:
    declare(
        "governance.Paper",
        personal={
            "file": "Unterlage der Sitzung, kann Angaben zu Personen enthalten",
            "title": "Bezeichnung der Unterlage",
            "withdraw_reason": "Grund der Rücknahme",
        },
        impersonal={"item", "visibility", "is_late", "added_at", "withdrawn_at", "version"},
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.ItemNote",
        personal={"author": "eigene Notiz", "text": "eigene Notiz, nur für die Person selbst"},
        impersonal={"item", "changed_at"},
        basis=BASIS,
        retention="bis die Person sie löscht, längstens mit ihrem Konto",
    )
