"""Search by criteria, living mailing lists and serial mails in the registers of core."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.registers import acts, hanging, navigation, personal_data, schedule, sentences
from bildungsnetz.core.registers.hanging import Hanging
from bildungsnetz.network.tasks import take_up_serial_runs

KEEPERS = (roles.HEAD, roles.PEDAGOGICAL, roles.CLERK)
SENTENCES = {
    "network.list.keep": _("{actor} hat den Verteiler {label} angelegt."),
    "network.list.edit": _("{actor} hat die Angaben zum Verteiler {label} geändert."),
    "network.list.ask_anew": _("{actor} hat die Suche hinter dem Verteiler {label} geändert."),
    "network.list.remove": _("{actor} hat den Verteiler {label} entfernt."),
    "network.list.add": _("{actor} hat {whom} von Hand in den Verteiler {label} aufgenommen."),
    "network.list.exclude": _("{actor} hat {whom} vom Verteiler {label} ausgenommen."),
    "network.list.drop_choice": _("{actor} überlässt {whom} im Verteiler {label} wieder der Suche."),
    "network.sheet.plan": _("{actor} hat die Tabelle {label} mit {rows} Zeilen geprüft."),
    "network.sheet.commit": _("{actor} hat die Tabelle {label} übernommen: {changed} geändert."),
    "network.sheet.discard": _("{actor} hat die Tabelle {label} verworfen."),
    "network.list_use.draft": _("{actor} hat den Entwurf {label} geschrieben."),
    "network.list_use.edit": _("{actor} hat den Entwurf {label} geändert."),
    "network.list_use.discard": _("{actor} hat den Entwurf {label} verworfen."),
    "network.list_use.send": _("{actor} hat {label} an {count} Anschriften hinausgegeben."),
}


def register() -> None:
    acts.register("network.list.keep", _("Verteiler anlegen und pflegen"), roles=KEEPERS)
    acts.register("network.list.use", _("Serienmails und Serienbriefe versenden"), roles=KEEPERS)
    acts.register("network.sheet.import", _("Geänderte Tabellen einlesen"), roles=KEEPERS)
    sentences.register(SENTENCES)
    _lead()
    _declare()
    for model in ("network.listchoice", "network.listrecipient"):
        for field in ("person", "institution"):
            hanging.register(Hanging(model, field, _("Verteiler und Serienmails")))
    schedule.register(
        "network.lists.take_up",
        _("Unterbrochene Serienmails fortsetzen"),
        cron="*/5 * * * *",
        run=take_up_serial_runs,
    )


def _lead() -> None:
    places = ((212, _("Gezielte Suche"), "network:question"), (214, _("Verteiler"), "network:mailing-lists"))
    for order, label, route in places:
        navigation.register(
            order=order, label=label, route=route, acts={"network.person.see"}, group=_("Netzwerk")
        )


def _declare() -> None:
    basis = "Art. 6 Abs. 1 lit. a oder e DSGVO, je Verteiler angegeben; Art. 21 DSGVO"
    proof = "Nachweis, wer gehandelt hat"
    personal_data.declare(
        "network.MailingList",
        personal={"kept_by": proof, "question": "Wen der Verteiler meint"},
        impersonal={"version", "name", "purpose", "basis", "note", "entered_at"},
        basis=basis,
        retention="solange der Verteiler gebraucht wird",
    )
    personal_data.declare(
        "network.SheetImport",
        personal={"planned_by": proof},
        impersonal={"state", "subject", "file_name", "planned_at", "settled_at"},
        basis="Art. 5 Abs. 2 DSGVO",
        retention="drei Jahre nach dem Import",
        days=1095,
    )
    personal_data.declare(
        "network.SheetImportRow",
        personal={
            "label": "Vorschau",
            "changes": "Vorschau mit Angaben zu Personen",
            "key": "Wen die Zeile meint",
        },
        impersonal={"run", "kind", "line", "reason"},
        basis="Art. 5 Abs. 2 DSGVO",
        retention="mit dem Import",
    )
    who = {"person": "Wer gemeint ist", "institution": "Wer gemeint ist"}
    personal_data.declare(
        "network.ListChoice",
        personal={**who, "reason": "Warum von Hand entschieden wurde", "noted_by": proof},
        impersonal={"mailing_list", "is_added", "noted_at"},
        basis=basis,
        retention="mit dem Verteiler oder der Person",
    )
    personal_data.declare(
        "network.ListUse",
        personal={"written_by": proof, "body": "Was geschrieben wurde"},
        impersonal={"version", "mailing_list", "kind", "state", "subject", "written_at", "used_at"},
        basis=basis,
        retention="drei Jahre nach dem Versand",
        days=1095,
    )
    personal_data.declare(
        "network.ListRecipient",
        personal={**who, "email": "Wohin geschrieben wurde", "why": "Warum geschrieben wurde"},
        impersonal={"use", "merged_into", "sent_at", "mail"},
        basis=basis,
        retention="mit der Serienmail oder der Person",
    )
