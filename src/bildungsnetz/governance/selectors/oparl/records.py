"""Reading the public records for a client: lists with filters and pages, single objects, files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max, Q, QuerySet

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.models import StoredFile
from bildungsnetz.governance.domain.oparl.asking import Asked
from bildungsnetz.governance.domain.oparl.telling import Moments, embedded_in
from bildungsnetz.governance.models import PublicRecord
from bildungsnetz.governance.selectors.publication import published_papers

_FILTERS = {
    "created_since": "created__gte",
    "created_until": "created__lte",
    "modified_since": "modified__gte",
    "modified_until": "modified__lte",
}


@dataclass(frozen=True)
class ListPage:
    """One page of a list: its records and how many there are in all."""

    rows: list[PublicRecord]
    total: int
    pages: int


def list_page(kind: str, asked: Asked, *, body_id: int | None = None) -> ListPage:
    """The records of a kind that the filters ask for, in the order in which they became public."""
    found = PublicRecord.objects.filter(kind=kind, **{_FILTERS[n]: at for n, at in asked.times.items()})
    if not asked.wants_deleted:
        found = found.filter(deleted=False)
    if body_id is not None:
        found = found.filter(body_id=body_id)
    total = found.count()
    start = (asked.page - 1) * asked.limit
    rows = list(found.order_by("created", "pk")[start : start + asked.limit])
    return ListPage(rows, total, max(-(-total // asked.limit), 1))


def record(kind: str, key: int) -> PublicRecord | None:
    return PublicRecord.objects.filter(kind=kind, key=key).first()


def terms_in_force() -> QuerySet[PublicRecord]:
    """The legislative terms, embedded in the body."""
    return PublicRecord.objects.filter(kind="legislativeterm", deleted=False).order_by("key")


def moments_of(rows: Iterable[PublicRecord]) -> Mapping[str, Moments]:
    """When the objects embedded in these records were created and changed, by name, in one query."""
    wanted = Q()
    for name in {name for row in rows for name in embedded_in(row.content)}:
        kind, _, key = name.partition("/")
        wanted |= Q(kind=kind, key=int(key))
    if not wanted:
        return {}
    found = PublicRecord.objects.filter(wanted).order_by("pk")
    return {f"{row.kind}/{row.key}": (told_moment(row.created), told_moment(row.modified)) for row in found}


def told_moment(moment: datetime) -> str:
    """2026-09-29T14:00:00+02:00."""
    return moment.astimezone(BERLIN).isoformat(timespec="seconds")


def span() -> tuple[datetime, datetime]:
    """Since when this installation has an interface, and when something in it changed last."""
    first = MigrationRecorder.Migration.objects.filter(app="governance").order_by("applied").first()
    assert first is not None  # noqa: S101 - without migrations there is no table to ask
    last = PublicRecord.objects.aggregate(last=Max("modified"))["last"]
    return first.applied, max(first.applied, last) if last else first.applied


def is_asked_for(created: datetime, modified: datetime, asked: Asked) -> bool:
    """Whether an object with these moments passes the filters."""
    tests = {
        "created_since": lambda at: created >= at,
        "created_until": lambda at: created <= at,
        "modified_since": lambda at: modified >= at,
        "modified_until": lambda at: modified <= at,
    }
    return all(tests[name](at) for name, at in asked.times.items())


def file_of(key: int) -> StoredFile | None:
    """The file of a public paper."""
    paper = published_papers(PUBLIC).filter(pk=key).first()
    return paper.file if paper else None
