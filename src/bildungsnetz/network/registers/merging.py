"""Merges in the registers of core, and how the rows of network hang on institutions and persons."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.registers import acts, hanging, navigation, personal_data, schedule, sentences
from bildungsnetz.core.registers.hanging import Hanging
from bildungsnetz.network.services.merging import forget_journals
from bildungsnetz.network.services.steward_grants import sync_keys

ROWS = (
    ("network.function", "person", _("Funktionen")),
    ("network.function", "institution", _("Funktionen von Personen")),
    ("network.institution_fields_of_action", "institution", _("Handlungsfelder")),
    ("network.institutionprofile", "institution", _("Profil mit Sprachen und Zielgruppen")),
    ("network.affiliation", "institution", _("Zugehörigkeit zu einer Einrichtung")),
    ("network.affiliation", "parent", _("Zweigstellen")),
    ("network.succession", "predecessor", _("Nachfolge")),
    ("network.succession", "successor", _("Vorgänger")),
    ("network.personchannel", "person", _("Weitere Kontaktwege")),
    ("network.objection", "person", _("Widersprüche")),
    ("network.offer", "institution", _("Angebote")),
    ("network.pageviews", "institution", _("Aufrufe der öffentlichen Seite")),
    ("network.cooperation", "first", _("Kooperationen")),
    ("network.cooperation", "second", _("Kooperationen")),
)


def register() -> None:
    acts.register(
        "network.merge.make", _("Dubletten zusammenführen und trennen"), roles=[roles.HEAD, roles.CLERK]
    )
    navigation.register(
        order=235,
        label=_("Dubletten"),
        route="network:duplicates",
        acts={"network.merge.make"},
        group=_("Register pflegen"),
    )
    sentences.register(
        {
            "network.merge.make": _("{actor} hat {other} in {label} aufgehen lassen."),
            "network.merge.undo": _("{actor} hat {other} wieder von {label} getrennt."),
            "network.merge.keep_apart": _("{actor} hat festgehalten: {label} und {other} sind verschieden."),
        }
    )
    schedule.register(
        "network.merge.forget",
        _("Aufzeichnungen alter Zusammenführungen leeren"),
        cron="20 3 * * *",
        run=forget_journals,
    )
    _register_rows()
    _declare()


def _register_rows() -> None:
    for model, field, label in ROWS:
        hanging.register(Hanging(model, field, label))
    hanging.register(Hanging("network.site", "institution", _("Standorte"), on_clash={"is_main": False}))
    hanging.register(
        Hanging("network.contactchannel", "institution", _("Kontaktwege"), on_clash={"purpose": "merged"})
    )
    for field in ("institution", "person"):
        hanging.register(
            Hanging("network.stewardship", field, _("Pflege durch die Einrichtung"), moved=sync_keys)
        )


def _declare() -> None:
    personal_data.declare(
        "network.Merge",
        personal={
            "loser_label": "Nachvollziehen, was zusammengeführt wurde",
            "winner_label": "Nachvollziehen, was zusammengeführt wurde",
            "journal": "Rückgängigmachen; wird nach 30 Tagen geleert",
            "changes": "Rückgängigmachen; wird nach 30 Tagen geleert",
            "merged_by": "Nachweis, wer gehandelt hat",
            "undone_by": "Nachweis, wer gehandelt hat",
            "leftovers": "Nachweis, was nicht zurückging",
        },
        impersonal={"kind", "loser", "winner", "merged_at", "undone_at"},
        basis="Art. 5 Abs. 1 lit. d DSGVO (Richtigkeit)",
        retention="Aufzeichnung 30 Tage, Nachweis drei Jahre",
        days=1095,
    )
    personal_data.declare("network.DistinctPair", impersonal={"kind", "first", "second"})
