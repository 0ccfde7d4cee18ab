"""Passing on what may be passed on about a session: text, choice of items, and a link that ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.governance.domain.sharing import KEPT, SHAREABLE, refuse_link
from bildungsnetz.governance.models import Session, SharedPoint, SharedSummary
from bildungsnetz.governance.policies.sharing import may_write_summary
from bildungsnetz.governance.selectors.publication import public_items
from bildungsnetz.governance.services.refusals import raise_first


@dataclass(frozen=True)
class Said:
    """What the author says of one item."""

    is_included: bool
    remark: str = ""


@transaction.atomic
def write_summary(
    *,
    actor: Actor,
    session: Session,
    introduction: str,
    points: Mapping[int, Said],
    now: datetime,
    version: int | None = None,
) -> SharedSummary:
    """Keep the own summary; of items that may not be passed on nothing is kept. Raises NotAllowed, StaleVersion."""
    summary = _own(actor, session, now)
    summary.introduction, summary.changed_at = introduction.strip(), now
    summary.save_version(summary.version if version is None else version)
    for item in (entry.item for entry in public_items(session, SHAREABLE)):
        if said := points.get(item.pk):
            SharedPoint.objects.update_or_create(
                summary=summary,
                item=item,
                defaults={"is_included": said.is_included, "remark": said.remark.strip()},
            )
    audit.record("governance.summary.write", actor=actor, on=summary, now=now)
    return summary


@transaction.atomic
def open_summary_link(*, actor: Actor, session: Session, link_until: date, now: datetime) -> str:
    """Make a link that works without account until a day; an earlier one ends. Gives its secret, shown once.

    Raises NotAllowed, RuleViolation (field `link_until`).
    """
    summary = _own(actor, session, now)
    raise_first(refuse_link(day_of(now), link_until))
    token = tokens.new_token()
    summary.token_hash, summary.link_until = tokens.hash_of(token), link_until
    summary.save(update_fields=["token_hash", "link_until"])
    day = f"{link_until:%d.%m.%Y}"
    audit.record("governance.summary.open_link", actor=actor, on=summary, now=now, link_until=day)
    return token


@transaction.atomic
def close_summary_link(*, actor: Actor, summary: SharedSummary, now: datetime) -> None:
    """End the link at once, also when the mandate is over. Raises NotAllowed for anybody else's."""
    found = SharedSummary.objects.select_for_update().filter(pk=summary.pk, author=actor.user_id).first()
    if actor.user_id is None or found is None:
        raise NotAllowed
    found.token_hash, found.link_until = "", None
    found.save(update_fields=["token_hash", "link_until"])
    audit.record("governance.summary.close_link", actor=actor, on=found, now=now)


def forget_summaries(now: datetime) -> str:
    """The recurring job that deletes summaries a year after their session."""
    old = SharedSummary.objects.filter(session__ends_at__lt=now - KEPT)
    count = old.count()
    old.delete()
    return f"{count} Zusammenfassungen gelöscht" if count else "keine Zusammenfassung ist so alt"


def usual_end(now: datetime) -> date:
    """What the form proposes: four weeks."""
    return day_of(now) + timedelta(days=28)


def _own(actor: Actor, session: Session, now: datetime) -> SharedSummary:
    if actor.user_id is None or not may_write_summary(actor, session):
        raise NotAllowed
    SharedSummary.objects.get_or_create(
        session=session, author_id=actor.user_id, defaults={"changed_at": now}
    )
    return SharedSummary.objects.select_for_update().get(session=session, author_id=actor.user_id)
