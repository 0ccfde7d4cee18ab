"""Acts on the papers of an agenda: upload, change, remove before the invitation, withdraw after it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, files
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.invitation import deadlines, is_table_paper
from bildungsnetz.governance.domain.session_states import SessionState, may_change_agenda
from bildungsnetz.governance.domain.visibility import Visibility, paper_start, refuse_wider
from bildungsnetz.governance.models import AgendaItem, Paper, Session
from bildungsnetz.governance.policies import papers as policies
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.services.agenda_release import void_releases
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.paper_mails import mail_withdrawal
from bildungsnetz.governance.services.refusals import raise_first


@transaction.atomic
def add_paper(
    *,
    actor: Actor,
    item: AgendaItem,
    name: str,
    content: bytes,
    now: datetime,
    title: str = "",
    visibility: Visibility | str = "",
) -> Paper:
    """Put a file to an item; without `visibility` it is for the body, or as closed as the item.

    After the deadline for papers it makes the item a Tischvorlage. Raises NotAllowed, and RuleViolation for a file we do
    not take, a closed agenda or a paper wider than its item (field `visibility`).
    """
    item, session = _lock(item)
    level = Visibility(visibility or paper_start(item.visibility))
    if not (policies.may_add_paper(actor, item) and may_read_visibility(actor, level, session.body.scope)):
        raise NotAllowed
    _refuse_closed(session)
    raise_first(refuse_wider(level, item.visibility))
    stored = files.keep(name=name, content=content, now=now)
    paper = Paper.objects.create(
        item=item,
        file=stored,
        title=(title.strip() or stored.name)[:200],
        visibility=level,
        is_late=_is_late(session, now),
        added_at=now,
    )
    if paper.is_late and not item.fixed:
        AgendaItem.objects.filter(pk=item.pk).update(is_table_paper=True)
    _record("add", paper, actor=actor, now=now)
    return paper


@transaction.atomic
def change_paper(
    *, actor: Actor, paper: Paper, version: int, title: str, visibility: Visibility | str, now: datetime
) -> Paper:
    """Rename a paper or open and close it. Raises NotAllowed, StaleVersion, RuleViolation (field `visibility`)."""
    paper, session = _lock_paper(paper)
    if not (
        policies.may_change_paper(actor, paper) and may_read_visibility(actor, visibility, session.body.scope)
    ):
        raise NotAllowed
    _refuse_withdrawn(paper)
    raise_first(refuse_wider(visibility, paper.item.visibility))
    paper.title, paper.visibility = title.strip() or paper.title, visibility
    paper.save_version(version, update_fields=["version", "title", "visibility"])
    _record("change", paper, actor=actor, now=now)
    return paper


@transaction.atomic
def withdraw_paper(*, actor: Actor, paper: Paper, reason: str, now: datetime) -> bool:
    """Take a paper back. Before the invitation it is deleted; afterwards it stays listed with the reason, and everybody
    invited who could read it gets a mail. Gives whether it still stands in the list.

    Raises NotAllowed, and RuleViolation after the invitation without a reason (field `reason`).
    """
    paper, session = _lock_paper(paper)
    if not policies.may_withdraw_paper(actor, paper):
        raise NotAllowed
    _refuse_withdrawn(paper)
    if session.invited_at is None:
        _remove(paper, actor=actor, now=now)
        return False
    if not reason.strip():
        raise RuleViolation(
            _("Schreiben Sie den Grund; er steht bei der Unterlage und in der Mail."), "reason"
        )
    paper.withdrawn_at, paper.withdraw_reason = now, reason.strip()
    paper.save_version(paper.version, update_fields=["version", "withdrawn_at", "withdraw_reason"])
    told = mail_withdrawal(paper, now=now)
    _record("withdraw", paper, actor=actor, now=now, count=told)
    return True


def _remove(paper: Paper, *, actor: Actor, now: datetime) -> None:
    _record("remove", paper, actor=actor, now=now)
    stored = paper.file
    paper.delete()
    if not Paper.objects.filter(file=stored).exists():
        files.release(stored)


def _lock(item: AgendaItem) -> tuple[AgendaItem, Session]:
    session = lock_session(item.session)
    locked = AgendaItem.objects.select_for_update().get(pk=item.pk)
    locked.session = session
    return locked, session


def _lock_paper(paper: Paper) -> tuple[Paper, Session]:
    item, session = _lock(AgendaItem.objects.select_related("session").get(pk=paper.item_id))
    locked = Paper.objects.select_for_update().get(pk=paper.pk)
    locked.item = item
    return locked, session


def _refuse_closed(session: Session) -> None:
    if not may_change_agenda(SessionState(session.state)):
        raise RuleViolation(_("Die Sitzung ist geschlossen. Ihre Unterlagen bleiben, wie sie sind."))


def _refuse_withdrawn(paper: Paper) -> None:
    if paper.withdrawn_at is not None:
        raise RuleViolation(_("Diese Unterlage ist schon zurückgezogen."))


def _is_late(session: Session, now: datetime) -> bool:
    body = session.body
    last = deadlines(
        day_of(session.starts_at), invitation_days=body.invitation_days, papers_days=body.papers_days
    )
    return is_table_paper(day_of(now), last.papers_by)


def _record(verb: str, paper: Paper, *, actor: Actor, now: datetime, **facts: int) -> None:
    # The history of a session is read by people who may not even know that a confidential paper exists.
    is_closed = Visibility.OFFICE in (paper.visibility, paper.item.visibility)
    thread = paper if is_closed else paper.item.session
    label = str(_("Unterlage"))
    void_releases(paper.item.session, actor=actor, now=now, is_closed=is_closed)
    audit.record(
        f"governance.paper.{verb}", actor=actor, on=paper, thread=thread, label=label, now=now, **facts
    )
