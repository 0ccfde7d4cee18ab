"""Registers of network."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import acts, navigation, personal_data, search, sentences

OFFICE = ["head", "pedagogical", "scientific", "clerk"]
KEEPERS = ["head", "pedagogical", "clerk"]


class NetworkConfig(AppConfig):
    name = "bildungsnetz.network"
    label = "network"
    verbose_name = "Netzwerk"

    def ready(self) -> None:
        _register_acts()
        _register_sentences()
        _register_navigation()
        _declare_personal_data()
        _declare_other_data()
        _register_search()
        from bildungsnetz.network import receivers  # noqa: F401 - models are ready now
        from bildungsnetz.network.registers import (
            cooperations,
            freshness,
            lists,
            merging,
            offers,
            school_lists,
            sitemap,
            stewardship,
            surveys,
            upkeep,
        )

        for register in (
            cooperations,
            offers,
            upkeep,
            stewardship,
            merging,
            freshness,
            lists,
            sitemap,
            school_lists,
            surveys,
        ):
            register.register()
        post_migrate.connect(_seed_kinds, sender=self)


def _seed_kinds(**_kwargs: Any) -> None:
    from bildungsnetz.network.services.kinds import seed_kinds

    seed_kinds()


def _register_acts() -> None:
    acts.register("network.institution.see", _("Alle Einrichtungen sehen"), roles=[*OFFICE, "administration"])
    acts.register("network.institution.enter", _("Einrichtungen erfassen"), roles=KEEPERS)
    acts.register("network.institution.edit", _("Einrichtungen bearbeiten"), roles=KEEPERS)
    acts.register("network.person.see", _("Personen sehen"), roles=OFFICE)
    acts.register("network.person.enter", _("Personen erfassen"), roles=KEEPERS)
    acts.register("network.person.edit", _("Personen bearbeiten"), roles=KEEPERS)
    acts.register("network.person.invite", _("Personen ein Konto anbieten"), roles=["head", "clerk"])
    acts.register("network.function.enter", _("Funktionen eintragen"), roles=KEEPERS)
    acts.register("network.function.end", _("Funktionen beenden"), roles=KEEPERS)
    acts.register("network.import.see", _("Importe sehen"), roles=[*OFFICE, "administration"])
    acts.register("network.import.plan", _("Import planen"), roles=["head", "scientific", "clerk"])
    acts.register("network.import.commit", _("Import übernehmen"), roles=["head", "scientific", "clerk"])
    acts.register(
        "network.outline.upload",
        _("Kartenumrisse hochladen"),
        roles=["head", "scientific", "clerk", "administration"],
    )
    acts.register("network.field_of_action.edit", _("Handlungsfelder pflegen"), roles=["head", "clerk"])
    acts.register(
        "network.municipality.edit", _("Städte und Gemeinden pflegen"), roles=["head", "clerk", "scientific"]
    )


def _register_navigation() -> None:
    network, upkeep = _("Netzwerk"), _("Register pflegen")
    places = (
        (200, network, _("Einrichtungen"), "network:institutions", "network.institution.see"),
        (210, network, _("Personen"), "network:people", "network.person.see"),
        (220, upkeep, _("Handlungsfelder"), "network:fields", "network.institution.see"),
        (230, upkeep, _("Städte und Karte"), "network:municipalities", "network.institution.see"),
        (240, upkeep, _("Importe"), "network:imports", "network.import.see"),
    )
    for order, group, label, route, act in places:
        navigation.register(order=order, label=label, route=route, acts={act}, group=group)


def _register_sentences() -> None:
    sentences.register(
        {
            "network.institution.enter": _("{actor} hat die Einrichtung {label} erfasst."),
            "network.institution.edit": _("{actor} hat die Einrichtung {label} geändert: {fields}."),
            "network.institution.import": _(
                "{actor} hat {label} aus der Liste „{source}“ übernommen: {fields}."
            ),
            "network.person.enter": _("{actor} hat {label} erfasst."),
            "network.person.edit": _("{actor} hat die Angaben zu {label} geändert: {fields}."),
            "network.person.invite": _("{actor} hat {label} ein Konto angeboten."),
            "network.person.connect": _("{actor} hat {label} mit dem vorhandenen Konto verbunden."),
            "network.person.link": _("{actor} hat das Konto angelegt und ist jetzt mit {label} verbunden."),
            "network.function.enter": _("{actor} hat für {label} die Funktion „{function}“ eingetragen."),
            "network.function.end": _("{actor} hat die Funktion „{function}“ von {label} beendet."),
            "network.import.plan": _("{actor} hat den Import von {label} geplant: {rows} Zeilen."),
            "network.import.commit": _(
                "{actor} hat den Import von {label} übernommen: {new} neu, {changed} geändert."
            ),
            "network.import.discard": _("{actor} hat den Import von {label} verworfen."),
            "network.outline.upload": _("{actor} hat Kartenumrisse mit {areas} Flächen hochgeladen."),
            "network.field_of_action.enter": _("{actor} hat das Handlungsfeld {label} angelegt."),
            "network.field_of_action.edit": _("{actor} hat das Handlungsfeld {label} geändert."),
            "network.municipality.enter": _("{actor} hat {label} als Stadt oder Gemeinde erfasst."),
            "network.municipality.edit": _("{actor} hat die Angaben zu {label} geändert."),
        }
    )


def _register_search() -> None:
    from bildungsnetz.network.selectors import search as entries  # models are ready now

    search.register(
        entries.INSTITUTION,
        label=_("Einrichtung"),
        read=entries.institution_entries,
        visible=entries.visible_institutions,
    )
    search.register(
        entries.PERSON, label=_("Person"), read=entries.person_entries, visible=entries.visible_people
    )


def _declare_personal_data() -> None:
    basis = "Art. 6 Abs. 1 lit. e DSGVO, § 3 DSG NRW, § 78a SchulG NRW"
    personal_data.declare(
        "network.Person",
        personal={
            "title": "Anrede in Schreiben",
            "first_name": "Wer im Netzwerk mitwirkt",
            "last_name": "Wer im Netzwerk mitwirkt",
            "email": "Einladungen und Unterlagen",
            "phone": "Rückfragen",
            "user": "Verbindung zum eigenen Konto",
        },
        impersonal={"version", "entered_at"},
        basis=basis,
        retention="zwei Jahre nach dem Ende der letzten Funktion und des letzten Mandats",
        days=730,
    )
    personal_data.declare(
        "network.Function",
        personal={
            "person": "Wer die Funktion hat",
            "institution": "Wo die Funktion ausgeübt wird",
            "kind": "Besetzung von Gremien und Verteilern",
            "label": "Besetzung von Gremien und Verteilern",
            "started_on": "Wer wann zuständig war",
            "ended_on": "Wer wann zuständig war",
        },
        basis=basis,
        retention="mit der Person",
    )
    personal_data.declare(
        "network.ImportRun",
        personal={"planned_by": "Nachweis, wer gehandelt hat", "settled_by": "Nachweis, wer gehandelt hat"},
        impersonal={
            "state",
            "source",
            "file_name",
            "file_hash",
            "encoding",
            "district",
            "elsewhere",
            "register_hash",
            "planned_at",
            "settled_at",
        },
        basis="Art. 5 Abs. 2 DSGVO",
        retention="drei Jahre nach dem Import",
        days=1095,
    )


def _declare_other_data() -> None:
    personal_data.declare(
        "network.Institution",
        impersonal={
            "version",
            "official_number",
            "name",
            "short_name",
            "kind",
            "kind_name",
            "school_form",
            "legal_form",
            "municipality",
            "status",
            "status_date",
            "social_index",
            "authority_number",
            "is_public",
            "description",
            "entered_at",
            "changed_at",
            "confirmed_on",
            "resting_since",
            "fields_of_action",
        },
    )
    personal_data.declare(
        "network.Site",
        impersonal={
            "institution",
            "is_main",
            "label",
            "street",
            "postal_code",
            "city",
            "longitude",
            "latitude",
        },
    )
    personal_data.declare(
        "network.ContactChannel",
        impersonal={"institution", "kind", "value", "purpose", "is_official", "is_public"},
    )
    personal_data.declare(
        "network.Municipality",
        impersonal={"ags", "name", "label_longitude", "label_latitude"},
    )
    personal_data.declare("network.FieldOfAction", impersonal={"name", "description", "position", "ended_on"})
    personal_data.declare(
        "network.ImportRow",
        impersonal={"run", "position", "kind", "line", "number", "label", "reason", "changes", "facts"},
    )
    personal_data.declare("network.MapOutline", impersonal={"attribution", "geojson", "areas", "uploaded_at"})
