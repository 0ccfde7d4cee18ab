"""Which fields of core hold personal data."""

from bildungsnetz.core.registers import personal_data


def declare() -> None:
    """Every model of core."""
    personal_data.declare(
        "core.AuditEntry",
        personal={
            "actor_id": "Nachweis, wer gehandelt hat",
            "actor_name": "Nachweis, wer gehandelt hat",
            "object_label": "kann den Namen einer Person enthalten",
            "facts": "kann Bezeichnungen enthalten",
        },
        impersonal={"at", "act", "object_kind", "object_key", "thread"},
        basis="Art. 5 Abs. 2 DSGVO",
        retention="mit dem Vorgang, auf den es sich bezieht; Angebot an das Archiv",
    )
    personal_data.declare(
        "core.OutgoingMail",
        personal={
            "recipient": "Zustellung",
            "recipient_name": "Zustellung",
            "subject": "Zustellung",
            "body": "Zustellung",
        },
        impersonal={
            "state",
            "queued_at",
            "claimed_at",
            "sent_at",
            "attempts",
            "failure",
            "message_id",
            "about_kind",
            "about_key",
            "secret",
            "unsubscribe_url",
        },
        basis="Art. 6 Abs. 1 lit. e DSGVO",
        retention="90 Tage nach dem Versand",
        days=90,
    )
    personal_data.declare(
        "core.MailAttachment",
        personal={"content": "Zustellung", "filename": "Zustellung"},
        impersonal={"mail", "content_type"},
        basis="Art. 6 Abs. 1 lit. e DSGVO",
        retention="mit der Mail",
    )
    personal_data.declare(
        "core.SearchEntry",
        personal=dict.fromkeys(("title", "excerpt", "title_words", "terms"), "Auffinden"),
        impersonal={"kind", "key", "url"},
        basis="wie das Objekt, von dem der Eintrag abgeleitet ist",
        retention="mit dem Objekt, von dem der Eintrag abgeleitet ist",
    )
    personal_data.declare(
        "core.SearchWord",
        personal={"word": "Auffinden trotz Tippfehlern, kann ein Name sein"},
        impersonal={"length"},
        basis="wie die Objekte, deren Texte das Wort enthalten",
        retention="mit dem letzten Objekt, dessen Text das Wort enthält",
    )
    personal_data.declare(
        "core.StoredFile",
        personal={"name": "Bezeichnung der Datei, kann den Namen einer Person enthalten"},
        impersonal={"sha256", "content_type", "size", "kept_at"},
        basis="wie das Objekt, zu dem die Datei gehört",
        retention="mit dem Objekt, zu dem die Datei gehört",
    )
    personal_data.declare(
        "core.ScheduledRun", impersonal={"name", "planned_at", "ran_at", "result", "failed"}
    )
    personal_data.declare(
        "core.Progress",
        personal={
            "started_by": "Nachweis, wer die Arbeit begonnen hat",
            "failures": "kann Namen von Personen enthalten, bei denen ein Schritt nicht gelang",
        },
        impersonal={
            "kind",
            "about_kind",
            "about_key",
            "state",
            "total",
            "done",
            "started_at",
            "moved_at",
        },
        basis="Art. 6 Abs. 1 lit. e DSGVO",
        retention="90 Tage nach dem Ende der Arbeit",
        days=90,
    )
    personal_data.declare(
        "core.MailboxPosition", impersonal={"name", "validity", "last_uid", "looked_at", "trouble"}
    )
    personal_data.declare("core.SchoolHoliday", impersonal={"name", "first_day", "last_day"})
