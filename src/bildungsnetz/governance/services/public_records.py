"""Keeping the public records true: what is public now, since when, when it changed, what is gone."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import override

from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.oparl.things import Thing
from bildungsnetz.governance.models import PublicRecord
from bildungsnetz.governance.selectors.oparl.bodies import ORIGIN, things_of_bodies
from bildungsnetz.governance.selectors.oparl.meetings import origin_of, terms, things_of_sessions

TERMS = "terms"


@override("de")
def refresh_all(*, now: datetime) -> int:
    """Compare everything that is public with the records. Gives how many records changed."""
    things = [*things_of_bodies(), *things_of_sessions(), *terms(day_of(now))]
    return _write(things, PublicRecord.objects.all(), now)


@override("de")
def refresh(*, sessions: Iterable[int] = (), bodies: bool = False, now: datetime) -> int:
    """Compare what is made from these sessions (and the bodies) with its records. Gives how many records changed."""
    keys = sorted(set(sessions))
    things = [*things_of_sessions(keys), *terms(day_of(now))] if keys else []
    origins = [origin_of(pk) for pk in keys] + ([TERMS] if keys else [])
    if bodies:
        things += things_of_bodies()
        origins.append(ORIGIN)
    return _write(things, PublicRecord.objects.filter(origin__in=origins), now)


@transaction.atomic
def _write(things: Iterable[Thing], known: Any, now: datetime) -> int:
    """The moments move only when the words do: also those of an object whose embedded parts changed."""
    records = {(row.kind, row.key): row for row in known.select_for_update().order_by("pk")}
    wanted = {(thing.kind, thing.key): thing for thing in things}
    fresh = [_new(wanted[key], now) for key in wanted.keys() - records.keys()]
    moved = [row for key, row in records.items() if _moved(row, wanted.get(key), now)]
    PublicRecord.objects.bulk_create(
        sorted(fresh, key=lambda row: (row.kind, row.key)), batch_size=200, ignore_conflicts=True
    )
    PublicRecord.objects.bulk_update(
        moved, ["content", "origin", "body_id", "modified", "deleted"], batch_size=200
    )
    return len(fresh) + len(moved)


def _new(thing: Thing, now: datetime) -> PublicRecord:
    return PublicRecord(
        kind=thing.kind,
        key=thing.key,
        origin=thing.origin,
        body_id=thing.body_id,
        content=thing.content(),
        created=now,
        modified=now,
    )


def _moved(row: PublicRecord, thing: Thing | None, now: datetime) -> bool:
    """Bring the record to what is public now; whether that changed it."""
    deleted, content = thing is None, thing.content() if thing else {}
    if row.deleted == deleted and _fingerprint(row.content) == _fingerprint(content):
        return False
    row.deleted, row.content, row.modified = deleted, content, max(now, row.modified)
    if thing is not None:
        row.origin, row.body_id = thing.origin, thing.body_id
    return True


def _fingerprint(content: dict[str, Any]) -> str:
    return json.dumps(content, sort_keys=True, ensure_ascii=False)
