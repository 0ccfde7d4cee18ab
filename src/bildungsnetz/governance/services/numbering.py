"""The numbers of an agenda, kept in step with its items inside the act that changes them."""

from collections.abc import Sequence

from bildungsnetz.governance.domain import agenda
from bildungsnetz.governance.domain.agenda import AgendaEntry, FixedItem, ItemState
from bildungsnetz.governance.models import AgendaItem, Session


def lock_session(session: Session) -> Session:
    """The session as it is now, held until the end of the transaction."""
    return Session.objects.select_related("body").select_for_update(of=("self",)).get(pk=session.pk)


def renumber(session: Session) -> None:
    """Give the items their numbers: anew before the invitation, only to late items after it.

    Confidential items count in a series of their own, so that nobody sees a gap in the numbers of the others.
    """
    is_sent = session.invited_at is not None
    rows = list(session.items.order_by("position", "pk"))
    wanted = {
        pk: number
        for is_closed in (False, True)
        for pk, number in _numbered(
            [row for row in rows if row.is_closed is is_closed], is_sent=is_sent
        ).items()
    }
    if is_sent:
        wanted = {row.pk: wanted[row.pk] for row in rows if row.number is None}
    else:
        session.items.update(number=None)
    for pk, number in wanted.items():
        AgendaItem.objects.filter(pk=pk).update(number=number)


def _numbered(rows: Sequence[AgendaItem], *, is_sent: bool) -> dict[int, int | None]:
    return {int(entry.key): entry.number for entry in agenda.numbered(map(entry_of, rows), is_sent=is_sent)}


def entry_of(item: AgendaItem) -> AgendaEntry:
    """The item as order and numbers want to know it."""
    fixed = FixedItem(item.fixed) if item.fixed else None
    return AgendaEntry(str(item.pk), item.position, ItemState(item.state), fixed, item.number)
