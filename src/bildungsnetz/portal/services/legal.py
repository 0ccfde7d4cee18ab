"""Changing the texts a public body must show."""

from datetime import datetime

from django.db import IntegrityError, transaction

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, StaleVersion
from bildungsnetz.portal import policies
from bildungsnetz.portal.domain.legal_pages import PAGES
from bildungsnetz.portal.models import LegalText


@transaction.atomic
def change_text(*, actor: Actor, slug: str, body: str, version: int, now: datetime) -> LegalText:
    """Keep the text of a page; `version` is the one that was read, 0 when there was none.

    Raises NotAllowed, StaleVersion, KeyError for an unknown page.
    """
    if not policies.may_change_text(actor):
        raise NotAllowed
    title = str(PAGES[slug].title)
    text = LegalText.objects.select_for_update().filter(slug=slug).first()
    if text is None:
        text = _first(slug, body, now, version)
    else:
        text.body, text.updated_at = body, now
        text.save_version(version)
    audit.record("portal.text.change", actor=actor, on=text, now=now, label=title)
    return text


def _first(slug: str, body: str, now: datetime, version: int) -> LegalText:
    if version:
        raise StaleVersion
    try:
        with transaction.atomic():
            return LegalText.objects.create(slug=slug, body=body, updated_at=now)
    except IntegrityError as taken:
        raise StaleVersion from taken
