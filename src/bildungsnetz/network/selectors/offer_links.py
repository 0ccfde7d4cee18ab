"""The signed link with which an institution prolongs its offer: valid for one last day, without an account."""

from datetime import date

from django.core import signing

from bildungsnetz.network.models import Offer

_SALT = "bildungsnetz.network.prolong-offer"


def token_of(offer: Offer) -> str:
    """The secret part of the link; it stops working when the last day of the offer changes."""
    return signing.Signer(salt=_SALT).sign_object([offer.pk, offer.valid_until.isoformat()])


def offer_by_token(token: str) -> Offer | None:
    """The offer a link belongs to; None for a link that was forged or used."""
    try:
        pk, until = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    found = Offer.objects.filter(pk=pk, valid_until=date.fromisoformat(until))
    return found.select_related("institution").first()
