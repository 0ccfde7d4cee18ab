"""Living mailing lists of the office: one that was used, one with a draft, one of institutions."""

from bildungsnetz.config.demo.accounts import CLERK, PEDAGOGICAL
from bildungsnetz.config.demo.region import Region
from bildungsnetz.core.actor import Actor
from bildungsnetz.network.api import (
    Condition,
    Group,
    Joint,
    ListEntry,
    ListUse,
    MailingList,
    Question,
    SheetRow,
    Subject,
    choose_for_list,
    draft_use,
    fingerprint,
    keep_list,
    plan_sheet,
    roll,
    send_use,
)

_INVITATION = """am Donnerstag, 3. Dezember, laden wir Sie zum Fachtag „Übergänge gestalten“ ins Kreishaus ein.
Beginn ist um 9:00 Uhr, Ende gegen 15:00 Uhr. Die Teilnahme ist kostenfrei.

Bitte melden Sie sich bis zum 26. November an.

Mit freundlichen Grüßen
Bildungsbüro"""
_LEADS = Question(
    groups=(Group((Condition("funktion", "principal"), Condition("funktion", "management")), Joint.ANY),)
)
_PARTNERS = Question(Subject.INSTITUTIONS, (Group((Condition("art", "gruppe:culture"), Condition("post"))),))


def note_lists(region: Region) -> None:
    """The clerk sent an invitation last month; the pedagogical staff is writing to the places of culture."""
    at = region.at(-20, 10)
    clerk = region.actor(CLERK, at)
    entry = ListEntry(
        name="Leitungen von Schulen und Einrichtungen",
        purpose="mailings",
        basis="task",
        note="Einladungen zu Fachtagen und Hinweise auf neue Angebote",
    )
    leads = keep_list(actor=clerk, entry=entry, question=_LEADS, now=at)
    choose_for_list(
        actor=clerk,
        mailing_list=leads,
        thing=region.people[PEDAGOGICAL],
        is_added=True,
        reason="Bereitet die Fachtage vor",
        now=at,
    )
    _send(region, clerk, leads)
    partners = ListEntry(name="Orte der Kultur und Weiterbildung", purpose="work", basis="task")
    at = region.at(-3, 11)
    author = region.actor(PEDAGOGICAL, at)
    places = keep_list(actor=author, entry=partners, question=_PARTNERS, now=at)
    for kind, subject in (
        ("mail", "Angebote für das zweite Halbjahr"),
        ("letter", "Vereinbarung zur Zusammenarbeit"),
    ):
        body = "bitte prüfen Sie bis zum Monatsende Ihre Einträge im Bildungsportal.\n\nMit freundlichen Grüßen\nBildungsbüro"
        draft_use(actor=author, mailing_list=places, kind=kind, subject=subject, body=body, now=at)
    _read_back(region, author)


def _read_back(region: Region, author: Actor) -> None:
    """A table came back with a new telephone number, and with a row that nobody knows."""
    house = region.institutions["museum"]
    rows = [
        SheetRow(2, {"key": str(house.pk), "phone": "0211 4711000"}),
        SheetRow(3, {"key": "0", "name": "Unbekannt"}),
    ]
    plan_sheet(
        actor=author,
        subject=Subject.INSTITUTIONS,
        rows=rows,
        file_name="Einrichtungen.xlsx",
        now=region.at(-2, 15),
    )


def _send(region: Region, clerk: Actor, leads: MailingList) -> ListUse:
    at = region.at(-15, 9)
    use = draft_use(
        actor=clerk,
        mailing_list=leads,
        kind="letter",
        subject="Fachtag „Übergänge gestalten“",
        body=_INVITATION,
        now=at,
    )
    seen = fingerprint(roll(clerk, leads, "letter", now=at))
    return send_use(actor=clerk, use=use, seen=seen, now=at)
