"""What an office does over a year beside single sessions: planning, proposals, releases, objections, seats."""

from datetime import date

from playwright.sync_api import expect

from tests.browser.person import Person


def make_template(clerk: Person, *, body: str, months: tuple[str, ...], place: str) -> None:
    """Say in which months the body meets: on the fourth Wednesday, 14:00, two hours."""
    clerk.open("/sitzungen/jahresplan/")
    clerk.follow(body)
    clerk.fill("Name", "Ordentliche Sitzung")
    for month in months:
        clerk.choose(month)
    clerk.fill("Wochentag", "Mittwoch")
    clerk.pick("Welcher davon", "vierte")
    clerk.fill("Beginn", "14:00")
    clerk.fill("Dauer", "120")
    clerk.choose("vor Ort")
    clerk.fill("Ort", place)
    clerk.press("Sitzungsvorlage anlegen")


def add_recurring_item(clerk: Person, title: str) -> None:
    """An item that every session has."""
    clerk.follow("Punkt hinzufügen")
    clerk.fill("Titel", title)
    clerk.choose("Information")
    clerk.choose("in jeder Sitzung")
    clerk.fill("Minuten", "10")
    clerk.choose("Mitglieder des Gremiums und Bildungsbüro")
    clerk.press("Punkt hinzufügen")
    clerk.sees(title)


def plan_year(clerk: Person, *, school_year: str, expected: tuple[date, ...]) -> list[str]:
    """Let the year be proposed and plan it as it is; gives the addresses of the sessions."""
    clerk.open("/sitzungen/jahresplan/")
    clerk.pick("Sitzungsvorlage", "Ordentliche Sitzung")
    clerk.fill("Schuljahr", school_year)
    clerk.press("Termine vorschlagen")
    days = [box.input_value() for box in clerk.page.locator("main input[type=date]").all()]
    assert [day for day in days if day] == [day.isoformat() for day in expected]
    clerk.keep("jahresplan")
    clerk.press("Sitzungen planen")
    clerk.open("/sitzungen/")
    links = [
        clerk.page.locator("main").get_by_role("link", name=f"{n}. Sitzung").first
        for n in range(1, len(expected) + 1)
    ]
    return [f"{clerk.server.url}{link.get_attribute('href')}" for link in links]


def propose_item(member: Person, session: str, *, title: str, concern: str) -> None:
    """A member proposes an item; the page says until when and what comes of it."""
    member.open(session)
    member.follow("Punkt vorschlagen")
    member.fill("Titel", title)
    member.choose("Beratung", "Was soll das Gremium tun?")
    member.fill("Worum geht es, und warum jetzt", concern)
    member.fill("Minuten", "15")
    member.press("Vorschlag absenden")


def accept_proposal(clerk: Person, session: str, title: str) -> None:
    clerk.open(session)
    clerk.follow_first(title)
    clerk.press("Auf die Tagesordnung nehmen")
    clerk.open(session)
    expect(clerk.page.locator("#tagesordnung")).to_contain_text(title)


def refuse_proposal(clerk: Person, session: str, title: str, reason: str) -> None:
    clerk.open(session)
    clerk.follow_first(title)
    clerk.page.get_by_text("Nicht aufnehmen", exact=True).click()
    clerk.fill("Begründung", reason)
    clerk.press("Mit dieser Begründung ablehnen")
    clerk.sees(reason)


def release_agenda(chair: Person, session: str, *, side: str) -> None:
    chair.open(session)
    chair.press(f"Für {side} freigeben")
    chair.sees(f"{side}: freigegeben von {chair.name}")


def postpone(clerk: Person, title: str) -> None:
    """Put off the item that is open in the room."""
    clerk.press("Vertagen")
    expect(
        clerk.page.get_by_role("navigation", name="Tagesordnung").get_by_role("link", name=title)
    ).to_contain_text("vertagt")


def object_to_minutes(member: Person, session: str, words: str) -> None:
    member.open(f"{session}protokoll/")
    member.follow("Widersprechen")
    member.fill("Was ist falsch festgehalten", words)
    member.press("Widerspruch einlegen")
    member.is_told("Widerspruch")


def answer_objection(chair: Person, session: str, reason: str) -> None:
    chair.open(f"{session}protokoll/")
    chair.follow("Widerspruch beantworten")
    chair.fill("Warum der Text bleibt", reason)
    chair.press("Antworten")
    chair.sees(reason)


def replace_decision(clerk: Person, *, new: str, earlier: str) -> None:
    """Say on the page of a decision that it replaces an earlier one."""
    clerk.open("/beschluesse/")
    clerk.follow_first(new)
    clerk.follow("Früheren Beschluss ersetzen oder aufheben")
    clerk.choose("ersetzt")
    clerk.pick("Früherer Beschluss", earlier)
    clerk.press("Verbindung festhalten")
    clerk.sees(earlier)


def end_mandate(clerk: Person, *, body: str, who: str, last_day: date) -> None:
    clerk.open("/gremien/")
    clerk.follow(body, clerk.page.locator("main"))
    clerk.follow(who, clerk.page.locator("#mitglieder"))
    clerk.follow("Mandat beenden")
    clerk.fill("Letzter Tag", last_day.isoformat())
    clerk.press("Mandat beenden")


def start_circular(clerk: Person, *, body: str, title: str, concern: str, wording: str, until: date) -> str:
    """Ask all seats between two sessions; gives the address of the circular resolution."""
    clerk.open("/umlaufbeschluesse/")
    clerk.follow("Umlaufbeschluss einleiten")
    clerk.fill("Gremium", body)
    clerk.fill("Titel", title)
    clerk.fill("Worum geht es, und warum jetzt", concern)
    clerk.fill("Wortlaut des Beschlusses", wording)
    clerk.fill("Antworten bis einschließlich", until.isoformat())
    clerk.press("Alle Sitze fragen")
    clerk.server.bildungsnetz("db_worker", "--batch", "--no-reload")
    return clerk.page.url


def agree_by_link(person: Person, link: str) -> None:
    """Answer on the page behind the link of the mail, without an account."""
    person.open(link)
    person.choose("Ich stimme zu.")
    person.press("Antworten")
    person.sees("Ihre Antwort ist festgehalten")


def propose_urgent_order(
    clerk: Person, *, body: str, title: str, reason: str, to: str, due: date, report: date
) -> str:
    """Ask both chairs for an order that cannot wait; gives its address."""
    clerk.open("/eilauftraege/")
    clerk.follow("Eilauftrag vorschlagen")
    clerk.fill("Gremium", body)
    clerk.fill("Warum es eilt", reason)
    clerk.fill("Auftrag in einem Satz", title)
    clerk.fill("Ziel", "Keine Schule bleibt ohne Wasser.")
    clerk.choose("eine Person", "Wer bekommt den Auftrag")
    clerk.pick("Person", to)
    clerk.fill("Fällig am", due.isoformat())
    clerk.fill("Erster Bericht am", report.isoformat())
    clerk.press("Um Zustimmung bitten")
    return clerk.arrives_at("eilauftraege")


def agree_to_urgent_order(chair: Person, address: str) -> None:
    chair.open(address)
    chair.press("Für meine Seite zustimmen")
    chair.sees(chair.name)
