"""Where an institution can be written to."""

from bildungsnetz.network.models import ContactChannel, Institution


def address_of(institution: Institution) -> str:
    """The e-mail address of an institution, an own one before that of the official list; empty when it has none."""
    found = ContactChannel.objects.filter(institution=institution, kind=ContactChannel.Kind.EMAIL)
    return found.order_by("is_official", "pk").values_list("value", flat=True).first() or ""
