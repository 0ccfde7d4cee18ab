"""The numbers of an agenda, kept in step with its items inside the act that changes them."""

from collections.abc import Sequence

from bildungsnetz.governance.domain import agenda
from bildungsnetz.governance.domain.agenda import AgendaEntry, FixedItem, ItemState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Session


def lock_session(session: Session) -> Session:
    """The session as it is now, held until the end of the transaction."""
    return Session.objects.select_related("body").select_for_update(of=("self",)).get(pk=session.pk)


def renumber(session: Session) -> None:
    """Give the items their numbers: anew before the invitation, only to late items after it.

    Before the invitation confidential items stand behind all others, so that nobody sees a gap in the numbers.
    """
    is_sent = session.invited_at is not None
    rows = list(session.items.order_by("position", "pk"))
    wanted = _numbers(rows, is_sent=is_sent)
    if is_sent:
        wanted = {row.pk: wanted[row.pk] for row in rows if row.number is None}
    else:
        session.items.update(number=None)
    for pk, number in wanted.items():
        AgendaItem.objects.filter(pk=pk).update(number=number)


def _numbers(rows: Sequence[AgendaItem], *, is_sent: bool) -> dict[int, int | None]:
    if is_sent:
        return _numbered(rows, is_sent=True)
    open_rows = [row for row in rows if row.visibility != Visibility.OFFICE]
    numbers = _numbered(open_rows, is_sent=False)
    last = max((number or 0 for number in numbers.values()), default=0)
    closed = _numbered([row for row in rows if row.visibility == Visibility.OFFICE], is_sent=False)
    return numbers | {pk: number and number + last for pk, number in closed.items()}


def _numbered(rows: Sequence[AgendaItem], *, is_sent: bool) -> dict[int, int | None]:
    return {int(entry.key): entry.number for entry in agenda.numbered(map(entry_of, rows), is_sent=is_sent)}


def entry_of(item: AgendaItem) -> AgendaEntry:
    """The item as order and numbers want to know it."""
    fixed = FixedItem(item.fixed) if item.fixed else None
    return AgendaEntry(str(item.pk), item.position, ItemState(item.state), fixed, item.number)
