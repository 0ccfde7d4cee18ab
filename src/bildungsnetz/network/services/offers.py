"""Entering, editing and prolonging offers."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, search
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.offers import (
    OFFER_NAMES,
    OfferEntry,
    changed_fields,
    check_offer,
    pack,
    prolonged,
)
from bildungsnetz.network.models import Institution, Offer
from bildungsnetz.network.selectors.offer_links import offer_by_token
from bildungsnetz.network.selectors.offers import GROUPS, OFFER, PLAIN, offer_entry_of


@transaction.atomic
def enter_offer(*, actor: Actor, institution: Institution, entry: OfferEntry, now: datetime) -> Offer:
    """Enter an offer of an institution. Raises NotAllowed, RuleViolation."""
    if not policies.may_enter_offer(actor):
        raise NotAllowed
    _check(entry, institution, None)
    offer = Offer(institution=institution, entered_at=now, changed_at=now)
    fill(offer, entry)
    offer.save()
    search.index(OFFER, [offer.pk])
    audit.record("network.offer.enter", actor=actor, on=offer, now=now, institution=institution.name)
    return offer


@transaction.atomic
def edit_offer(*, actor: Actor, offer: Offer, entry: OfferEntry, version: int, now: datetime) -> Offer:
    """Make an offer what the entry says. Raises NotAllowed, RuleViolation, StaleVersion."""
    kept = Offer.objects.select_for_update(of=("self",)).select_related("institution").get(pk=offer.pk)
    if not policies.may_edit_offer(actor, kept):
        raise NotAllowed
    _check(entry, kept.institution, kept)
    changed = changed_fields(offer_entry_of(kept), entry)
    if not changed:
        return kept
    if "valid_until" in changed:
        kept.reminded = None
    kept.changed_at = now
    fill(kept, entry)
    kept.save_version(version)
    search.index(OFFER, [kept.pk])
    names = ", ".join(str(OFFER_NAMES[name]) for name in changed)
    audit.record("network.offer.edit", actor=actor, on=kept, now=now, fields=names)
    return kept


@transaction.atomic
def prolong_offer(*, token: str, now: datetime) -> Offer:
    """Let an offer go on for a year, by the link of the reminder: whoever holds it speaks for the institution.

    Raises RuleViolation for a link that is of no use; one link prolongs once.
    """
    found = offer_by_token(token)
    if found is None:
        raise RuleViolation(_("Dieser Link gilt nicht mehr. Das Angebot ist schon verlängert oder geändert."))
    kept = Offer.objects.select_for_update(of=("self",)).select_related("institution").get(pk=found.pk)
    if kept.valid_until != found.valid_until:
        raise RuleViolation(_("Dieser Link gilt nicht mehr. Das Angebot ist schon verlängert oder geändert."))
    kept.valid_until, kept.reminded, kept.changed_at = prolonged(kept.valid_until, day_of(now)), None, now
    kept.save_version(kept.version)
    holder = Actor(user_id=None, name=kept.institution.name)
    audit.record(
        "network.offer.prolong", actor=holder, on=kept, now=now, until=f"{kept.valid_until:%d.%m.%Y}"
    )
    return kept


def fill(offer: Offer, entry: OfferEntry) -> None:
    """Write the values of an entry into a row that is saved afterwards."""
    for name in PLAIN:
        setattr(offer, name, getattr(entry, name))
    for name in GROUPS:
        setattr(offer, name, pack(getattr(entry, name)))


def _check(entry: OfferEntry, institution: Institution, offer: Offer | None) -> None:
    check_offer(entry)
    if not entry.reference:
        return
    same = Offer.objects.filter(institution=institution, reference=entry.reference)
    if offer is not None:
        same = same.exclude(pk=offer.pk)
    if same.exists():
        raise RuleViolation(
            _("Diese Kennung hat schon ein anderes Angebot des Anbieters."), field="reference"
        )
