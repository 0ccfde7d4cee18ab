"""Reminding institutions 30 and 7 days before an offer ends."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.network.domain.offers import REMIND_BEFORE, prolonged, reminder_due
from bildungsnetz.network.models import Offer
from bildungsnetz.network.selectors.offer_links import token_of
from bildungsnetz.network.selectors.offers import expiring_offers
from bildungsnetz.network.selectors.reach import address_of


@transaction.atomic
def remind_of_ends(*, now: datetime) -> str:
    """Mail every institution whose offer ends in 30 or 7 days; each date and step once. Says what came of it."""
    today = day_of(now)
    sent, unreachable = 0, 0
    for offer in expiring_offers(first=today, last=today + timedelta(days=max(REMIND_BEFORE))):
        step = reminder_due(offer.valid_until, offer.reminded, today)
        if step is None:
            continue
        if _remind(offer, step, now):
            sent += 1
        else:
            unreachable += 1
    text = ngettext("%(n)s Erinnerung versendet", "%(n)s Erinnerungen versendet", sent) % {"n": sent}
    return text + (_(", %(n)s ohne Adresse") % {"n": unreachable} if unreachable else "")


def _remind(offer: Offer, step: int, now: datetime) -> bool:
    """Whether there was an address to write to; the step counts as done only then."""
    to = offer.email or address_of(offer.institution)
    if not to:
        return False
    words = {
        "offer": offer,
        "until": prolonged(offer.valid_until, day_of(now)),
        "link": absolute("network:prolong-offer", token_of(offer)),
        "network": settings.NETWORK_NAME,
    }
    subject = _("Gilt Ihr Angebot noch? %(title)s") % {"title": offer.title}
    body = render_to_string("network/mail/offer_ends.txt", words)
    mail.queue(to=to, name=offer.institution.name, subject=subject[:200], body=body, now=now, about=offer)
    offer.reminded = step
    offer.save(update_fields=["reminded"])
    audit.record("network.offer.remind", actor=SYSTEM, on=offer, now=now, days=step)
    return True
