"""Surveys of the network in the registers of core."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.registers import acts, hanging, navigation, personal_data, schedule, sentences
from bildungsnetz.core.registers.hanging import Hanging
from bildungsnetz.network.selectors.surveys import answers_of_each_other
from bildungsnetz.network.services.survey_mails import run_surveys

_BASIS = "Art. 6 Abs. 1 lit. a DSGVO (Einwilligung)"
_MAILED = "Art. 6 Abs. 1 lit. e DSGVO, § 78a SchulG NRW; Antworten: Art. 6 Abs. 1 lit. a DSGVO (Einwilligung)"


def register() -> None:
    acts.register("network.survey.see", _("Netzwerkbefragungen sehen"), roles=roles.OFFICE)
    acts.register("network.survey.run", _("Netzwerkbefragungen durchführen"), roles=roles.OFFICE)
    navigation.register(
        order=205,
        label=_("Befragungen"),
        route="network:surveys",
        acts={"network.survey.see"},
        group=_("Netzwerk"),
    )
    _say()
    _declare()
    hanging.register(Hanging("network.surveyinvitation", "institution", _("Einladungen zu Befragungen")))
    hanging.register(
        Hanging(
            "network.surveyanswer", "partner", _("Nennungen in Befragungen"), senseless=answers_of_each_other
        )
    )
    schedule.register(
        "network.survey.turn",
        _("Netzwerkbefragungen versenden, erinnern, beenden"),
        cron="*/15 * * * *",
        run=_turn,
    )


def _say() -> None:
    sentences.register(
        {
            "network.survey.enter": _("{actor} hat die Netzwerkbefragung {label} angelegt."),
            "network.survey.edit": _("{actor} hat die Netzwerkbefragung {label} geändert."),
            "network.survey.start": _(
                "{actor} hat die Netzwerkbefragung {label} gestartet: {asked} Einrichtungen."
            ),
            "network.survey.close": _("{actor} hat die Netzwerkbefragung {label} beendet."),
            "network.survey.remind": _("{actor} hat {institution} an die Befragung {label} erinnert."),
            "network.survey.answer": _("{actor} hat bei der Befragung {label} geantwortet."),
            "network.survey.decline": _("{actor} möchte an der Befragung {label} nicht teilnehmen."),
            "network.survey.withdraw": _(
                "{actor} hat die Einwilligung zur Befragung {label} widerrufen; die Angaben sind gelöscht."
            ),
            "network.survey.confirm": _("{actor} hat eine Angabe der Befragung {label} bestätigt."),
            "network.survey.dispute": _("{actor} hat eine Angabe der Befragung {label} bestritten."),
        }
    )


def _declare() -> None:
    personal_data.declare(
        "network.NetworkSurvey",
        impersonal={
            "version", "title", "question", "purpose", "legal_basis", "kind", "municipality", "closes_on", "state",
            "entered_at", "started_at", "closed_at",
        },
    )  # fmt: skip
    personal_data.declare(
        "network.SurveyInvitation",
        personal={
            "email": "Einladung und Erinnerung",
            "token_hash": "Persönlicher Link zum Antworten und Widerrufen",
            "reminder_hash": "Persönlicher Link zum Antworten und Widerrufen",
            "consented_at": "Nachweis der Einwilligung",
            "consent_text": "Nachweis der Einwilligung",
        },
        impersonal={"survey", "institution", "state", "sent_at", "reminded_at", "answered_at"},
        basis=_MAILED,
        retention="zwei Jahre nach dem Ende der Befragung, Antworten bis zum Widerruf",
        days=730,
    )
    personal_data.declare(
        "network.SurveyAnswer",
        personal={
            "invitation": "Wer die Zusammenarbeit genannt hat",
            "partner": "Mit wem eine Einrichtung zusammenarbeitet",
            "intensity": "Wie oft eine Einrichtung mit anderen zusammenarbeitet",
        },
        impersonal={"field_of_action", "state", "cooperation", "given_at"},
        basis=_BASIS,
        retention="bis zum Widerruf, höchstens zwei Jahre nach dem Ende der Befragung",
        days=730,
    )


def _turn(now: datetime) -> str:
    return run_surveys(now=now)
