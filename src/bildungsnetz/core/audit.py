"""The record of every act, shown as German sentences on the object it concerns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Model, Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.core.registers import sentences
from bildungsnetz.core.signals import act_recorded

LONGEST_LABEL = 300


def kind_of(thing: Model) -> str:
    """The plain name of a thing's kind: "governance.session"."""
    return f"{thing._meta.app_label}.{thing._meta.model_name}"


def record(
    act: str,
    *,
    actor: Actor,
    on: Model,
    now: datetime,
    thread: Model | None = None,
    label: str | None = None,
    **facts: str | int,
) -> AuditEntry:
    """Write one entry inside the transaction of the act.

    `on` is the thing acted upon, `thread` the thing on whose page the entry is shown as well (a session for the acts
    on its items). `facts` fill the sentence and must hold nothing confidential. Raises KeyError when the act has no
    sentence or a fact of the sentence is missing.
    """
    shown = label if label is not None else str(on)
    sentences.sentence(act, actor=actor.name, label=shown, facts=facts)
    gathered = thread if thread is not None else on
    entry = AuditEntry.objects.create(
        at=now,
        act=act,
        actor_id=actor.user_id,
        actor_name=actor.name,
        object_kind=kind_of(on),
        object_key=str(on.pk),
        object_label=shown[:LONGEST_LABEL],
        thread=f"{kind_of(gathered)}:{gathered.pk}",
        facts=facts,
    )
    act_recorded.send(AuditEntry, entry=entry)
    return entry


@dataclass(frozen=True)
class HistoryLine:
    at: datetime
    sentence: str


def line_of(entry: AuditEntry) -> HistoryLine:
    return HistoryLine(
        entry.at,
        sentences.sentence(entry.act, actor=entry.actor_name, label=entry.object_label, facts=entry.facts),
    )


def history_of(thing: Model, limit: int = 100) -> list[HistoryLine]:
    """The acts on a thing and on all that belongs to its page, newest first. Ask for the right to see `thing` before."""
    kind, key = kind_of(thing), str(thing.pk)
    about = Q(thread=f"{kind}:{key}") | Q(object_kind=kind, object_key=key)
    return [line_of(entry) for entry in AuditEntry.objects.filter(about)[:limit]]


def last_acts(kind: str, keys: Iterable[str]) -> dict[str, datetime]:
    """When each of these things ("governance.session", their keys) was last acted upon; those never acted upon are missing."""
    found = AuditEntry.objects.filter(object_kind=kind, object_key__in=list(keys))
    return dict(found.order_by().values_list("object_key").annotate(last=Max("at")))


def entries() -> QuerySet[AuditEntry]:
    """All entries, newest first; the route asks for the right."""
    return AuditEntry.objects.order_by("-at", "-pk")
