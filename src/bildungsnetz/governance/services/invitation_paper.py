"""The invitation as a tagged PDF, with exactly the items its reader may see."""

from collections.abc import Iterable

from django.utils.translation import override

from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.documents import render_pdf
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.models import AgendaItem, Session
from bildungsnetz.governance.selectors.hearing import hearing_of

TEMPLATE = "governance/invitation.typ"
FILENAME = "Einladung.pdf"


def invitation_pdf(session: Session, items: Iterable[AgendaItem]) -> bytes:
    """The paper for a session; the same items give the same bytes."""
    with override("de"):
        return render_pdf(TEMPLATE, paper_of(session, items))


def paper_of(session: Session, items: Iterable[AgendaItem]) -> dict[str, object]:
    """What the template sets: plain texts and local times."""
    dated = session.invited_at or session.starts_at
    return {
        "dated_on": day_of(dated),
        "body": session.body.name,
        "title": str(session),
        "number": session.number,
        "starts_at": session.starts_at.astimezone(BERLIN).isoformat(timespec="minutes"),
        "ends_at": session.ends_at.astimezone(BERLIN).isoformat(timespec="minutes"),
        "mode": session.get_mode_display(),
        "place": session.place,
        "online_link": session.online_link,
        "late_reason": session.late_reason,
        "is_sent": session.invited_at is not None,
        "minutes": sum(item.minutes_planned for item in items),
        "items": [_line(item) for item in items],
    }


def _line(item: AgendaItem) -> dict[str, object]:
    return {
        "number": item.numeral,
        "title": item.title,
        "kind": str(ItemKind(item.kind).label),
        "minutes": item.minutes_planned,
        "submitted_by": str(item.submitted_by or ""),
        "recommendation": str(item.recommendation or ""),
        "summary": item.summary,
        "proposal": item.proposal,
        "hearing": hearing.sentences if (hearing := hearing_of(item)) else [],
        "is_table_paper": item.is_table_paper,
        "is_closed": item.visibility == "office",
        "is_fixed": bool(item.fixed),
    }
