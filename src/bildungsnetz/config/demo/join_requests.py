"""A partner and a school ask to join working groups: one is still waiting, one was accepted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, PARTNER, SCHOOL
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api.join_requests import Application, JoinRequest, accept_request, ask_to_join
from bildungsnetz.network.api import current_functions

READERS = ("head", "clerk", "co_chair")


@dataclass(frozen=True)
class Script:
    """`who` asks on `day` (counted from today); `own` is the role that reads the own request."""

    who: str
    own: str
    body: str
    day: int
    reason: str
    brings: str
    accepted: bool = False


SCRIPTS = (
    Script(
        who=PARTNER,
        own="partner",
        body="ag-uebergang",
        day=-3,
        reason="Wir begleiten viele Jugendliche vor der Ausbildung und sehen, an welcher Stelle sie verloren gehen.",
        brings="Erfahrung aus zwölf Ausbildungsgängen und einen Raum für Sitzungen.",
    ),
    Script(
        who=SCHOOL,
        own="school",
        body="ag-digital",
        day=-9,
        reason="Unsere Schule probt gerade ein gemeinsames Lernmanagement mit drei Nachbarschulen.",
        brings="Eine Kollegin mit Zeit und ein fertiges Konzept.",
        accepted=True,
    ),
)


def note_join_requests(region: Region) -> None:
    """Write each request into the diary; the answer comes two days later."""
    for script in SCRIPTS:
        region.diary.note(region.at(script.day, 15, 20), partial(_ask, region, script))


def _ask(region: Region, script: Script, at: datetime) -> None:
    def kept(text: str, field: str) -> str:
        return region.canary.mark(text, f"governance.JoinRequest.{field}", (*READERS, script.own))

    function = current_functions(region.people[script.who], on=at.date()).first()
    asked = ask_to_join(
        actor=region.actor(script.who, at),
        body=region.bodies[script.body],
        application=Application(
            reason=kept(script.reason, "reason"),
            brings=kept(script.brings, "brings"),
            institution=function.institution if function else None,
        ),
        now=at,
    )
    if script.accepted:
        region.diary.note(at + timedelta(days=2), partial(_accept, region, asked))


def _accept(region: Region, asked: JoinRequest, at: datetime) -> None:
    accept_request(actor=region.actor(CLERK, at), request=asked, now=at)
