"""The freshness loop in the registers of core."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import acts, hanging, my_day, navigation, personal_data, schedule, sentences
from bildungsnetz.core.registers.hanging import Hanging
from bildungsnetz.network.selectors.proposals import open_proposals
from bildungsnetz.network.services.confirmations import keep_fresh

_KEEPERS = (roles.HEAD, roles.PEDAGOGICAL, roles.CLERK)
_SETTLED_WITHIN = timedelta(days=14)


def register() -> None:
    acts.register("network.freshness.see", _("Aktualität des Registers sehen"), roles=roles.OFFICE)
    acts.register("network.institution.confirm", _("Einträge als bestätigt vermerken"), roles=_KEEPERS)
    acts.register("network.proposal.settle", _("Meldungen zu Einträgen erledigen"), roles=_KEEPERS)
    _hang()
    _say()
    _declare()
    _lead()
    my_day.register(_matters)
    schedule.register(
        "network.confirmation.turn",
        _("Einrichtungen nach ihrem Eintrag fragen, erinnern, Unbestätigtes verbergen"),
        cron="30 6 * * 1-5",
        run=_turn,
    )


def _hang() -> None:
    """How these rows are called when two institutions become one."""
    hanging.register(Hanging("network.changeproposal", "institution", _("Meldungen")))
    hanging.register(Hanging("network.confirmationrequest", "institution", _("Fragen nach dem Eintrag")))
    hanging.register(Hanging("network.offerimport", "institution", _("Listen von Angeboten")))
    hanging.register(Hanging("network.offerimportrow", "provider", _("Zeilen von Listen")))


def _say() -> None:
    sentences.register(
        {
            "network.institution.confirm": _("{actor} hat vermerkt, dass der Eintrag {label} stimmt."),
            "network.institution.confirm_by_link": _("{actor} hat den Eintrag {label} per Link bestätigt."),
            "network.institution.hide": _(
                "{actor} hat {label} aus dem öffentlichen Verzeichnis genommen: 18 Monate nicht bestätigt."
            ),
            "network.confirmation.ask": _("{actor} hat gefragt, ob der Eintrag {label} stimmt."),
            "network.confirmation.remind": _("{actor} hat an die Frage zum Eintrag {label} erinnert."),
            "network.proposal.report": _("Die Meldung {label} ist von außen eingegangen."),
            "network.proposal.answer": _("{actor} hat mit der Meldung {label} geantwortet."),
            "network.proposal.settle": _("{actor} hat die Meldung {label} erledigt."),
            "network.proposal.refuse": _("{actor} hat die Meldung {label} abgelehnt."),
        }
    )


def _declare() -> None:
    basis = "Art. 6 Abs. 1 lit. e DSGVO, § 78a SchulG NRW"
    personal_data.declare(
        "network.ConfirmationRequest",
        personal={"email": "Frage nach dem Eintrag"},
        impersonal={"institution", "sent_at", "reminded_at", "answered_at", "answer"},
        basis=basis,
        retention="drei Jahre nach der Antwort",
        days=1095,
    )
    personal_data.declare(
        "network.ChangeProposal",
        personal={
            "message": "Berichtigung des Eintrags",
            "email": "Nachricht, was aus der Meldung geworden ist",
            "answer": "Nachweis der Antwort",
        },
        impersonal={
            "institution", "offer", "source", "wants", "receipt", "before", "changes", "received_at", "state",
            "settled_at", "version",
        },
        basis=basis,
        retention="zwei Jahre nach der Erledigung",
        days=730,
    )  # fmt: skip


def _lead() -> None:
    group = _("Register pflegen")
    places = (
        (217, _("Aktualität"), "network:freshness", "network.freshness.see"),
        (218, _("Meldungen"), "network:proposals", "network.proposal.settle"),
    )
    for order, label, route, act in places:
        navigation.register(order=order, label=label, route=route, acts={act}, group=group)


def _matters(actor: Actor, _now: datetime) -> list[my_day.Matter]:
    return [
        my_day.Matter(
            group="waiting",
            kind=_("Meldung zu einem Eintrag"),
            title=str(proposal),
            url=reverse("network:proposal", args=[proposal.pk]),
            due=day_of(proposal.received_at + _SETTLED_WITHIN),
        )
        for proposal in open_proposals(actor)
    ]


def _turn(now: datetime) -> str:
    return keep_fresh(now=now)
