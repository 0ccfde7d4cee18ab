"""Briefings as their authors and their readers see them, and who the readers are."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.briefing import BRIEFABLE, BriefingState, is_for
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.sides import SCHOOLS
from bildungsnetz.governance.models import (
    AgendaItem,
    BriefingReceipt,
    Session,
    SessionBriefing,
    SessionInvitation,
)
from bildungsnetz.governance.policies.briefings import may_brief, may_write_briefings
from bildungsnetz.governance.selectors.agenda import items_on_paper
from bildungsnetz.governance.selectors.seats import mandates_on
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.network.api import SCHOOL_FORMS, FunctionKind, Person, functions_on, person_of_user


@dataclass(frozen=True)
class Representative:
    """Somebody on a seat of the schools, or a deputy, with the school forms spoken for (empty when not known)."""

    person: Person
    forms: frozenset[str]
    stands_in: bool = False

    @property
    def form_names(self) -> str:
        return ", ".join(str(SCHOOL_FORMS[form]) for form in sorted(self.forms))


@dataclass(frozen=True)
class Line:
    """One item with what is said of it: to all, and (name of the school form, text) in addition."""

    item: AgendaItem
    text: str
    additions: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Reader:
    """A representative, and when the present issue was read; `read_before` when only an earlier one was."""

    who: Representative
    read_at: datetime | None
    read_before: bool


def representatives(session: Session) -> list[Representative]:
    """Who sits for the schools on the day of the session, with deputies, each once.

    That is whoever holds a seat on the side of the schools, or leads a school. A deputy also speaks for the forms of the member.
    """
    on = day_of(session.starts_at)
    mandates = list(mandates_on(session.body, on))
    deputies = {row.person_id for mandate in mandates for row in mandate.standing_in}  # type: ignore[attr-defined]
    forms = _forms({mandate.person_id for mandate in mandates} | deputies, on)
    found: dict[int, Representative] = {}
    seated = [each for each in mandates if each.seat_rule.side.key == SCHOOLS or each.person_id in forms]
    for mandate in seated:
        own = forms.get(mandate.person_id, frozenset())
        found[mandate.person_id] = Representative(mandate.person, own)
        for row in mandate.standing_in:  # type: ignore[attr-defined]
            also = forms.get(row.person_id, frozenset()) | own
            found.setdefault(row.person_id, Representative(row.person, also, stands_in=True))
    return list(found.values())


def own_part(actor: Actor, session: Session) -> Representative | None:
    """The actor as representative in this session."""
    person = person_of_user(actor.user_id)
    found = representatives(session) if person else []
    return next((each for each in found if each.person == person), None)


def briefing_of(session: Session) -> SessionBriefing | None:
    rows = SessionBriefing.objects.filter(session=session).select_related("session__body")
    return rows.order_by("pk").first()


def items_to_brief(session: Session) -> list[AgendaItem]:
    """The items that every representative may read."""
    return [item for item in items_on_paper(session, BRIEFABLE) if not item.fixed]


def texts_of(briefing: SessionBriefing | None) -> dict[tuple[int, str], str]:
    """What is written, by item and school form."""
    rows = briefing.entries.order_by("pk").values_list("item_id", "school_form", "text") if briefing else ()
    return {(item, form): text for item, form, text in rows}


def lines_of(briefing: SessionBriefing, forms: Collection[str] = ()) -> list[Line]:
    """What somebody reads who speaks for these forms; an item that was closed or withdrawn meanwhile is gone."""
    said: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for (item, form), text in sorted(texts_of(briefing).items()):
        if is_for(form, forms):
            said[item].append((form, text))
    return [
        Line(
            item,
            _to_all(said[item.pk]),
            [(str(SCHOOL_FORMS[form]), text) for form, text in said[item.pk] if form],
        )
        for item in items_to_brief(briefing.session)
        if item.pk in said
    ]


def readers_of(briefing: SessionBriefing) -> list[Reader]:
    """All representatives with what they have read. Ask for the right to brief before."""
    rows = briefing.receipts.order_by("issue", "pk").values_list("person", "issue", "read_at")
    read = {person: (issue, at) for person, issue, at in rows}
    found = []
    for who in representatives(briefing.session):
        issue, at = read.get(who.person.pk, (0, None))
        is_current = issue == briefing.issue
        found.append(Reader(who, at if is_current else None, bool(issue) and not is_current))
    return found


def receipt_of(briefing: SessionBriefing, person: Person) -> BriefingReceipt | None:
    """That this person has read the present issue."""
    return briefing.receipts.filter(person=person, issue=briefing.issue).order_by("pk").first()


def briefings_to_read(actor: Actor) -> list[SessionBriefing]:
    """Briefings for sessions to come that the actor shall read and has not, the nearest first."""
    person = person_of_user(actor.user_id)
    if person is None:
        return []
    ahead = sessions(actor).filter(state=SessionState.INVITED).order_by()
    sent = SessionBriefing.objects.filter(state=BriefingState.SENT, session__in=ahead.values("pk"))
    rows = sent.select_related("session__body").order_by("session__starts_at", "pk")
    return [row for row in rows if receipt_of(row, person) is None and own_part(actor, row.session)]


def leads_to_briefing(actor: Actor, session: Session, own: SessionInvitation | None) -> bool:
    """Whether the page of the session shows the way: to authors always, to invited representatives once it is sent.

    `own` is the actor's invitation with its seat: a deputy reads what the member would.
    """
    briefing = getattr(session, "briefing", None)
    if may_brief(actor, session) or (briefing and may_write_briefings(actor, session)):
        return True
    mandate = own.mandate if own else None
    if briefing is None or briefing.state != BriefingState.SENT or mandate is None:
        return False
    leads = mandate.seat_rule.side.key == SCHOOLS or _forms({mandate.person_id}, day_of(session.starts_at))
    return bool(leads)


def _to_all(said: Sequence[tuple[str, str]]) -> str:
    return next((text for form, text in said if not form), "")


def _forms(people: Collection[int], on: date) -> dict[int, frozenset[str]]:
    """The school forms of the schools these persons lead on the day."""
    led = functions_on(on).filter(
        person__in=people, kind=FunctionKind.PRINCIPAL.value, institution__kind="school"
    )
    found: dict[int, set[str]] = defaultdict(set)
    for person, form in led.order_by("pk").values_list("person", "institution__school_form"):
        found[person].add(form)
    return {person: frozenset(forms - {""}) for person, forms in found.items()}
