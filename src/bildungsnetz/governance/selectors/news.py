"""What is new in bodies and on topics, as far as somebody may see it at the moment of asking."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.following import NewsKind
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Body, Decision, Paper, Session
from bildungsnetz.governance.policies.visibility import closed_body_ids, readable_body_ids
from bildungsnetz.governance.selectors.publication import levels_of

MOST = 200
"""More news than anybody reads; what comes above it is told the next time."""
NOT_ON_IT = (ItemState.PROPOSED, ItemState.WITHDRAWN)


@dataclass(frozen=True)
class News:
    """One thing that is new since `at`; `is_inside` when its reader finds it in the office pages, else on the public ones."""

    kind: NewsKind
    key: int
    at: datetime
    title: str
    session: Session
    is_inside: bool


@dataclass(frozen=True)
class Interest:
    """What is followed: bodies and fields of action, by key."""

    bodies: frozenset[int] = frozenset()
    topics: frozenset[int] = frozenset()

    def of_item(self, path: str) -> Q:
        """Items (behind this path) that belong to a body, or to a topic by their recommendation, an order, or their body."""
        return (
            Q(**{f"{path}session__body__in": self.bodies})
            | Q(**{f"{path}recommendation__field_of_action__in": self.topics})
            | Q(**{f"{path}session__body__in": self._bodies_on_topics()})
            | Q(**{f"{path}pk__in": self._ordered_items()})
        )

    def _bodies_on_topics(self) -> QuerySet[Body, int]:
        found = Body.objects.filter(fields_of_action__in=self.topics).order_by()
        return found.values_list("pk", flat=True)

    def _ordered_items(self) -> QuerySet[Decision, int]:
        found = Decision.objects.filter(orders__field_of_action__in=self.topics).order_by()
        return found.values_list("item_id", flat=True)


def news(actor: Actor, interest: Interest, *, after: datetime, most: int = MOST) -> list[News]:
    """The news since a moment, newest first: decisions once their minutes are approved, agendas that went out or were
    published, and their papers. Who reads a body is told when it concerns the body, everybody else once it is published.
    """
    if not interest.bodies and not interest.topics:
        return []
    found: dict[tuple[NewsKind, int], News] = {}
    readings: list[_Reading] = [_Outside(actor)] if actor.is_anonymous else [_Inside(actor), _Outside(actor)]
    for reading in readings:
        for each in (*reading.decisions(interest, after), *reading.agendas(interest, after)):
            found.setdefault((each.kind, each.key), each)
        for each in reading.papers(interest, after):
            found.setdefault((each.kind, each.key), each)
    ordered = sorted(found.values(), key=lambda each: (each.at, each.kind, each.key), reverse=True)
    return ordered[:most]


class _Reading(ABC):
    """One way to read: which items, and from when on."""

    is_inside: bool
    begins: str  # the field of the session from which on its agenda is out

    @abstractmethod
    def may(self, path: str) -> Q:
        """The items (behind this path) that may be read this way."""

    @abstractmethod
    def may_paper(self) -> Q:
        """The papers that may be read this way, beside the condition on their items."""

    def decisions(self, interest: Interest, after: datetime) -> Iterable[News]:
        rows = Decision.objects.filter(
            interest.of_item("item__"),
            self.may("item__"),
            item__session__minutes__state=MinutesState.APPROVED,
        )
        if self.is_inside:
            dated = rows.annotate(new_at=F("item__session__minutes__approved_at"))
        else:
            dated = rows.annotate(
                new_at=Greatest("item__session__minutes__approved_at", "item__session__published_at")
            )
        for each in self._since(dated.select_related("body", "item__session__body"), after):
            title = f"{each}: {each.item.title}"
            yield News(NewsKind.DECISION, each.pk, each.new_at, title, each.item.session, self.is_inside)

    def agendas(self, interest: Interest, after: datetime) -> Iterable[News]:
        shown = AgendaItem.objects.filter(interest.of_item(""), self.may(""), session=OuterRef("pk"))
        rows = Session.objects.exclude(state=SessionState.CANCELLED).filter(
            Exists(shown.exclude(state__in=NOT_ON_IT).order_by()), **{f"{self.begins}__isnull": False}
        )
        for each in self._since(rows.annotate(new_at=F(self.begins)).select_related("body"), after):
            yield News(NewsKind.AGENDA, each.pk, each.new_at, str(each), each, self.is_inside)

    def papers(self, interest: Interest, after: datetime) -> Iterable[News]:
        rows = Paper.objects.filter(
            interest.of_item("item__"),
            self.may("item__"),
            self.may_paper(),
            withdrawn_at__isnull=True,
            **{f"item__session__{self.begins}__isnull": False},
        ).exclude(item__state__in=NOT_ON_IT)
        dated = rows.annotate(new_at=Greatest("added_at", f"item__session__{self.begins}"))
        for each in self._since(dated.select_related("item__session__body"), after):
            yield News(NewsKind.PAPER, each.pk, each.new_at, each.title, each.item.session, self.is_inside)

    def _since(self, rows: QuerySet, after: datetime) -> QuerySet:  # type: ignore[type-arg]  # three models
        return rows.filter(new_at__gt=after).order_by("-new_at", "-pk")[:MOST]


class _Inside(_Reading):
    """As somebody who reads a body: from the invitation on, confidential items only where they may be read."""

    is_inside, begins = True, "invited_at"

    def __init__(self, actor: Actor) -> None:
        self.readable, self.closed = readable_body_ids(actor), closed_body_ids(actor)

    def may(self, path: str) -> Q:
        asked = Q() if self.readable is None else Q(**{f"{path}session__body__in": self.readable})
        return asked & self._open(path, path)

    def may_paper(self) -> Q:
        return self._open("", "item__")

    def _open(self, path: str, item: str) -> Q:
        if self.closed is None:
            return Q()
        return ~Q(**{f"{path}visibility": Visibility.OFFICE}) | Q(**{f"{item}session__body__in": self.closed})


class _Outside(_Reading):
    """As everybody else: published sessions, public items, for those who signed in also what the network may read."""

    is_inside, begins = False, "published_at"

    def __init__(self, actor: Actor) -> None:
        self.levels = levels_of(actor)

    def may(self, path: str) -> Q:
        published = Q(**{f"{path}session__published_at__isnull": False, f"{path}fixed": ""})
        return published & Q(**{f"{path}visibility__in": self.levels})

    def may_paper(self) -> Q:
        return Q(visibility__in=self.levels)
