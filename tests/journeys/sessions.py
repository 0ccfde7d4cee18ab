"""Recommendations and sessions: from the agenda through invitation, answers and attendance to the closing."""

from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Locator, expect

from tests.browser.person import Person


@dataclass(frozen=True)
class Item:
    """What is put on an agenda by hand."""

    title: str
    kind: str
    summary: str
    proposal: str = ""
    visibility: str = "Mitglieder des Gremiums und Bildungsbüro"


def collect_recommendation(clerk: Person, *, title: str, text: str) -> None:
    """Take up what the conference has adopted, and hand it to the steering committee."""
    clerk.open("/empfehlungen/neu/")
    clerk.fill("Empfohlen von", "Bildungskonferenz")
    clerk.fill("Empfehlung in einem Satz", title)
    clerk.fill("Begründung", text)
    clerk.choose("Die Konferenz hat sie schon beschlossen")
    clerk.press("Empfehlung aufnehmen")
    clerk.is_told("ist aufgenommen.")
    clerk.follow("An den Lenkungskreis übergeben")
    clerk.press("An den Lenkungskreis übergeben")
    clerk.sees("Auf eine Tagesordnung setzen")


def plan_session(clerk: Person, *, body: str, on: date, place: str) -> str:
    """Plan the session of an afternoon; gives its address."""
    clerk.open("/sitzungen/")
    clerk.follow("Sitzung planen")
    clerk.fill("Gremium", body)
    clerk.fill("Datum", on.isoformat())
    clerk.fill("Beginn", "14:00")
    clerk.fill("Ende", "16:00")
    clerk.choose("vor Ort", "Form")
    clerk.fill("Ort", place)
    clerk.press("Sitzung planen", clerk.page.locator("main form"))
    return clerk.arrives_at("sitzungen")


def put_on_agenda(clerk: Person, *, recommendation: str, proposal: str) -> None:
    """Make a recommendation an item of the session to come."""
    clerk.open("/empfehlungen/")
    clerk.follow_first(recommendation)
    clerk.follow("Auf eine Tagesordnung setzen")
    clerk.fill("Beschlussvorschlag", proposal)
    clerk.press("Auf die Tagesordnung setzen")
    clerk.is_told("Die Empfehlung steht auf der Tagesordnung.")


def add_item(clerk: Person, session: str, item: Item) -> None:
    clerk.open(session)
    clerk.follow("Punkt aufnehmen")
    clerk.fill("Titel", item.title)
    clerk.choose(item.kind, "Was soll das Gremium tun?")
    clerk.fill("Worum geht es", item.summary)
    clerk.fill("Beschlussvorschlag", item.proposal)
    clerk.fill("Minuten", "20")
    clerk.choose(item.visibility, "Wer darf es lesen")
    clerk.press("Punkt aufnehmen", clerk.page.locator("main form"))
    clerk.sees(item.title)


def send_invitations(clerk: Person, session: str, *, count: int) -> None:
    """Look at what will go to whom, then send; the worker of the installation writes the mails."""
    clerk.open(session)
    clerk.follow("Einladung vorbereiten")
    clerk.sees("Diese Personen bekommen jetzt eine Mail")
    clerk.keep("einladung-vorschau")
    clerk.press(f"{count} Einladungen versenden")
    clerk.sees(f"0 von {count} versendet, 0 geschrieben")
    clerk.server.bildungsnetz("db_worker", "--batch", "--no-reload")
    clerk.sees(f"{count} von {count} versendet, {count} geschrieben")
    clerk.open(session)
    clerk.sees(f"Zugesagt: 0, abgesagt: 0, ohne Antwort: {count}")


def accept_by_link(person: Person, link: str) -> None:
    """Say yes on the page behind the link of the mail, without an account."""
    person.open(link)
    person.sees(person.name)
    person.press("Ich komme")
    person.sees("Ihre Antwort ist angekommen.", "Sie kommen.")
    assert person.context.cookies() == []


def open_session(clerk: Person, session: str) -> None:
    clerk.open(session)
    clerk.follow("Sitzung eröffnen")
    clerk.press("Sitzung eröffnen")
    clerk.page.wait_for_url("**/anwesenheit/")


def record_attendance(clerk: Person, statuses: dict[str, str]) -> None:
    """Say who is there; the chair states that the body can decide."""
    for name, status in statuses.items():
        clerk.fill(name, status)
    clerk.choose("Der Vorsitz stellt die Beschlussfähigkeit fest")
    clerk.press("Anwesenheit festhalten")
    clerk.sees("Sitzen sind vertreten")


def enter_room(clerk: Person, session: str, title: str) -> None:
    """Turn to an item in the room of the session."""
    clerk.open(f"{session}raum/")
    _agenda(clerk).get_by_role("link", name=title).click()
    expect(clerk.page.get_by_role("heading", level=1)).to_contain_text(title)


def treat(clerk: Person, session: str, title: str, result: str) -> None:
    """Write the result of an item and go on."""
    enter_room(clerk, session, title)
    clerk.fill("Ergebnis der Beratung", result)
    clerk.press("Behandelt, weiter")
    expect(_agenda(clerk).get_by_role("link", name=title)).to_contain_text("behandelt")


def decide(
    clerk: Person, session: str, title: str, positions: dict[str, tuple[str, str]], *, order: bool
) -> None:
    """Record the decision on an item: for each side its position and, where one is needed, the words for it."""
    enter_room(clerk, session, title)
    clerk.follow("Beschluss festhalten")
    for side, (position, words) in positions.items():
        group = clerk.page.locator(".gov-side").filter(has_text=f"Seite {side}")
        group.get_by_label(position, exact=True).check()
        if words:
            group.get_by_label("Vorbehalt oder Widerspruch im Wortlaut").fill(words)
    if order:
        clerk.choose("Daraus einen Auftrag machen")
    clerk.keep("beschluss-festhalten")
    clerk.press("Beschluss festhalten")


def close_session(clerk: Person, session: str, *, next_on: date) -> None:
    clerk.open(f"{session}schliessen/")
    clerk.fill("Termin der nächsten Sitzung", next_on.isoformat())
    clerk.press("Sitzung schließen")
    clerk.sees("Protokoll erstellen")


def answer_recommendation(clerk: Person, title: str) -> None:
    """Enter what the committee answered, and report it to the conference: nothing goes missing."""
    clerk.open("/empfehlungen/")
    clerk.follow_first(title)
    clerk.follow("Antwort eintragen")
    clerk.choose("angenommen")
    clerk.press("Antwort eintragen")
    clerk.follow("Der Konferenz berichten")
    clerk.fill("Bericht an die Konferenz", "Der Lenkungskreis hat das Konzept in Auftrag gegeben.")
    clerk.press("Der Konferenz berichten")
    clerk.sees("der Konferenz berichtet")


def _agenda(clerk: Person) -> Locator:
    return clerk.page.get_by_role("navigation", name="Tagesordnung")
