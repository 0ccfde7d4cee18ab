"""The pedagogical staff briefs those who sit for the schools before the Lenkungskreis."""

from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import PEDAGOGICAL
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api import Session
from bildungsnetz.governance.api.briefings import (
    WRITE_BRIEFINGS,
    items_to_brief,
    representatives,
    send_briefing,
    write_briefing,
)

INTRODUCTION = (
    "Liebe Sprecherinnen und Sprecher, diese Punkte berühren die Schulen. "
    "Bitte hören Sie sich vor der Sitzung bei Ihren Kolleginnen und Kollegen um."
)
FOR_ALL = (
    "Das Bildungsbüro stellt vor, was bisher erreicht ist. Wichtig für Sie: Welche Termine im Schuljahr sind ungünstig?",
    "Hier wird Ihre Einschätzung gefragt. Die Schulaufsicht unterstützt den Vorschlag, wenn er ohne neue Abfragen auskommt.",
)
FOR_FORM = "Für Ihre Schulform kommt hinzu: Bitte nennen Sie zwei Schulen, die den Weg schon erprobt haben."


def note_briefings(region: Region) -> None:
    """One before the session of today, one before the conference."""
    region.diary.note(region.at(-12, 10), partial(_brief, region, "lenkungskreis"))
    region.diary.note(region.at(-1, 18), partial(_brief, region, "konferenz"))


def _brief(region: Region, body: str, at: datetime) -> None:
    """About the next session to which the invitation is out; with more for the first school form."""
    actor, session = region.actor(PEDAGOGICAL, at), _next(region, body, at)
    items = items_to_brief(session)[: len(FOR_ALL)]
    texts = {(item.pk, ""): _marked(region, text) for item, text in zip(items, FOR_ALL, strict=False)}
    forms = sorted({form for each in representatives(session) for form in each.forms})
    texts |= {(items[0].pk, form): _marked(region, FOR_FORM) for form in forms[:1]}
    write_briefing(actor=actor, session=session, introduction=INTRODUCTION, texts=texts, now=at)
    send_briefing(actor=actor, session=session, now=at)


def _marked(region: Region, text: str) -> str:
    return region.canary.mark(text, "governance.BriefingEntry.text", region.who_may(WRITE_BRIEFINGS))


def _next(region: Region, body: str, at: datetime) -> Session:
    found = region.bodies[body].sessions.select_related("body")
    return found.filter(state="invited", starts_at__gt=at).order_by("starts_at")[0]
