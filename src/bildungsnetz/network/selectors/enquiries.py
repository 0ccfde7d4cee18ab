"""Where a question about an offer goes, and how many came: figures without any person."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from bildungsnetz.network.domain.freshness import months_before
from bildungsnetz.network.models import Offer, OfferEnquiry
from bildungsnetz.network.selectors.reach import address_of

MOST_A_DAY: Final = 30
FEW: Final = 5
"""Below this a figure could point to a person."""


def enquiry_address(offer: Offer) -> str:
    """The address of the offer, else that of its institution; empty when neither has one."""
    return offer.email or address_of(offer.institution)


def enquiries_on(offer: Offer, day: date) -> int:
    return OfferEnquiry.objects.filter(offer=offer, sent_on=day).count()


def enquiries_in_words(offer: Offer, today: date) -> str:
    """How many wrote by the form in twelve months; under five it only says so. Ask for the right before."""
    first = months_before(today, 12)
    count = OfferEnquiry.objects.filter(offer=offer, sent_on__gte=first).count()
    if count and count < FEW:
        return _("weniger als %(few)s in den letzten zwölf Monaten") % {"few": FEW}
    return _("%(count)s in den letzten zwölf Monaten") % {"count": count or _("keine")}
