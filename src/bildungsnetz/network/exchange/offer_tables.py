"""Offers on their way out as XLSX and CSV; the same columns come in again by import."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Cell, Table
from bildungsnetz.network.domain.offers import OFFER_NAMES
from bildungsnetz.network.models import Offer

_ORDER = (
    "reference", "title", "kind", "topic", "description", "audiences", "grade_from", "grade_to", "cost", "cost_note",
    "place", "place_note", "starts_at", "ends_at", "dates_note", "capacity", "access", "languages", "contact_name",
    "email", "phone", "website", "valid_until",
)  # fmt: skip


def offers_table(found: Iterable[Offer]) -> Table:
    """One row an offer; needs the institution."""
    columns = [_("Anbieter"), _("Stadt oder Gemeinde"), *(OFFER_NAMES[name] for name in _ORDER)]
    return Table(_("Angebote"), columns, map(_row, found))


def _row(offer: Offer) -> list[Cell]:
    shown: dict[str, Cell] = {name: getattr(offer, name) for name in _ORDER}
    shown |= {name: getattr(offer, f"get_{name}_display")() for name in ("kind", "topic", "cost", "place")}
    groups = (("audiences", "audience"), ("access", "access"), ("languages", "language"))
    shown |= {name: "; ".join(map(str, getattr(offer, f"{one}_names"))) for name, one in groups}
    return [offer.institution.name, offer.institution.municipality.name, *(shown[name] for name in _ORDER)]
