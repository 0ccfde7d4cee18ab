"""On what the bodies of the demo stand: documents, reports, guests, consents, a rotating seat and a nomination letter."""

from datetime import timedelta
from typing import Any

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import Region
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.api import (
    add_document,
    due_days,
    give_yearly_report,
    open_election,
    plan_rotation,
    prepare_election,
    record_consent,
    set_topic_guest,
    write_nomination_letter,
)

Row = dict[str, Any]


def note_basis(region: Region) -> None:
    """Write all of it; the second working group is late with its report."""
    script = read("basis")
    for kind, note in NOTES.items():
        for row in script[kind]:
            note(region, row)
    region.rights_have_changed()


def _document(region: Region, row: Row) -> None:
    at = region.at(row["day"], 10)
    text = region.secret(row["text"], "governance.BodyDocument.text", "body")
    add_document(
        actor=region.actor(CLERK, at),
        body=region.bodies[row["body"]],
        kind=row["kind"],
        valid_from=day_of(at),
        upload=(row["file"], text.encode()),
        text=text,
        note=row.get("note", ""),
        now=at,
    )


def _report(region: Region, row: Row) -> None:
    """All reports that are due by now, the newest with the first text; a late body still owes the newest."""
    body = region.bodies[row["body"]]
    assert body.report_first_due_on is not None  # noqa: S101 - the preset says so
    due = [day for day in due_days(body.report_first_due_on, region.today) if day < region.today]
    for age, due_on in enumerate(reversed(due[: -1 if row.get("is_late") else None])):
        at = region.at((due_on - region.today).days - 5, 11)
        told = row["texts"][min(age, len(row["texts"]) - 1)]
        text = region.secret(told, "governance.YearlyReport.text", "body")
        give_yearly_report(
            actor=region.actor(CLERK, at),
            body=body,
            due_on=due_on,
            text=text,
            upload=("Jahresbericht.txt", text.encode()),
            now=at,
        )


def _guest(region: Region, row: Row) -> None:
    at = region.at(-200, 12)
    set_topic_guest(
        actor=region.actor(CLERK, at),
        body=region.bodies[row["body"]],
        person=region.people[row["person"]],
        topic=row["topic"],
        starts_on=day_of(at),
        now=at,
    )


def _consent(region: Region, row: Row) -> None:
    at = region.at(-900, 12)
    record_consent(
        actor=region.actor(CLERK, at),
        person=region.people[row["person"]],
        given_on=day_of(at),
        how="schriftlich auf dem Mandatsbogen",
        now=at,
    )


def _rotation(region: Region, row: Row) -> None:
    at = region.at(row["since"] - 20, 12)
    plan_rotation(
        actor=region.actor(CLERK, at),
        seat_rule=region.bodies[row["body"]].seat_rules.select_related("body").get(key=row["seat"]),
        people=[region.people[key] for key in row["people"]],
        starts_on=region.day(row["since"]),
        months=row["months"],
        until=region.today + timedelta(days=row["until"]),
        nominated_by=row["by"],
        now=at,
    )


def _letter(region: Region, row: Row) -> None:
    at = region.at(-6, 10)
    write_nomination_letter(
        actor=region.actor(CLERK, at),
        seat_rule=region.bodies[row["body"]].seat_rules.get(key=row["seat"]),
        people=1,
        reason=row["reason"],
        address=row["address"],
        greeting="Sehr geehrte Damen und Herren",
        reply_by=region.today + timedelta(days=22),
        signed_by="Geschäftsstelle",
        now=at,
    )


def _election(region: Region, row: Row) -> None:
    at = region.at(-3, 9)
    election = prepare_election(
        actor=region.actor(CLERK, at),
        seat_rule=region.bodies[row["body"]].seat_rules.get(key=row["seat"]),
        title=row["title"],
        school_form=row["school_form"],
        places=1,
        people=[region.people[key] for key in row["people"]],
        closes_at=region.at(12, 18),
        mandate_from=region.day(20),
        led_by="Geschäftsstelle",
        now=at,
    )
    if row["is_open"]:
        open_election(actor=region.actor(CLERK, at), election=election, now=at)


NOTES = {
    "document": _document,
    "report": _report,
    "guest": _guest,
    "consent": _consent,
    "rotation": _rotation,
    "letter": _letter,
    "election": _election,
}
