"""Passing on: act, sentences, and what is forgotten."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.registers import acts, schedule, sentences
from bildungsnetz.governance.policies.sharing import WRITE
from bildungsnetz.governance.services.opinion_polls import forget_polls
from bildungsnetz.governance.services.sharing import forget_summaries

SENTENCES = {
    "governance.summary.write": _("{actor} hat eine Zusammenfassung zum Weitergeben geschrieben: {label}."),
    "governance.summary.open_link": _("{actor} hat bis {link_until} ohne Konto lesbar gemacht: {label}."),
    "governance.summary.close_link": _("{actor} hat den Link beendet: {label}."),
    "governance.poll.start": _("{actor} hat {count} Personen um ihre Meinung gefragt."),
}


def register() -> None:
    acts.register(WRITE, _("Vertretenen zusammenfassen, was weitergegeben werden darf"), roles=roles.SEATED)
    sentences.register(SENTENCES)
    schedule.register(
        "governance.summaries.forget",
        _("Zusammenfassungen ein Jahr nach der Sitzung löschen"),
        cron="40 3 * * *",
        run=forget_summaries,
    )
    schedule.register(
        "governance.polls.forget",
        _("Meinungsbilder ein Jahr nach ihrem Ende löschen"),
        cron="45 3 * * *",
        run=forget_polls,
    )
