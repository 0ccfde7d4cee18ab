"""Registers of core itself."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import acts, navigation, personal_data


class CoreConfig(AppConfig):
    name = "bildungsnetz.core"
    label = "core"
    verbose_name = "Grundlage"

    def ready(self) -> None:
        acts.register(
            "core.outbox.see",
            _("Postausgang sehen"),
            roles=["head", "clerk", "administration"],
        )
        acts.register("core.outbox.read", _("Mails im Postausgang lesen"), roles=["head", "clerk"])
        acts.register(
            "core.audit.see",
            _("Protokoll aller Vorgänge sehen"),
            roles=["head", "administration", "data_protection"],
        )
        navigation.register(
            order=910,
            label=_("Postausgang"),
            route="core:outbox",
            acts={"core.outbox.see"},
            group=_("Verwaltung"),
        )
        navigation.register(
            order=920,
            label=_("Vorgänge"),
            route="core:audit",
            acts={"core.audit.see"},
            group=_("Verwaltung"),
        )
        _declare_personal_data()


def _declare_personal_data() -> None:
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
            "sent_at",
            "attempts",
            "failure",
            "message_id",
            "about_kind",
            "about_key",
            "secret",
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
