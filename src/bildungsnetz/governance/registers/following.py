"""Links of one's own and what people follow: sentences, menu, mails."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import navigation, schedule, sentences
from bildungsnetz.governance.services.news_mails import tell_news

SENTENCES = {
    "governance.feed.open": _("{actor} hat einen eigenen Link erzeugt: {label}."),
    "governance.feed.renew": _("{actor} hat einen eigenen Link erneuert: {label}."),
    "governance.feed.revoke": _("{actor} hat einen eigenen Link widerrufen: {label}."),
}


def register() -> None:
    sentences.register(SENTENCES)
    schedule.register(
        "governance.news.tell",
        _("Neuigkeiten an alle schicken, die folgen"),
        cron="*/10 * * * *",
        run=tell_news,
    )
    navigation.register_account(order=20, label=_("Ich folge"), route="governance:following")
    navigation.register_account(order=10, label=_("Kalender abonnieren"), route="governance:calendars")
