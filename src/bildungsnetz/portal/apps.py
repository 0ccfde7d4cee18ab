"""Registers of portal."""

from datetime import datetime

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import acts, my_day, navigation, personal_data, readiness, sentences


class PortalConfig(AppConfig):
    name = "bildungsnetz.portal"
    label = "portal"
    verbose_name = "Portal"

    def ready(self) -> None:
        _register_acts()
        _register_navigation()
        _register_sentences()
        _declare_personal_data()
        my_day.register(_feedback_of_the_day)
        readiness.register(_legal_pages_are_filled)


def _register_acts() -> None:
    acts.register(
        "portal.text.change", _("Rechtliche Texte ändern"), roles=["head", "clerk", "administration"]
    )
    acts.register("portal.feedback.answer", _("Rückmeldungen beantworten"), roles=["head", "clerk"])


def _register_navigation() -> None:
    navigation.register(
        order=800,
        label=_("Rückmeldungen"),
        route="portal:inbox",
        acts={"portal.feedback.answer"},
        group=_("Portal"),
    )
    navigation.register(
        order=810,
        label=_("Rechtliche Texte"),
        route="portal:texts",
        acts={"portal.text.change"},
        group=_("Portal"),
    )


def _register_sentences() -> None:
    sentences.register(
        {
            "portal.text.change": _("{actor} hat den Text „{label}“ geändert."),
            "portal.feedback.give": _("{label} ist über das öffentliche Formular eingegangen."),
            "portal.feedback.answer": _("{actor} hat {label} per Mail beantwortet."),
            "portal.feedback.close": _("{actor} hat {label} ohne Mail abgeschlossen."),
            "portal.feedback.reopen": _("{actor} hat {label} wieder geöffnet."),
        }
    )


def _declare_personal_data() -> None:
    personal_data.declare("portal.LegalText", impersonal={"slug", "body", "updated_at", "version"})
    personal_data.declare(
        "portal.Feedback",
        personal={
            "message": "Bearbeitung der Rückmeldung",
            "email": "Antwort, wenn die Person sie wünscht",
            "answer": "Nachweis der Antwort",
        },
        impersonal={"receipt", "kind", "page", "received_at", "due_on", "state", "answered_at", "version"},
        basis="Art. 6 Abs. 1 lit. e DSGVO, § 10b BGG NRW, § 5 BITVNRW",
        retention="zwei Jahre nach dem Eingang",
        days=730,
    )


def _feedback_of_the_day(actor: Actor, now: datetime) -> list[my_day.Matter]:
    from bildungsnetz.portal.web.my_day import open_feedback

    return open_feedback(actor, now)


def _legal_pages_are_filled() -> list[str]:
    from bildungsnetz.portal.selectors.legal import unfinished

    return [
        str(_("Der Text „{title}“ fehlt oder hat noch Lücken.")).format(title=page.title)
        for page in unfinished()
    ]
