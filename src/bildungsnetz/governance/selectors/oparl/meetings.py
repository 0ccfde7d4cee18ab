"""Published sessions with their open items, papers and decisions."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bildungsnetz.core.calendar import SchoolYear, school_year_of
from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.models import StoredFile
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.oparl.things import Link, Thing, link, page
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Paper, Session
from bildungsnetz.governance.selectors.publication import (
    EVERYBODY,
    PublicItem,
    public_items,
    published_sessions,
)

THE_BODY = Link("body/1")
_STATES = {SessionState.PLANNED: "terminiert", SessionState.INVITED: "eingeladen"}
_HELD = "durchgeführt"


def origin_of(session_pk: int) -> str:
    return f"session:{session_pk}"


def things_of_sessions(pks: Iterable[int] | None = None) -> list[Thing]:
    """All objects of published sessions: of these, or of all. An unpublished session has none."""
    sessions = published_sessions()
    if pks is not None:
        sessions = sessions.filter(pk__in=pks)
    return [thing for session in sessions for thing in _things(session)]


def terms(on: date) -> list[Thing]:
    """The school years from the first published session to the one of the day (or of the last session)."""
    starts = published_sessions().values_list("starts_at", flat=True)
    years = {school_year_of(day_of(start)).start for start in starts} | {school_year_of(on).start}
    return [_term(SchoolYear(start)) for start in range(min(years), max(years) + 1)]


def _term(year: SchoolYear) -> Thing:
    values = {
        "body": THE_BODY,
        "name": f"Schuljahr {year}",
        "startDate": year.first_day.isoformat(),
        "endDate": year.last_day.isoformat(),
    }
    return Thing("legislativeterm", year.start, "terms", values)


def _things(session: Session) -> list[Thing]:
    entries = public_items(session, EVERYBODY)
    items = [_item(session, entry, order) for order, entry in enumerate(entries)]
    place = _place(session)
    papers = [_paper(session, entry, paper) for entry in entries for paper in entry.papers]
    meeting = _meeting(session, items, place)
    return [*meeting.all(), *(inner for paper in papers for inner in paper.all())]


def _meeting(session: Session, items: Sequence[Thing], place: Thing | None) -> Thing:
    values = {
        "name": str(session),
        "meetingState": _STATES.get(SessionState(session.state), _HELD),
        "cancelled": session.state == SessionState.CANCELLED,
        "start": _moment(session.starts_at),
        "end": _moment(session.ends_at),
        "location": place,
        "organization": [link("organization", session.body_id)],
        "agendaItem": items,
        "web": page("governance:public-session", session.pk),
    }
    return Thing("meeting", session.pk, origin_of(session.pk), values, session.body_id)


def _place(session: Session) -> Thing | None:
    if not session.place:
        return None
    values = {"description": session.place, "meetings": [link("meeting", session.pk)]}
    return Thing("location", session.pk, origin_of(session.pk), values)


def _item(session: Session, entry: PublicItem, order: int) -> Thing:
    """The decision is told once the minutes are approved; only papers make a consultation."""
    decision = entry.decision
    values = {
        "meeting": link("meeting", session.pk),
        "number": entry.item.numeral,
        "order": order,
        "name": entry.item.title,
        "public": True,
        "consultation": link("consultation", entry.papers[0].pk) if entry.papers else None,
        "result": str(Outcome(decision.outcome).label) if decision else "",
        "resolutionText": decision.wording if decision else "",
    }
    return Thing("agendaitem", entry.item.pk, origin_of(session.pk), values)


def _paper(session: Session, entry: PublicItem, paper: Paper) -> Thing:
    """Each public paper is one OParl paper with one file and one consultation, all under the same key."""
    values = {
        "body": THE_BODY,
        "name": paper.title,
        "date": day_of(paper.added_at).isoformat(),
        "paperType": "Tischvorlage" if paper.is_late else "Vorlage",
        "mainFile": _file(session, entry, paper),
        "underDirectionOf": [link("organization", session.body_id)],
        "consultation": [_consultation(session, entry, paper)],
    }
    return Thing("paper", paper.pk, origin_of(session.pk), values)


def _consultation(session: Session, entry: PublicItem, paper: Paper) -> Thing:
    values = {
        "paper": link("paper", paper.pk),
        "agendaItem": link("agendaitem", entry.item.pk),
        "meeting": link("meeting", session.pk),
        "organization": [link("organization", session.body_id)],
        "authoritative": entry.item.kind == ItemKind.DECISION,
    }
    return Thing("consultation", paper.pk, origin_of(session.pk), values, session.body_id)


def _file(session: Session, entry: PublicItem, paper: Paper) -> Thing:
    stored: StoredFile = paper.file
    values = {
        "name": paper.title,
        "fileName": stored.name,
        "mimeType": stored.content_type,
        "date": day_of(stored.kept_at).isoformat(),
        "size": stored.size,
        "accessUrl": Link(f"file/{paper.pk}/access"),
        "downloadUrl": Link(f"file/{paper.pk}/download"),
        "agendaItem": [link("agendaitem", entry.item.pk)],
        "paper": [link("paper", paper.pk)],
    }
    return Thing("file", paper.pk, origin_of(session.pk), values)


def _moment(moment: datetime) -> str:
    """2026-09-29T14:00:00+02:00, the time of the place."""
    return moment.astimezone(BERLIN).isoformat(timespec="seconds")
