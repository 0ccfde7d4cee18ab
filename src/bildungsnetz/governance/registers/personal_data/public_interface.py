"""What the public interface tells."""

from bildungsnetz.core.registers.personal_data import declare


def register() -> None:
    declare(
        "governance.PublicRecord",
        personal={"content": "öffentliche Auskunft über Gremien, kann Namen von Personen enthalten"},
        impersonal={"kind", "key", "origin", "body_id", "created", "modified", "deleted"},
        basis="Einwilligung (Art. 6 Abs. 1 lit. a DSGVO)",
        retention="bis zum Widerruf; danach bleiben nur Schlüssel und Zeitpunkte",
    )
