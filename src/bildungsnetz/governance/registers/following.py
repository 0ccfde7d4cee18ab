"""Links of one's own and what people follow: sentences, menu."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import navigation, sentences

SENTENCES = {
    "governance.feed.open": _("{actor} hat einen eigenen Link erzeugt: {label}."),
    "governance.feed.renew": _("{actor} hat einen eigenen Link erneuert: {label}."),
    "governance.feed.revoke": _("{actor} hat einen eigenen Link widerrufen: {label}."),
}


def register() -> None:
    sentences.register(SENTENCES)
    navigation.register_account(order=10, label=_("Kalender abonnieren"), route="governance:calendars")
