"""Writing to the provider of an offer by the public form, without its address being shown."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import mail
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.models import Offer, OfferEnquiry
from bildungsnetz.network.selectors.enquiries import MOST_A_DAY, enquiries_on, enquiry_address
from bildungsnetz.network.selectors.offers import shown_offers


@transaction.atomic
def ask_provider(
    *, offer: Offer, receipt: str, name: str, email: str, message: str, now: datetime
) -> OfferEnquiry | None:
    """Send a question to the provider; None when this form was sent before. Raises RuleViolation.

    What was typed goes into the mail only. Anybody may: the offer is public.
    """
    today = day_of(now)
    kept = _lock(offer, today)
    if OfferEnquiry.objects.filter(receipt=receipt).exists():
        return None
    if enquiries_on(kept, today) >= MOST_A_DAY:
        raise RuleViolation(
            _("Zu diesem Angebot kamen heute schon sehr viele Anfragen. Bitte versuchen Sie es morgen.")
        )
    row = OfferEnquiry.objects.create(offer=kept, receipt=receipt, sent_on=today)
    with override("de"):
        typed = {"offer": kept, "name": name.strip(), "email": email, "message": message.strip()}
        mail.queue(
            to=enquiry_address(kept),
            name=kept.institution.name,
            subject=_("Anfrage zu „%(title)s“") % {"title": kept.title},
            body=render_to_string(
                "network/mail/offer_enquiry.txt", {**typed, "network": settings.NETWORK_NAME}
            ),
            now=now,
            about=kept,
            secret=True,  # the outbox forgets the text once it is sent
        )
    return row


def _lock(offer: Offer, today: date) -> Offer:
    shown = shown_offers(on=today).select_for_update(of=("self",)).filter(pk=offer.pk).first()
    if shown is None or not enquiry_address(shown):
        raise RuleViolation(_("Zu diesem Angebot kann man zurzeit nicht schreiben."))
    return shown
