"""Answers to invitations, given with the link of the mail."""

from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.config.demo.team import tokens_for
from bildungsnetz.governance.api import Answer, SessionInvitation, reply_by_link

NOTES = (
    "Ich komme etwa zehn Minuten später.",
    "Bitte einen Parkplatz für Menschen mit Behinderung freihalten.",
    "Ich muss um 16 Uhr gehen.",
    "Zu TOP 2 bringe ich Zahlen aus unserer Stadt mit.",
)
SILENT, DECLINING, NOTING = 0.08, 0.2, 0.12


def note_replies(meeting: Meeting, invited_at: datetime) -> None:
    """Most people answer within two weeks, those who chair or object always come or send their deputy."""
    tokens = tokens_for(meeting.session)
    for invitation in meeting.session.invitations.select_related("person").order_by("pk"):
        answer = _answer(meeting, invitation)
        if answer is None or not invitation.person.email:
            continue
        token, note = tokens[invitation.person.email], _note(meeting)
        later = invited_at + timedelta(
            days=meeting.chance.randint(1, 8), minutes=meeting.chance.randint(0, 300)
        )
        meeting.region.diary.note(_in_time(meeting, later), partial(_reply, meeting, token, answer, note))


def _reply(meeting: Meeting, token: str, answer: Answer, note: str, at: datetime) -> None:
    readers = meeting.region.who_may("governance.session.invite")
    kept = meeting.region.canary.mark(note, "governance.SessionInvitation.note", readers)
    invitation = reply_by_link(token=token, answer=answer, note=kept, now=at)
    if answer is Answer.SENDS_DEPUTY:
        _let_deputy_answer(meeting, invitation, at)


def _in_time(meeting: Meeting, at: datetime) -> datetime:
    return min(at, meeting.start - timedelta(hours=2))


def _let_deputy_answer(meeting: Meeting, principal: SessionInvitation, at: datetime) -> None:
    deputy = meeting.session.invitations.select_related("person").get(
        mandate=principal.mandate, as_deputy=True
    )
    token = tokens_for(meeting.session)[deputy.person.email]
    later = max(at, _in_time(meeting, at + timedelta(hours=20)))
    meeting.region.diary.note(later, partial(_reply, meeting, token, Answer.COMES, ""))


def _answer(meeting: Meeting, invitation: SessionInvitation) -> Answer | None:
    """None: no answer at all."""
    sending = {meeting.region.people[key].pk for key in meeting.script.deputy_for}
    if invitation.person_id in sending:
        return Answer.SENDS_DEPUTY
    if invitation.person_id in {person.pk for person in (*meeting.chairs.values(), *meeting.objectors())}:
        return Answer.COMES
    drawn = meeting.chance.random()
    if drawn < SILENT:
        return None
    if drawn < DECLINING:
        return Answer.SENDS_DEPUTY if _has_deputy(invitation) else Answer.STAYS_AWAY
    return Answer.COMES


def _has_deputy(invitation: SessionInvitation) -> bool:
    return invitation.mandate is not None and invitation.mandate.deputyships.exists()


def _note(meeting: Meeting) -> str:
    return meeting.chance.choice(NOTES) if meeting.chance.random() < NOTING else ""
