"""Answers that came by mail program and wait for the clerk."""

from datetime import datetime
from email.message import EmailMessage
from functools import partial

from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api import take_reply

ENTRY = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Demo//Kalender//DE
METHOD:REPLY
BEGIN:VEVENT
UID:{uid}
DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}
SEQUENCE:0
ATTENDEE;PARTSTAT={said}:mailto:{attendee}
COMMENT:{comment}
END:VEVENT
END:VCALENDAR
"""


def note_post(region: Region) -> None:
    """A few answers of the last days that match no invitation."""
    for number, script in enumerate(read("post")["reply"]):
        region.diary.note(region.at(script["day"], 10, number), partial(_arrive, region, script, number))


def _arrive(region: Region, script: dict[str, str], number: int, at: datetime) -> None:
    readers = region.who_may("governance.session.invite")
    comment = region.canary.mark(script["comment"], "governance.IncomingReply.comment", readers)
    entry = ENTRY.format(
        uid=f"termin-{number}@kalender.demo.example",
        stamp=at,
        said=script["said"],
        attendee=script["attendee"],
        comment=comment,
    )
    message = EmailMessage()
    message["From"] = script["sender"]
    message["Message-ID"] = f"<antwort-{number}@post.demo.example>"
    message.set_content(entry, subtype="calendar", params={"method": "REPLY"})
    take_reply(message, at)
