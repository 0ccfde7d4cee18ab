"""What people contribute in a forum with its code, and what the office makes of it."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import PUBLIC, Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.conferences import (
    CONTRIBUTION_STEPS,
    ContributionState,
    ForumState,
    refuse_merge,
    supporters_of_merged,
)
from bildungsnetz.governance.models import Contribution, ContributionSupport, Forum, Recommendation
from bildungsnetz.governance.policies import conferences as policies
from bildungsnetz.governance.services.conferences import lock_forum
from bildungsnetz.governance.services.recommendations import Wording, collect_recommendation
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import FieldOfAction


@transaction.atomic
def enter_contribution(
    *, forum: Forum, receipt: str, title: str, text: str = "", now: datetime
) -> Contribution:
    """Take a contribution of somebody who holds the code; one form makes one, and the office releases it.

    Raises RuleViolation: the forum is closed, or nothing was said (field `title`).
    """
    entered = lock_forum(forum)
    _refuse_closed(entered, now)
    if not title.strip():
        raise RuleViolation(_("Schreiben Sie Ihren Vorschlag in einem Satz."), "title")
    contribution, is_new = Contribution.objects.get_or_create(
        receipt=receipt,
        defaults={"forum": entered, "title": title.strip(), "text": text.strip(), "entered_at": now},
    )
    if is_new:
        _record("enter", contribution, actor=PUBLIC, now=now)
    return contribution


@transaction.atomic
def support_contribution(*, contribution: Contribution, mark: str, now: datetime) -> Contribution:
    """Count one more supporter; the same mark counts once. Nothing is logged: a log would tell who was when where.

    Raises RuleViolation: the forum is closed, or the contribution is no longer shown.
    """
    forum = lock_forum(contribution.forum)
    supported = Contribution.objects.select_for_update().get(pk=contribution.pk, forum=forum)
    _refuse_closed(forum, now)
    if supported.state != ContributionState.SHOWN:
        raise RuleViolation(_("Dieser Beitrag ist nicht mehr in der Liste."))
    _row, is_new = ContributionSupport.objects.get_or_create(contribution=supported, mark=mark)
    if is_new:
        Contribution.objects.filter(pk=supported.pk).update(supporters=F("supporters") + 1)
        supported.refresh_from_db()
    return supported


@transaction.atomic
def release_contribution(*, actor: Actor, contribution: Contribution, now: datetime) -> Contribution:
    """Show a contribution to all who hold the code. Raises NotAllowed, RuleViolation."""
    released = _locked(contribution, actor)
    _step(released, ContributionState.SHOWN)
    released.refusal = ""
    released.save_version(released.version)
    _record("release", released, actor=actor, now=now)
    return released


@transaction.atomic
def refuse_contribution(
    *, actor: Actor, contribution: Contribution, reason: str, now: datetime
) -> Contribution:
    """Keep a contribution out of the list, with a reason for the office. Raises NotAllowed, RuleViolation."""
    refused = _locked(contribution, actor)
    if refused.recommendation_id:
        raise RuleViolation(_("Dieser Beitrag ist schon als Empfehlung aufgenommen."))
    _step(refused, ContributionState.REFUSED, reason)
    refused.refusal = reason.strip()
    refused.save_version(refused.version)
    _record("refuse", refused, actor=actor, now=now)
    return refused


@transaction.atomic
def merge_contributions(
    *,
    actor: Actor,
    forum: Forum,
    contributions: Iterable[Contribution],
    title: str,
    text: str = "",
    now: datetime,
) -> Contribution:
    """Make one contribution of several; these stay readable behind it, and who supported any of them counts once.

    Raises NotAllowed, RuleViolation (fields `contributions`, `title`).
    """
    locked = lock_forum(forum)
    if not policies.may_moderate(actor, locked.conference.session):
        raise NotAllowed
    wanted = {each.pk for each in contributions}
    rows = list(Contribution.objects.select_for_update().filter(forum=locked, pk__in=wanted).order_by("pk"))
    if any(row.recommendation_id for row in rows):
        raise RuleViolation(_("Ein Beitrag ist schon als Empfehlung aufgenommen."), "contributions")
    raise_first(refuse_merge(ContributionState(row.state) for row in rows))
    if not title.strip():
        raise RuleViolation(_("Schreiben Sie, was diese Beiträge gemeinsam sagen."), "title")
    merged = Contribution.objects.create(
        forum=locked,
        receipt=secrets.token_hex(16),
        title=title.strip(),
        text=text.strip(),
        state=ContributionState.SHOWN,
        entered_at=now,
    )
    _move_supporters(rows, merged, is_open=locked.state == ForumState.OPEN)
    for row in rows:
        row.state, row.merged_into = ContributionState.MERGED, merged
        row.save_version(row.version)
    _record("merge", merged, actor=actor, now=now, count=len(rows))
    return merged


@transaction.atomic
def take_up_contribution(
    *,
    actor: Actor,
    contribution: Contribution,
    field_of_action: FieldOfAction | None = None,
    now: datetime,
) -> Recommendation:
    """Make a numbered recommendation of a contribution; it keeps forum and number of supporters.

    Raises NotAllowed, RuleViolation.
    """
    taken = _locked(contribution, actor)
    if taken.recommendation_id:
        raise RuleViolation(_("Dieser Beitrag ist schon als Empfehlung aufgenommen."))
    if taken.state != ContributionState.SHOWN:
        raise RuleViolation(_("Nur ein freigegebener Beitrag wird zur Empfehlung."))
    wording = Wording(
        title=taken.title, text=taken.text, forum=taken.forum.title, field_of_action=field_of_action
    )
    recommendation = collect_recommendation(
        actor=actor,
        body=taken.forum.conference.session.body,
        wording=wording,
        supporters=taken.supporters,
        now=now,
    )
    taken.recommendation = recommendation
    taken.save_version(taken.version)
    _record("take_up", taken, actor=actor, now=now, recommendation=str(recommendation))
    return recommendation


def _move_supporters(rows: list[Contribution], merged: Contribution, *, is_open: bool) -> None:
    marks = (
        ContributionSupport.objects.filter(contribution__in=rows).order_by().values_list("mark", flat=True)
    )
    distinct = sorted(set(marks))
    ContributionSupport.objects.bulk_create(
        ContributionSupport(contribution=merged, mark=mark) for mark in distinct
    )
    merged.supporters = supporters_of_merged(
        [row.supporters for row in rows], len(distinct) if is_open else None
    )
    merged.save(update_fields=["supporters"])


def _refuse_closed(forum: Forum, now: datetime) -> None:
    if not forum.takes(now):
        raise RuleViolation(_("Dieses Forum ist geschlossen."))


def _locked(contribution: Contribution, actor: Actor) -> Contribution:
    rows = Contribution.objects.select_related("forum__conference__session__body")
    found = rows.select_for_update(of=("self",)).get(pk=contribution.pk)
    if not policies.may_moderate(actor, found.forum.conference.session):
        raise NotAllowed
    return found


def _step(changed: Contribution, target: ContributionState, text: str = "") -> None:
    refusal = CONTRIBUTION_STEPS.refuse(ContributionState(changed.state), target, text)
    if refusal is not None:
        raise RuleViolation(refusal.text, "reason" if refusal.field else None)
    changed.state = target


def _record(
    verb: str, contribution: Contribution, *, actor: Actor, now: datetime, **facts: str | int
) -> None:
    audit.record(
        f"governance.contribution.{verb}",
        actor=actor,
        on=contribution,
        thread=contribution.forum.conference.session,
        now=now,
        label=None,
        **facts,
    )
