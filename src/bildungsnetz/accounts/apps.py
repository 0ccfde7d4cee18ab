"""Registers of accounts."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import acts, navigation, personal_data, sentences


class AccountsConfig(AppConfig):
    name = "bildungsnetz.accounts"
    label = "accounts"
    verbose_name = "Konten"

    def ready(self) -> None:
        _register_acts()
        _register_sentences()
        _declare_personal_data()
        navigation.register(
            order=900,
            label=_("Konten und Rollen"),
            route="accounts:team",
            acts={"accounts.user.see"},
            group=_("Verwaltung"),
        )
        post_migrate.connect(_seed_roles, sender=self)


def _seed_roles(**_kwargs: Any) -> None:
    from bildungsnetz.accounts.services.roles import seed_roles

    seed_roles()


def _register_acts() -> None:
    keepers = ["head", "administration"]
    acts.register("accounts.invitation.send", _("Personen einladen"), roles=[*keepers, "clerk"])
    acts.register("accounts.user.see", _("Konten sehen"), roles=[*keepers, "data_protection", "clerk"])
    acts.register(
        "accounts.user.change", _("Konten sperren und öffnen, zweiten Faktor entfernen"), roles=keepers
    )
    acts.register("accounts.role.grant", _("Rollen vergeben"), roles=keepers)


def _register_sentences() -> None:
    sentences.register(
        {
            "accounts.invitation.send": _("{actor} hat {label} eingeladen, ein Konto anzulegen."),
            "accounts.invitation.withdraw": _("{actor} hat die Einladung an {label} zurückgezogen."),
            "accounts.invitation.accept": _("{actor} hat die Einladung angenommen."),
            "accounts.role.grant": _("{actor} hat {label} die Rolle „{role}“ gegeben."),
            "accounts.role.end": _("{actor} hat die Rolle „{role}“ von {label} beendet."),
            "accounts.second_factor.reset": _("{actor} hat den zweiten Faktor von {label} entfernt."),
            "accounts.user.lock": _("{actor} hat das Konto von {label} gesperrt."),
            "accounts.user.open": _("{actor} hat das Konto von {label} wieder geöffnet."),
        }
    )


def _declare_personal_data() -> None:
    basis = "Art. 6 Abs. 1 lit. e DSGVO, § 3 DSG NRW, § 78a SchulG NRW"
    personal_data.declare(
        "accounts.User",
        personal={
            "email": "Anmeldung und Benachrichtigung",
            "name": "Anzeige bei eigenen Vorgängen",
            "password": "Anmeldung (nur als Hash)",
            "last_login": "Erkennen verwaister Konten",
            "date_joined": "Nachweis",
        },
        impersonal={"is_active"},
        basis=basis,
        retention="zwei Jahre nach dem Ende der letzten Rolle",
        days=730,
    )
    personal_data.declare(
        "accounts.Invitation",
        personal={
            "email": "Zustellung der Einladung",
            "name": "Anrede",
            "user": "Verweis auf das angelegte Konto",
            "reference": "Verweis auf die Person im Netzwerk",
        },
        impersonal={
            "token_hash",
            "role_keys",
            "created_at",
            "expires_at",
            "accepted_at",
            "withdrawn_at",
        },
        basis=basis,
        retention="ein Jahr nach Ablauf",
        days=365,
    )
    personal_data.declare(
        "accounts.Grant",
        personal={"user": "Wer die Rolle hat"},
        impersonal={"role", "scope", "valid_from", "valid_until", "source"},
        basis=basis,
        retention="mit dem Konto",
    )
    personal_data.declare(
        "mfa.Authenticator",
        personal={
            "user": "Wem der zweite Faktor gehört",
            "data": "Anmeldung",
            "last_used_at": "Erkennen von Missbrauch",
        },
        impersonal={"type", "created_at"},
        basis=basis,
        retention="mit dem Konto oder sobald die Person ihn entfernt",
    )
    personal_data.declare(
        "sessions.Session",
        personal={"session_data": "Wer angemeldet ist"},
        impersonal={"session_key", "expire_date"},
        basis=basis,
        retention="mit dem Ende der Sitzung, spätestens nach zwölf Stunden",
        days=1,
    )
    personal_data.declare("accounts.Role", impersonal={"key", "label", "description", "by_mandate", "acts"})
