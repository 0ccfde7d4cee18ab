"""What a member of the demo proposes for an agenda, and the answer of the office."""

from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, MEMBER
from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.config.demo.scripts import ProposalScript
from bildungsnetz.governance.api import ItemProposal, Wish, propose_item, refuse_proposal

READERS = ("member", "head", "clerk")


def note_proposals(meeting: Meeting, at: datetime) -> None:
    """Each proposal on its own hour, the answer three days later."""
    for number, script in enumerate(meeting.script.proposals):
        meeting.region.diary.note(at + timedelta(hours=number + 1), partial(_propose, meeting, script))


def _propose(meeting: Meeting, script: ProposalScript, at: datetime) -> None:
    mark = meeting.region.canary.mark
    wish = Wish(
        title=mark(script.title, "governance.ItemProposal.title", READERS),
        kind=script.kind,
        concern=mark(script.concern, "governance.ItemProposal.concern", READERS),
        minutes=15,
    )
    made = propose_item(actor=meeting.region.actor(MEMBER, at), session=meeting.session, wish=wish, now=at)
    if script.refused:
        meeting.region.diary.note(at + timedelta(days=3), partial(_refuse, meeting, script, made))


def _refuse(meeting: Meeting, script: ProposalScript, proposal: ItemProposal, at: datetime) -> None:
    clerk = meeting.region.actor(CLERK, at)
    refuse_proposal(actor=clerk, proposal=proposal, reason=script.refused, now=at)
