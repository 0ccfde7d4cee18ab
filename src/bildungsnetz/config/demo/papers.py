"""Papers of the demo: short files with invented content, a few of them public, one withdrawn; and a private note."""

from datetime import datetime
from functools import partial

import typst

from bildungsnetz.config.demo.accounts import CLERK, MEMBER
from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.config.demo.scripts import ItemScript, PaperScript
from bildungsnetz.governance.api import (
    AgendaItem,
    Paper,
    add_paper,
    publish_session,
    withdraw_paper,
    write_note,
)


def add_papers(meeting: Meeting, script: ItemScript, item: AgendaItem, at: datetime) -> None:
    """The papers of an item, as its script says; a withdrawn one goes after the invitation."""
    for wanted in script.papers:
        kept, seen = meeting.secret, wanted.visibility
        title = kept(wanted.title, "Paper.title", seen)
        paper = add_paper(
            actor=meeting.region.actor(CLERK, at),
            item=item,
            name=f"{wanted.title}.{wanted.kind}",
            content=_content(wanted),
            title=title,
            visibility=seen,
            now=at,
        )
        if wanted.withdrawn:
            later = meeting.region.at(meeting.script.day - 5, 10)
            meeting.region.diary.note(later, partial(_withdraw, meeting, wanted, paper))


def note_for_oneself(meeting: Meeting, script: ItemScript, item: AgendaItem, at: datetime) -> None:
    """What the member with the demo account notes on an item."""
    if not script.note:
        return
    text = meeting.region.canary.mark(script.note, "governance.ItemNote.text", ("member",))
    write_note(actor=meeting.region.actor(MEMBER, at), item=item, text=text, now=at)


def publish(meeting: Meeting, at: datetime) -> None:
    """Put the open part of the session on the public pages."""
    publish_session(actor=meeting.region.actor(CLERK, at), session=meeting.session, now=at)


def _withdraw(meeting: Meeting, script: PaperScript, paper: Paper, at: datetime) -> None:
    reason = meeting.secret(script.withdrawn, "Paper.withdraw_reason", script.visibility)
    withdraw_paper(actor=meeting.region.actor(CLERK, at), paper=paper, reason=reason, now=at)


def _content(script: PaperScript) -> bytes:
    if script.kind != "pdf":
        return script.text.encode()
    title, text = (value.replace("\\", "").replace('"', "“") for value in (script.title, script.text))
    source = f'#set document(title: "{title}")\n#set text(lang: "de")\n#heading("{title}")\n#"{text}"'
    return typst.compile(source.encode())
