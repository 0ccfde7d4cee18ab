"""Offers in the registers of core: acts, sentences, navigation, search, personal data, timetable."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core import clock
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import acts, navigation, personal_data, schedule, search, sentences
from bildungsnetz.core.registers.search import Entry
from bildungsnetz.network.models import Offer
from bildungsnetz.network.selectors.offers import OFFER, visible_offers
from bildungsnetz.network.services.offer_reminders import remind_of_ends
from bildungsnetz.network.services.page_views import forget_figures

_KEEPERS = (roles.HEAD, roles.PEDAGOGICAL, roles.CLERK)


def register() -> None:
    acts.register("network.offer.see", _("Alle Angebote sehen"), roles=roles.OFFICE)
    acts.register("network.offer.enter", _("Angebote erfassen"), roles=_KEEPERS)
    acts.register("network.offer.edit", _("Angebote bearbeiten"), roles=_KEEPERS)
    _say()
    _lead()
    _declare()
    _declare_imports()
    _declare_enquiries()
    search.register(OFFER, label=_("Angebot"), read=_entries, visible=_visible)
    schedule.register(
        "network.offer.remind",
        _("An ablaufende Angebote erinnern (30 und 7 Tage vorher)"),
        cron="15 6 * * *",
        run=_remind,
    )
    schedule.register(
        "network.figures.forget",
        _("Aufrufe und Anfragen nach zwölf Monaten löschen"),
        cron="25 3 * * *",
        run=forget_figures,
    )


def _say() -> None:
    sentences.register(
        {
            "network.offer.enter": _("{actor} hat das Angebot {label} von {institution} erfasst."),
            "network.offer.edit": _("{actor} hat das Angebot {label} geändert: {fields}."),
            "network.offer.prolong": _("{actor} hat das Angebot {label} per Link bis {until} verlängert."),
            "network.offer_import.read": _("{actor} hat die Liste {label} mit {rows} Angeboten gelesen."),
            "network.offer_import.plan": _("{actor} hat die Vorschau der Liste {label} erstellt."),
            "network.offer_import.commit": _(
                "{actor} hat die Liste {label} übernommen: {new} neu, {changed} geändert."
            ),
            "network.offer_import.discard": _("{actor} hat die Liste {label} verworfen."),
            "network.offer.remind": _(
                "{actor} hat {days} Tage vor dem Ende an das Angebot {label} erinnert."
            ),
        }
    )


def _lead() -> None:
    group = _("Netzwerk")
    navigation.register(
        order=203, label=_("Angebote"), route="network:offers", acts={"network.offer.see"}, group=group
    )


def _declare() -> None:
    names = {field.name for field in Offer._meta.get_fields() if field.concrete and not field.primary_key}
    personal = {
        "contact_name": "Wer Fragen zum Angebot beantwortet",
        "email": "Rückfragen und Erinnerung an das Ende",
        "phone": "Rückfragen",
    }
    personal_data.declare(
        "network.Offer",
        personal=personal,
        impersonal=names - personal.keys(),
        basis="Art. 6 Abs. 1 lit. e DSGVO, § 78a SchulG NRW",
        retention="zwei Jahre nach dem letzten Tag des Angebots",
        days=730,
    )


def _declare_enquiries() -> None:
    retention = "nach den zwölf Monaten, die gezeigt werden"
    personal_data.declare(
        "network.OfferEnquiry", impersonal={"offer", "receipt", "sent_on"}, retention=retention
    )
    personal_data.declare(
        "network.PageViews", impersonal={"month", "offer", "institution", "count"}, retention=retention
    )


def _declare_imports() -> None:
    personal_data.declare(
        "network.OfferImport",
        personal={"read_by": "Nachweis, wer gehandelt hat", "table": "Vorschau; nach dem Abschluss geleert"},
        impersonal={
            "state", "file_name", "encoding", "heads", "mapping", "institution", "until", "register_hash",
            "read_at", "settled_at",
        },
        basis="Art. 5 Abs. 2 DSGVO",
        retention="drei Jahre nach dem Import",
        days=1095,
    )  # fmt: skip
    personal_data.declare(
        "network.OfferImportRow",
        personal={"changes": "Vorschau mit Ansprechstellen", "entry": "Vorschau mit Ansprechstellen"},
        impersonal={"run", "position", "kind", "line", "reference", "label", "provider", "reason"},
        basis="Art. 5 Abs. 2 DSGVO",
        retention="mit dem Import",
    )


def _entries(pks: Iterable[int] | None) -> Iterator[Entry]:
    found = Offer.objects.select_related("institution__municipality").order_by("pk")
    for each in found if pks is None else found.filter(pk__in=list(pks)):
        who = each.institution
        words = [who.name, who.municipality.name, str(each.get_topic_display()), str(each.get_kind_display())]
        audiences = [str(name) for name in each.audience_names]
        yield Entry(
            OFFER,
            each.pk,
            each.title,
            body=" ".join([*words, *audiences, each.grades, each.dates_note, each.description]),
            excerpt=f"{each.get_kind_display()}, {who.name}",
            url=reverse("network:public-offer" if each.is_public else "network:offer", args=[each.pk]),
        )


def _visible(actor: Actor, pks: Iterable[int]) -> set[int]:
    return visible_offers(actor, pks, on=clock.day_of(clock.now()))


def _remind(now: datetime) -> str:
    return remind_of_ends(now=now)
