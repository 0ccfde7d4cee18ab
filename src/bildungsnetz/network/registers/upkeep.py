"""The taxonomy, profiles, places, ways of contact, lineage and objections in the registers of core."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import acts, navigation, personal_data, sentences

BASIS = "Art. 6 Abs. 1 lit. e DSGVO, § 3 DSG NRW, § 78a SchulG NRW"


def register() -> None:
    acts.register(
        "network.institution_kind.edit", _("Arten von Einrichtungen pflegen"), roles=["head", "clerk"]
    )
    navigation.register(
        order=225,
        label=_("Arten von Einrichtungen"),
        route="network:kinds",
        acts={"network.institution.see"},
        group=_("Register pflegen"),
    )
    sentences.register(SENTENCES)
    _declare_institutions()
    _declare_people()


SENTENCES = {
    "network.institution_kind.enter": _("{actor} hat die Art „{label}“ angelegt."),
    "network.institution_kind.edit": _("{actor} hat die Art „{label}“ geändert."),
    "network.site.add": _("{actor} hat bei {label} den Standort „{site}“ ergänzt."),
    "network.site.edit": _("{actor} hat bei {label} den Standort „{site}“ geändert."),
    "network.site.remove": _("{actor} hat bei {label} den Standort „{site}“ entfernt."),
    "network.channel.add": _("{actor} hat bei {label} einen Kontaktweg ergänzt: {channel}."),
    "network.channel.edit": _("{actor} hat bei {label} einen Kontaktweg geändert: {channel}."),
    "network.channel.remove": _("{actor} hat bei {label} einen Kontaktweg entfernt: {channel}."),
    "network.institution.affiliate": _("{actor} hat {label} der Einrichtung {parent} zugeordnet."),
    "network.institution.separate": _("{actor} hat die Zuordnung von {label} aufgehoben."),
    "network.institution.succeed": _("{actor} hat festgehalten: {label} ist {how} {successor}."),
    "network.institution.succeed_not": _("{actor} hat die Nachfolge von {label} zurückgenommen."),
    "network.person_channel.add": _("{actor} hat bei {label} einen Kontaktweg ergänzt: {channel}."),
    "network.person_channel.remove": _("{actor} hat bei {label} einen Kontaktweg entfernt: {channel}."),
    "network.objection.record": _("{actor} hat einen Widerspruch von {label} festgehalten: {against}."),
    "network.objection.withdraw": _("{actor} hat einen Widerspruch von {label} aufgehoben: {against}."),
}


def _declare_institutions() -> None:
    personal_data.declare(
        "network.InstitutionKind",
        impersonal={"key", "name", "plural", "group", "position", "retired_on"},
    )
    personal_data.declare(
        "network.InstitutionProfile", impersonal={"institution", "languages", "target_groups"}
    )
    personal_data.declare(
        "network.SiteDetails", impersonal={"site", "accessibility", "accessibility_note", "hours_note"}
    )
    personal_data.declare("network.OpeningSpan", impersonal={"site", "weekday", "opens", "closes"})
    personal_data.declare("network.Affiliation", impersonal={"institution", "parent"})
    personal_data.declare(
        "network.Succession", impersonal={"predecessor", "successor", "kind", "happened_on"}
    )


def _declare_people() -> None:
    personal_data.declare(
        "network.PersonChannel",
        personal={
            "person": "Wem der Kontaktweg gehört",
            "value": "Erreichen zum genannten Zweck",
            "consented_on": "Nachweis der Einwilligung (Art. 7 Abs. 1 DSGVO)",
        },
        impersonal={"kind", "purpose", "basis"},
        basis="die je Kontaktweg angegebene: Art. 6 Abs. 1 lit. a, b oder e DSGVO",
        retention="mit der Person, bei Widerruf der Einwilligung sofort",
    )
    personal_data.declare(
        "network.Objection",
        personal={
            "person": "Wer widerspricht",
            "against": "Beachten des Widerspruchs (Art. 21 DSGVO)",
            "received_on": "Nachweis",
            "withdrawn_on": "Nachweis",
            "note": "Nachweis",
        },
        basis="Art. 6 Abs. 1 lit. c und Art. 21 DSGVO",
        retention="mit der Person",
    )
