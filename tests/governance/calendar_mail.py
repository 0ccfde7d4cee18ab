"""Answers as mail programs write them: the calendar entry of the invitation sent back with the answer in it."""

from email.message import EmailMessage
from email.utils import make_msgid

from icalendar import Calendar, vCalAddress, vText

from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.governance.models import SessionInvitation


def calendar_of(mail: OutgoingMail) -> Calendar:
    """The calendar entry that went out with a mail."""
    part = mail.attachments.get(content_type__startswith="text/calendar")
    return Calendar.from_ical(bytes(part.content))


def a_reply(
    invitation: SessionInvitation,
    said: str,
    *,
    sender: str = "",
    attendee: str = "",
    stamp: object = None,
    comment: str = "",
    **changes: object,
) -> EmailMessage:
    """The mail of a calendar program for the newest mail of the invitation; what is given replaces its own values."""
    mail = OutgoingMail.objects.get(pk=invitation.mail_id)
    calendar = calendar_of(mail)
    calendar["METHOD"] = vText("REPLY")
    event = calendar.walk("VEVENT")[0]
    address = vCalAddress(f"MAILTO:{attendee or invitation.person.email}")
    address.params["PARTSTAT"] = vText(said)
    event["ATTENDEE"] = address
    for name, value in changes.items():
        event[name.upper()] = value
    if stamp is not None:
        event.pop("DTSTAMP")
        event.add("DTSTAMP", stamp)
    if comment:
        event.add("COMMENT", comment)
    message = EmailMessage()
    message["From"] = f"Anna Ähre <{sender or invitation.person.email.title()}>"
    message["To"] = "bildungsbuero@example.org"
    message["Subject"] = f"Zugesagt: {mail.subject}"
    message["Message-ID"] = make_msgid(domain="client.example.org")
    message.set_content("Anna Ähre hat geantwortet.")
    message.add_alternative(
        calendar.to_ical(), maintype="text", subtype="calendar", params={"method": "REPLY"}
    )
    return message
