"""Where a question about an offer goes, and how many came on a day."""

from datetime import date
from typing import Final

from bildungsnetz.network.models import Offer, OfferEnquiry
from bildungsnetz.network.selectors.reach import address_of

MOST_A_DAY: Final = 30


def enquiry_address(offer: Offer) -> str:
    """The address of the offer, else that of its institution; empty when neither has one."""
    return offer.email or address_of(offer.institution)


def enquiries_on(offer: Offer, day: date) -> int:
    return OfferEnquiry.objects.filter(offer=offer, sent_on=day).count()
