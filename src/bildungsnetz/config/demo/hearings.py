"""Items that cost cities money: asked, answered, or waived; days count from the day of loading."""

import re
from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.config.demo.scripts import HearingScript, ItemScript
from bildungsnetz.core import outbox
from bildungsnetz.governance.api import AgendaItem
from bildungsnetz.governance.api.hearing import Contact, ask_cities, give_opinion, state_costs, waive_hearing
from bildungsnetz.network.api import municipalities

LINK = re.compile(r"/stellungnahme/([\w-]{20,})/")


def note_hearing(meeting: Meeting, item: ItemScript, on: AgendaItem, at: datetime) -> None:
    """State the costs with the item; the question, the answers or the waiver come some days later."""
    if (script := item.hearing) is None:
        return
    kept = partial(meeting.secret, visibility=item.visibility)
    state_costs(
        actor=meeting.region.actor(CLERK, at),
        item=on,
        estimate=kept(script.estimate, "CityCosts.estimate"),
        cities=list(municipalities().filter(name__in=script.cities)),
        now=at,
    )
    if script.waived_by:
        meeting.region.diary.note(at + timedelta(days=1), partial(_waive, meeting, item, script, on))
    if script.ask_day is not None:
        meeting.region.diary.note(meeting.region.at(script.ask_day, 10), partial(_ask, meeting, script, on))


def _waive(meeting: Meeting, item: ItemScript, script: HearingScript, on: AgendaItem, at: datetime) -> None:
    kept = partial(meeting.secret, visibility=item.visibility)
    waive_hearing(
        actor=meeting.region.actor(CLERK, at),
        item=on,
        waived_by=kept(script.waived_by, "CityCosts.waived_by"),
        reason=kept(script.waive_reason, "CityCosts.waive_reason"),
        now=at,
    )


def _ask(meeting: Meeting, script: HearingScript, on: AgendaItem, at: datetime) -> None:
    region = meeting.region
    contacts = [
        Contact(city, _address(city.name), "Schulverwaltungsamt")
        for city in municipalities().filter(name__in=script.cities)
    ]
    ask_cities(
        actor=region.actor(CLERK, at),
        item=on,
        due_on=region.day(script.due),
        contacts=contacts,
        now=at,
    )
    for number, (name, words) in enumerate(script.answers.items(), start=1):
        later = at + timedelta(hours=5 * number)
        region.diary.note(later, partial(_answer, on, name, words))


def _answer(on: AgendaItem, name: str, words: str, at: datetime) -> None:
    answer, _colon, text = words.partition(": ")
    mails = outbox.mails().filter(subject__endswith=on.title, recipient=_address(name))
    found = LINK.search(mails.order_by("-queued_at", "-pk").values_list("body", flat=True)[0])
    assert found is not None  # noqa: S101 - the question was mailed with a link
    give_opinion(
        token=found.group(1),
        answer=answer,
        text=text,
        answered_by="Schulverwaltungsamt, Amtsleitung",
        now=at,
    )


def _address(city: str) -> str:
    host = city.split(maxsplit=1)[0].lower().replace("ü", "ue")
    return f"schulverwaltung@{host}.stadt.demo.example"
