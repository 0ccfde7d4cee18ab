"""Acts on the agenda of a session: add, change, move, withdraw, postpone, treat items and record their results."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain import agenda
from bildungsnetz.governance.domain.agenda import ITEM_STEPS, ItemKind, ItemState
from bildungsnetz.governance.domain.invitation import deadlines, is_table_paper
from bildungsnetz.governance.domain.recommendations import RecommendationState, may_go_on_agenda
from bildungsnetz.governance.domain.session_states import SessionState, may_change_agenda, may_record_results
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, BodySide, Recommendation, Session
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.services.agenda_release import void_releases
from bildungsnetz.governance.services.bound_items import refuse_other_words, refuse_withdrawal
from bildungsnetz.governance.services.hearing import revoke_outdated
from bildungsnetz.governance.services.numbering import lock_session, renumber
from bildungsnetz.governance.services.paper_limits import narrow_papers
from bildungsnetz.governance.services.refusals import raise_first

_VOIDING = {"add", "change", "move", "withdraw"}
CHANGING = (
    "version",
    "title",
    "kind",
    "summary",
    "proposal",
    "visibility",
    "number",
    "minutes_planned",
    "submitted_by",
    "is_table_paper",
)


@transaction.atomic
def add_item(
    *,
    actor: Actor,
    session: Session,
    title: str,
    kind: ItemKind | str,
    now: datetime,
    summary: str = "",
    proposal: str = "",
    visibility: Visibility | str = Visibility.BODY,
    minutes_planned: int = 10,
    submitted_by: BodySide | None = None,
    recommendation: Recommendation | None = None,
) -> AgendaItem:
    """Put an item on the agenda, in front of the closing item; after the papers deadline it is a Tischvorlage.

    On a sent invitation it gets the next free number. Raises NotAllowed, and RuleViolation when the agenda is closed.
    """
    session = lock_session(session)
    if not (
        policies.may_add_item(actor, session) and may_read_visibility(actor, visibility, session.body.scope)
    ):
        raise NotAllowed
    _refuse_closed_agenda(session)
    _refuse_foreign_side(session, submitted_by)
    if recommendation and not may_go_on_agenda(RecommendationState(recommendation.state)):
        text = _("Diese Empfehlung liegt dem Gremium nicht zur Antwort vor.")
        raise RuleViolation(text, field="recommendation")
    item = AgendaItem.objects.create(
        session=session,
        position=_last_position(session) + 1,
        title=title,
        kind=kind,
        summary=summary,
        proposal=proposal,
        visibility=visibility,
        minutes_planned=minutes_planned,
        submitted_by=submitted_by,
        recommendation=recommendation,
        is_table_paper=_is_late(session, now),
        added_at=now,
    )
    renumber(session)
    _record("add", item, actor=actor, now=now)
    return reload(item)


@transaction.atomic
def change_item(
    *,
    actor: Actor,
    item: AgendaItem,
    version: int,
    title: str,
    kind: ItemKind | str,
    now: datetime,
    summary: str = "",
    proposal: str = "",
    visibility: Visibility | str = Visibility.BODY,
    minutes_planned: int = 10,
    submitted_by: BodySide | None = None,
) -> AgendaItem:
    """Change an item that is still open; papers that change after their deadline make it a Tischvorlage.

    Raises NotAllowed, StaleVersion, and RuleViolation for a treated item or a fixed one that should be something else.
    """
    item, session = _lock(item)
    _may_change(actor, item)
    if not may_read_visibility(actor, visibility, session.body.scope):
        raise NotAllowed
    _refuse_closed_agenda(session)
    _refuse_settled(item)
    _refuse_foreign_side(session, submitted_by)
    refuse_other_words(item, title, kind, visibility)
    if (summary, proposal) != (item.summary, item.proposal) and not item.fixed:
        item.is_table_paper = item.is_table_paper or _is_late(session, now)
    if (visibility == Visibility.OFFICE) != item.is_closed:
        item.number = None  # it moves to the other series and gets a number there
    item.title, item.kind, item.summary, item.proposal = title, kind, summary, proposal
    item.visibility, item.minutes_planned, item.submitted_by = visibility, minutes_planned, submitted_by
    narrow_papers(item)
    item.save_version(version, update_fields=CHANGING)
    renumber(session)
    revoke_outdated(item, actor=actor, now=now)
    _record("change", item, actor=actor, now=now)
    return reload(item)


@transaction.atomic
def move_item(*, actor: Actor, item: AgendaItem, steps: int, now: datetime) -> None:
    """Move an item up (negative) or down among its equals; it stops at the ends.

    Raises NotAllowed, and RuleViolation for a fixed item or once the invitation is out.
    """
    item, session = _lock(item)
    _may_change(actor, item)
    if session.state != SessionState.PLANNED:
        raise RuleViolation(
            _("Die Einladung ist versendet. Reihenfolge und Nummern bleiben, wie sie dort stehen.")
        )
    if item.fixed:
        raise RuleViolation(_("Dieser Punkt hat seinen festen Platz."))
    rows = _movable(session, like=item)
    order = agenda.moved([str(row.pk) for row in rows], str(item.pk), steps)
    positions = sorted(row.position for row in rows)
    for key, position in zip(order, positions, strict=True):
        AgendaItem.objects.filter(pk=int(key)).update(position=position)
    renumber(session)
    _record("move", item, actor=actor, now=now)


@transaction.atomic
def withdraw_item(*, actor: Actor, item: AgendaItem, reason: str, now: datetime) -> AgendaItem:
    """Take an item off the agenda; on a sent invitation its number stays with it.

    Raises NotAllowed, and RuleViolation without a reason, for a fixed item or one that is settled.
    """
    item, session = _lock(item)
    _may_change(actor, item)
    _refuse_closed_agenda(session)
    refuse_withdrawal(item)
    _take_step(item, ItemState.WITHDRAWN, text=reason, field="reason")
    item.result = reason.strip()
    item.save_version(item.version, update_fields=["version", "state", "result"])
    renumber(session)
    _record("withdraw", item, actor=actor, now=now)
    return reload(item)


@transaction.atomic
def postpone_item(*, actor: Actor, item: AgendaItem, now: datetime, reason: str = "") -> AgendaItem:
    """Put an item off to a later session. Raises NotAllowed, and RuleViolation outside a running session."""
    item, session = _lock(item)
    _may_change(actor, item)
    _refuse_without_session(session)
    _take_step(item, ItemState.POSTPONED)
    item.result = reason.strip() or item.result
    item.save_version(item.version, update_fields=["version", "state", "result"])
    _record("postpone", item, actor=actor, now=now)
    return reload(item)


@transaction.atomic
def treat_item(*, actor: Actor, item: AgendaItem, now: datetime) -> AgendaItem:
    """Mark an item as treated; a decision item only once its outcome is on record.

    Raises NotAllowed, and RuleViolation outside a running session or without the outcome.
    """
    item, session = _lock(item)
    _may_change(actor, item)
    _refuse_without_session(session)
    raise_first(agenda.refuse_treated(ItemKind(item.kind), has_decision=item.decisions.exists()))
    _take_step(item, ItemState.TREATED)
    item.save_version(item.version, update_fields=["version", "state"])
    _record("treat", item, actor=actor, now=now)
    return reload(item)


@transaction.atomic
def record_result(
    *, actor: Actor, item: AgendaItem, result: str, version: int, now: datetime, is_draft: bool = False
) -> AgendaItem:
    """Keep what came of the discussion. Raises NotAllowed, StaleVersion, and RuleViolation outside a running session.

    `is_draft`: saved by itself while somebody types; only the first of these is an act worth a line in the history.
    """
    item, session = _lock(item)
    _may_change(actor, item)
    _refuse_without_session(session)
    had_text = bool(item.result)
    item.result = result
    item.save_version(version, update_fields=["version", "result"])
    if not (is_draft and had_text):
        _record("result", item, actor=actor, now=now)
    return reload(item)


def reload(item: AgendaItem) -> AgendaItem:
    """The item with the number it now has."""
    item.refresh_from_db()
    return item


def _lock(item: AgendaItem) -> tuple[AgendaItem, Session]:
    session = lock_session(item.session)
    locked = AgendaItem.objects.select_for_update().get(pk=item.pk)
    locked.session = session
    return locked, session


def _may_change(actor: Actor, item: AgendaItem) -> None:
    scope = item.session.body.scope
    if not (
        policies.may_change_item(actor, item.session) and may_read_visibility(actor, item.visibility, scope)
    ):
        raise NotAllowed


def _refuse_closed_agenda(session: Session) -> None:
    if not may_change_agenda(SessionState(session.state)):
        raise RuleViolation(_("Die Sitzung ist geschlossen. Ihre Tagesordnung bleibt, wie sie ist."))


def _refuse_without_session(session: Session) -> None:
    if not may_record_results(SessionState(session.state)):
        raise RuleViolation(
            _("Ergebnisse halten Sie fest, sobald die Sitzung läuft und bis das Protokoll geschrieben ist.")
        )


def _refuse_settled(item: AgendaItem) -> None:
    if ITEM_STEPS.is_final(ItemState(item.state)):
        text = _("Dieser Punkt ist %(state)s und bleibt, wie er ist.")
        raise RuleViolation(text % {"state": item.get_state_display()})


def _refuse_foreign_side(session: Session, side: BodySide | None) -> None:
    if side is not None and side.body_id != session.body_id:
        raise RuleViolation(_("Diese Seite gehört nicht zu diesem Gremium."), field="submitted_by")


def _take_step(item: AgendaItem, target: ItemState, *, text: str = "", field: str | None = None) -> None:
    refusal = ITEM_STEPS.refuse(ItemState(item.state), target, text)
    if refusal is not None:
        raise RuleViolation(refusal.text, field if refusal.field else None)
    item.state = target


def _is_late(session: Session, now: datetime) -> bool:
    body = session.body
    last = deadlines(
        day_of(session.starts_at), invitation_days=body.invitation_days, papers_days=body.papers_days
    )
    return is_table_paper(day_of(now), last.papers_by)


def _last_position(session: Session) -> int:
    return session.items.aggregate(last=Max("position"))["last"] or 0


def _movable(session: Session, *, like: AgendaItem) -> list[AgendaItem]:
    """Items that change places with this one: confidential ones keep to themselves behind the others."""
    rows = session.items.filter(fixed="").exclude(state=ItemState.WITHDRAWN).order_by("position", "pk")
    is_closed = like.visibility == Visibility.OFFICE
    return [row for row in rows if (row.visibility == Visibility.OFFICE) == is_closed]


def _record(verb: str, item: AgendaItem, *, actor: Actor, now: datetime) -> None:
    # The history of a session is read by people who may not even know that a confidential item exists.
    thread = item if item.visibility == Visibility.OFFICE else item.session
    label = str(_("Tagesordnungspunkt"))
    if verb in _VOIDING:
        void_releases(item.session, actor=actor, now=now, is_closed=thread == item)
    audit.record(f"governance.item.{verb}", actor=actor, on=item, thread=thread, label=label, now=now)
