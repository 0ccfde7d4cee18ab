"""Stewardships in the registers of core: who keeps an institution's own entry."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.registers import acts, navigation, personal_data, scopes, sentences
from bildungsnetz.network.selectors.names import names_of_institutions, names_of_municipalities


def register() -> None:
    acts.register(
        "network.institution.keep",
        _("Die eigene Einrichtung pflegen, wenn das Bildungsbüro sie überträgt"),
        roles=[roles.SCHOOL, roles.PARTNER],
    )
    acts.register(
        "network.stewardship.give", _("Einrichtungen zur Pflege einladen"), roles=[roles.HEAD, roles.CLERK]
    )
    navigation.register(
        order=195,
        label=_("Meine Einrichtung"),
        route="network:own-institutions",
        acts={"network.institution.keep"},
        group=_("Netzwerk"),
    )
    sentences.register(
        {
            "network.stewardship.give": _("{actor} hat {label} die Pflege von {institution} übertragen."),
            "network.stewardship.end": _("{actor} hat die Pflege von {institution} durch {label} beendet."),
        }
    )
    scopes.register("institution", names_of_institutions)
    scopes.register("municipality", names_of_municipalities)
    scopes.register("authority", _authorities)
    personal_data.declare(
        "network.Stewardship",
        personal={
            "person": "Wer den Eintrag pflegen darf",
            "institution": "Wessen Eintrag",
            "started_on": "Nachweis",
            "ended_on": "Nachweis",
            "given_by": "Nachweis, wer gehandelt hat",
        },
        impersonal={"reach", "authority_number"},
        basis="Art. 6 Abs. 1 lit. e DSGVO, § 3 DSG NRW, § 78a SchulG NRW",
        retention="mit der Person",
    )


def _authorities(numbers: Iterable[int]) -> dict[int, str]:
    return {number: gettext("Schulen des Trägers %(number)s") % {"number": number} for number in numbers}
