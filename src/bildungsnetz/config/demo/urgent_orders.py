"""Urgent orders of the Lenkungskreis: confirmed, not confirmed, to be confirmed today, proposed, withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, HEAD, KOMMUNE, LAND
from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api import (
    AgendaItem,
    Position,
    SidePosition,
    Statement,
    Terms,
    presence,
    record_decision,
)
from bildungsnetz.governance.api.urgent_orders import (
    UrgentOrder,
    agree_urgent_order,
    propose_urgent_order,
    withdraw_urgent_order,
)


@dataclass(frozen=True)
class Script:
    """`agree`: who agrees on the next day; `objection`: what the Kommune says in the session. Days count from today."""

    day: int
    title: str
    goal: str
    reason: str
    due: int
    who: str
    agree: tuple[str, ...] = (LAND, KOMMUNE)
    objection: str = ""
    withdrawn: str = ""


SCRIPTS = (
    Script(
        day=-24,
        title="Dolmetschdienst für die Anmeldewoche sichern",
        goal="In der Anmeldewoche steht jeder Grundschule an zwei Tagen ein Dolmetschdienst zur Verfügung.",
        reason="Die Anmeldewoche beginnt vor der Sitzung.",
        due=40,
        who="paedagogik",
    ),
    Script(
        day=-23,
        title="Plakate für den Tag der Ausbildung nachdrucken",
        goal="500 Plakate hängen in den Schulen der Sekundarstufe.",
        reason="Die Druckerei braucht den Auftrag in dieser Woche.",
        due=30,
        who="verwaltung",
        objection="Die Kommune trägt die Druckkosten nicht; die Plakate gehen digital an die Schulen.",
    ),
    Script(
        day=-6,
        title="Ausweichräume für die Sprachförderung suchen",
        goal="Für drei Gruppen sind Räume bis zum Halbjahr zugesagt.",
        reason="Nach dem Wasserschaden fehlen die Räume ab nächster Woche.",
        due=60,
        who="paedagogik",
    ),
    Script(
        day=-2,
        title="Ersatz für den Fachtag Inklusion finden",
        goal="Ein neuer Termin mit Haus und Referentin steht fest.",
        reason="Das gebuchte Haus ist abgesagt.",
        due=75,
        who="leitung",
        agree=(LAND,),
    ),
    Script(
        day=-5,
        title="Umfrage unter den Ausbildungsbetrieben beauftragen",
        goal="Ergebnisse von 100 Betrieben liegen vor.",
        reason="Das Institut hätte kurzfristig Zeit.",
        due=90,
        who="wissenschaft",
        agree=(),
        withdrawn="Das soll der Lenkungskreis in Ruhe beraten.",
    ),
)


def note_urgent_orders(region: Region) -> None:
    """Write each proposal into the diary; agreement and refusal follow from it."""
    for script in SCRIPTS:
        region.diary.note(region.at(script.day, 10, 10), partial(_propose, region, script))


def confirm(meeting: Meeting, item: AgendaItem, at: datetime) -> None:
    """The session decides on the confirmation of an urgent order, as the sides said."""
    item.refresh_from_db()
    said = next(script.objection for script in SCRIPTS if script.title in item.title)
    text = meeting.secret(said, "DecisionPosition.text", "body")
    speakers = presence(meeting.session).at(item).speakers
    positions = (
        SidePosition("land", Position.AGREE, min(speakers["land"])),
        SidePosition("kommune", Position.OBJECT if said else Position.AGREE, min(speakers["kommune"]), text),
    )
    statement = Statement(item.proposal, positions)
    record_decision(actor=meeting.region.actor(CLERK, at), item=item, statement=statement, now=at)


def _propose(region: Region, script: Script, at: datetime) -> None:
    def kept(text: str, field: str) -> str:
        return region.secret(text, f"governance.UrgentOrder.{field}", "body")

    urgent = propose_urgent_order(
        actor=region.actor(HEAD, at),
        body=region.bodies["lenkungskreis"],
        reason=kept(script.reason, "reason"),
        terms=Terms(
            title=script.title,
            goal=kept(script.goal, "goal"),
            due_on=region.day(script.due),
            report_dates=[region.day(script.due - 15)],
            person=region.people[script.who],
        ),
        now=at,
    )
    for number, chair in enumerate(script.agree):
        region.diary.note(region.at(script.day + 1, 11, number), partial(_agree, region, urgent, chair))
    if script.withdrawn:
        region.diary.note(region.at(script.day + 1, 14), partial(_withdraw, region, urgent, script))


def _agree(region: Region, urgent: UrgentOrder, chair: str, at: datetime) -> None:
    agree_urgent_order(actor=region.actor(chair, at), urgent=urgent, now=at)


def _withdraw(region: Region, urgent: UrgentOrder, script: Script, at: datetime) -> None:
    reason = region.secret(script.withdrawn, "governance.UrgentOrder.withdraw_reason", "body")
    withdraw_urgent_order(actor=region.actor(KOMMUNE, at), urgent=urgent, reason=reason, now=at)
