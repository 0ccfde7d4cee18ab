"""What comes of a session: minutes, orders, measures and tasks."""

from datetime import date

from tests.browser.person import Person


def compose_minutes(clerk: Person, session: str) -> None:
    clerk.open(f"{session}protokoll/")
    clerk.press("Protokoll erstellen")
    clerk.sees("Entwurf")


def submit_minutes(clerk: Person, session: str) -> None:
    clerk.open(f"{session}protokoll/")
    clerk.follow("Zur Freigabe vorlegen")
    clerk.press("Zur Freigabe vorlegen")
    clerk.sees("zur Genehmigung vorgelegt")


def approve_minutes(chair: Person, session: str, *, side: str) -> None:
    """Read the whole text and approve exactly this one for one's side."""
    chair.open(f"{session}protokoll/")
    chair.follow("Lesen und freigeben")
    chair.keep(f"protokoll-freigeben-{side.lower()}")
    chair.press(f"Freigeben für die Seite {side}")
    chair.sees(f"freigegeben von {chair.name}")


def issue_order(clerk: Person, *, title: str, goal: str, to: str, due: date, report: date) -> str:
    """Fill the dialogue that follows the decision; gives the address of the order."""
    clerk.fill("Auftrag in einem Satz", title)
    clerk.fill("Ziel", goal)
    clerk.choose("eine Person", "Wer bekommt den Auftrag")
    clerk.pick("Person", to)
    clerk.fill("Fällig am", due.isoformat())
    clerk.fill("Erster Bericht am", report.isoformat())
    clerk.keep("auftrag-erteilen")
    clerk.press("Auftrag erteilen", clerk.page.locator("main form"))
    return clerk.arrives_at("auftraege")


def take_step(person: Person, order: str, name: str, words: str = "") -> None:
    """One step of an order: its button, the page that says what it does, the same button again."""
    person.open(order)
    person.follow(name)
    if words:
        person.fill("Bericht", words)
    person.page.locator("main form button[type=submit]").click()
    person.page.wait_for_url(order)


def plan_measure(person: Person, order: str, *, title: str, lead: str, starts: date, ends: date) -> str:
    """Plan the measure that carries the order out; gives its address."""
    person.open(order)
    person.follow("Maßnahme anlegen")
    person.fill("Titel", title)
    person.pick("Leitung", lead)
    person.fill("Beginn", starts.isoformat())
    person.fill("Ende", ends.isoformat())
    person.fill("Zielgruppe", "Kinder im letzten Kita-Jahr und ihre Eltern")
    person.fill("Leistungen (Output)", "Leitfaden, zwei Fachtage, Muster für das Gespräch")
    person.fill("Indikator", "Anteil der Grundschulen mit Übergabegespräch")
    person.press("Maßnahme speichern")
    return person.arrives_at("massnahmen")


def add_task(person: Person, measure: str, *, title: str, who: str, due: date) -> None:
    person.open(measure)
    person.follow("Aufgabe anlegen")
    person.fill("Was ist zu tun", title)
    person.pick("Wer", who)
    person.fill("Bis wann", due.isoformat())
    person.press("Aufgabe anlegen")
    person.sees(title)


def finish_task(person: Person, measure: str, title: str) -> None:
    person.open(measure)
    row = person.page.get_by_role("row").filter(has_text=title)
    row.get_by_role("combobox").select_option(label="erledigt")
    row.get_by_role("button", name="Ändern").click()
    person.page.wait_for_load_state()


def move_measure(person: Person, measure: str, state: str) -> None:
    person.open(measure)
    person.follow("Stand ändern")
    person.fill("Neuer Stand", state)
    person.press("Stand ändern")
    person.sees(state)


def walk_the_chain(head: Person, recommendation: str, order: str, measure: str) -> None:
    """From the recommendation along the trace to the measure, link by link."""
    head.open("/empfehlungen/")
    head.follow_first(recommendation)
    head.sees_in_trace(recommendation, order, measure)
    for title in ("Beschluss 1/2026", order, measure):
        head.follow_first(title)
        head.sees_in_trace(recommendation, order, measure)
    head.keep("kette")
