"""Opinion polls: one's own, those a body may see, and the link of somebody asked."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.opinion_poll import counts
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, OpinionPoll, PollTicket, Session


@dataclass(frozen=True)
class PollLine:
    """A poll with its result, as far as there may be one: pairs of answer and count."""

    poll: OpinionPoll
    result: list[tuple[str, int]] | None
    is_running: bool
    answered: int


def items_to_ask_about(session: Session) -> QuerySet[AgendaItem]:
    """The public items of a published session that is still to come: everybody may know them, also without account."""
    is_ahead = session.state == SessionState.INVITED and session.published_at is not None
    found = session.items.filter(visibility=Visibility.PUBLIC, state=ItemState.ACCEPTED, fixed="")
    return (found if is_ahead else found.none()).order_by("number", "position", "pk")


def own_polls(actor: Actor, session: Session) -> QuerySet[OpinionPoll]:
    found = OpinionPoll.objects.filter(author=actor.user_id, item__session=session)
    return found.select_related("item", "author").prefetch_related("answers").order_by("-started_at", "-pk")


def polls_shown(session: Session, *, on: date) -> list[PollLine]:
    """What members let the body see, once it is over. Ask for the right to read the session before."""
    if session.published_at is None:  # a poll asks about what is public
        return []
    rows = OpinionPoll.objects.filter(item__session=session, is_shown_to_body=True, closes_on__lt=on)
    rows = rows.exclude(item__visibility=Visibility.OFFICE).select_related("item", "author")
    return lines_of(rows.prefetch_related("answers").order_by("started_at", "pk"), on=on)


def lines_of(polls: QuerySet[OpinionPoll], *, on: date) -> list[PollLine]:
    """The polls with their results of a day."""
    return [_line(poll, on) for poll in polls]


def ticket_by_hash(token_hash: str, on: date) -> PollTicket | None:
    """The unused link of a running poll whose item is still public."""
    found = PollTicket.objects.filter(
        token_hash=token_hash,
        poll__closes_on__gte=on,
        poll__item__visibility=Visibility.PUBLIC,
        poll__item__session__published_at__isnull=False,
    )
    return found.select_related("poll__item__session__body", "poll__author").order_by("pk").first()


def _line(poll: OpinionPoll, on: date) -> PollLine:
    answers = [answer.option for answer in poll.answers.all()]
    counted = counts(len(poll.options), answers, closes_on=poll.closes_on, today=on)
    result = list(zip(poll.options, counted, strict=True)) if counted is not None else None
    return PollLine(poll, result, on <= poll.closes_on, len(answers))
