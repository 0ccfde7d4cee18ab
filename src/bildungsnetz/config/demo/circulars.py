"""Circular resolutions of the Lenkungskreis since its last session: adopted, sent to the session, withdrawn, running."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, KOMMUNE
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api.circulars import (
    CircularResolution,
    Question,
    answer_by_link,
    seat_token,
    start_circular,
    withdraw_circular,
)


@dataclass(frozen=True)
class Script:
    """`silent`: so many seats do not answer; `objection`: what the last one to answer says; days count from today."""

    day: int
    lasts: int
    title: str
    reason: str
    wording: str
    starter: str = CLERK
    silent: int = 0
    objection: str = ""
    withdrawn: str = ""
    paper: str = ""


SCRIPTS = (
    Script(
        day=-19,
        lasts=8,
        title="Förderantrag „Sprachbildung im Ganztag“",
        reason="Das Land nimmt Anträge nur bis zum Monatsende an; die nächste Sitzung liegt danach.",
        wording="Das Bildungsbüro stellt den Förderantrag „Sprachbildung im Ganztag“ in der vorgelegten Fassung.",
        paper="Kurzfassung des Antrags: Sprachbildung an zwölf Ganztagsschulen, Laufzeit zwei Jahre.",
    ),
    Script(
        day=-16,
        lasts=7,
        title="Beitritt zum Landesnetz Berufsorientierung",
        reason="Das Landesnetz schließt die erste Runde seiner Mitglieder vor unserer Sitzung ab.",
        wording="Das Bildungsnetz tritt dem Landesnetz Berufsorientierung bei.",
        starter=KOMMUNE,
        silent=2,
        objection="Der Mitgliedsbeitrag ist im Haushalt nicht eingeplant; das muss die Sitzung beraten.",
    ),
    Script(
        day=-12,
        lasts=10,
        title="Verlängerung der Lernwerkstatt bis zum Sommer",
        reason="Der Mietvertrag der Werkstatt endet früher als gedacht.",
        wording="Die Lernwerkstatt wird bis zum Ende des Schuljahres verlängert.",
        silent=5,
        withdrawn="Der Vermieter hat den Vertrag ohne Kosten verlängert; ein Beschluss ist nicht nötig.",
    ),
    Script(
        day=-3,
        lasts=7,
        title="Gemeinsame Stellungnahme zum Startchancen-Programm",
        reason="Das Ministerium bittet die Netzwerke um eine Stellungnahme binnen zwei Wochen.",
        wording="Der Lenkungskreis gibt die vorgelegte Stellungnahme zum Startchancen-Programm ab.",
        silent=4,
        paper="Entwurf der Stellungnahme: Schulen brauchen Planungssicherheit über fünf Jahre.",
    ),
)


def note_circulars(region: Region) -> None:
    """Write each start into the diary; the answers follow from it."""
    for script in SCRIPTS:
        region.diary.note(region.at(script.day, 9, 20), partial(_start, region, script))


def _start(region: Region, script: Script, at: datetime) -> None:
    def kept(text: str, field: str) -> str:
        return region.secret(text, f"governance.CircularResolution.{field}", "body")

    made = start_circular(
        actor=region.actor(script.starter, at),
        body=region.bodies["lenkungskreis"],
        question=Question(
            title=kept(script.title, "title"),
            reason=kept(script.reason, "reason"),
            wording=kept(script.wording, "wording"),
            answer_by=region.day(script.day + script.lasts),
            file_name="Unterlage.txt" if script.paper else "",
            file_content=script.paper.encode(),
        ),
        now=at,
    )
    seats = list(made.seats.order_by("pk"))
    saying = seats[: len(seats) - script.silent]
    for number, seat in enumerate(saying):
        is_last = number == len(saying) - 1
        text = region.secret(script.objection, "governance.CircularSeat.text", "body") if is_last else ""
        later = region.at(script.day + 1, 9, number)
        region.diary.note(later, partial(_answer, seat_token(seat), text))
    if script.withdrawn:
        region.diary.note(region.at(script.day + 3, 15), partial(_withdraw, region, script, made))


def _answer(token: str, objection: str, at: datetime) -> None:
    answer_by_link(token=token, position="object" if objection else "agree", text=objection, now=at)


def _withdraw(region: Region, script: Script, circular: CircularResolution, at: datetime) -> None:
    reason = region.secret(script.withdrawn, "governance.CircularResolution.withdraw_reason", "body")
    withdraw_circular(actor=region.actor(CLERK, at), circular=circular, reason=reason, now=at)
