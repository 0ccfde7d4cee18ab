"""The roles of a fresh installation, each with a description in plain German.

Which acts a role holds is stated where the act is registered (`<context>/apps.py`); both are data afterwards.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class RoleSeed:
    key: str
    label: str | Promise
    description: str | Promise
    by_mandate: bool = False


HEAD = "head"
PEDAGOGICAL = "pedagogical"
SCIENTIFIC = "scientific"
CLERK = "clerk"
CO_CHAIR = "co_chair"
MEMBER = "member"
DEPUTY = "deputy"
SCHOOL = "school"
PARTNER = "partner"
DATA_PROTECTION = "data_protection"
ADMINISTRATION = "administration"

OFFICE = (HEAD, PEDAGOGICAL, SCIENTIFIC, CLERK)
SEATED = (CO_CHAIR, MEMBER, DEPUTY)

SEEDS = (
    RoleSeed(
        HEAD,
        _("Leitung Bildungsbüro"),
        _(
            "Führt die Geschäfte: sieht alles im Netzwerk, gibt Aufträge weiter und nimmt Ergebnisse entgegen."
        ),
    ),
    RoleSeed(
        PEDAGOGICAL,
        _("Pädagogische Mitarbeit"),
        _("Berät Schulen, führt Maßnahmen und Aufgaben, pflegt Einrichtungen und Personen."),
    ),
    RoleSeed(
        SCIENTIFIC,
        _("Wissenschaftliche Mitarbeit"),
        _("Verantwortet das Bildungsmonitoring, liest Gremien und Programm."),
    ),
    RoleSeed(
        CLERK,
        _("Verwaltungskraft"),
        _("Bereitet Sitzungen vor und nach: Einladung, Anwesenheit, Protokoll; pflegt das Netzwerk."),
    ),
    RoleSeed(
        CO_CHAIR,
        _("Vorsitz"),
        _("Leitet ein Gremium für eine Seite: erklärt deren Position und gibt Protokolle frei."),
        by_mandate=True,
    ),
    RoleSeed(
        MEMBER,
        _("Mitglied"),
        _("Liest Unterlagen und Protokolle des eigenen Gremiums, sagt zu oder ab."),
        by_mandate=True,
    ),
    RoleSeed(
        DEPUTY,
        _("Stellvertretung"),
        _("Liest Unterlagen des Gremiums, in dem sie oder er ein Mitglied vertritt."),
        by_mandate=True,
    ),
    RoleSeed(
        SCHOOL,
        _("Schulleitung"),
        _("Sieht, was die eigene Schule betrifft."),
    ),
    RoleSeed(
        PARTNER,
        _("Bildungspartner"),
        _("Sieht die Aufträge und Maßnahmen, an denen die eigene Einrichtung beteiligt ist."),
    ),
    RoleSeed(
        DATA_PROTECTION,
        _("Datenschutz"),
        _("Liest Verarbeitungsverzeichnis, Löschfristen und Protokoll der Zugriffe."),
    ),
    RoleSeed(
        ADMINISTRATION,
        _("Systemverwaltung"),
        _("Verwaltet Konten, Rollen und Einstellungen; liest keine vertraulichen Inhalte."),
    ),
)
