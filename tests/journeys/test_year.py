"""One year of a Lenkungskreis: planned in August, told at the end by what was decided."""

from dataclasses import dataclass
from datetime import date

import pytest

from tests.browser.person import Person
from tests.journeys import office, results, sessions, year
from tests.journeys.cast import Cast
from tests.journeys.committee import mail_of

pytestmark = pytest.mark.journey

BODY, PLACE = "Lenkungskreis", "Kreishaus Mettmann, Raum 1.401"
AUTUMN, WINTER, SPRING, SUMMER = date(2026, 11, 4), date(2027, 1, 27), date(2027, 4, 28), date(2027, 6, 23)
LAND, KREIS, MEMBER = "Karl Winter", "Katrin Kaiser", "Wiebke Weber"
PRESENT = (LAND, "Lena Lang", KREIS, "Sven Stadler", MEMBER, "Walter Wolf", "Britta Berger", "Boris Busch")
WANTED, UNWANTED = "Hospitation zwischen Kita und Grundschule", "Neue Stühle im Ratssaal"
DECIDED = sessions.Item(
    "Sprachbildung in allen zehn Städten",
    "Beschluss",
    "Acht Städte arbeiten schon danach.",
    "Das Konzept Sprachbildung gilt ab dem Schuljahr 2026/27 in allen zehn Städten.",
)
PUT_OFF = sessions.Item("Bericht der Regionalkoordination", "Information", "Zahlen aus den Berufskollegs.")
BETWEEN = "Ferienschule beim Land beantragen"
URGENT = "Ersatzräume für die Grundschule beschaffen"
REPLACING = sessions.Item(
    "Sprachbildung: neues Konzept",
    "Beschluss",
    "Die Erfahrungen des ersten Halbjahres sind eingearbeitet.",
    "Das Konzept Sprachbildung in der Fassung vom Januar 2027 ersetzt das bisherige.",
    visibility="öffentlich",
)
LATE = sessions.Item("Kurzfristige Förderung des Landes", "Information", "Die Richtlinie gilt seit gestern.")
AGREE = {"Land": ("stimmt zu", ""), "Kommune": ("stimmt zu", "")}


@dataclass
class Circle:
    """Those whom the browser plays."""

    clerk: Person
    land: Person
    kreis: Person
    member: Person


def test_one_year(cast: Cast) -> None:
    cast.server.command("tests.journeys.committee")
    circle = the_circle_comes_in(cast)
    planned = the_year_is_planned(circle.clerk)
    the_agenda_grows(cast, circle, planned[0])
    the_chairs_release_it(cast, circle, planned[0])
    the_first_session(cast, circle, planned[0])
    the_minutes_meet_an_objection(cast, circle, planned[0])
    all_seats_are_asked(cast, circle)
    both_chairs_give_an_urgent_order(circle)
    the_second_agenda(cast, circle, planned[1])
    the_second_session(cast, circle, planned[1])
    a_seat_changes_hands(cast, circle)
    the_public_reads(cast, circle, planned[1])
    the_year_is_told(circle.clerk)
    assert cast.troubles() == []


def the_circle_comes_in(cast: Cast) -> Circle:
    clerk = cast.enter("Tarik Özdemir", "oezdemir@kreis.example")
    others = [cast.enter(name, mail_of(name.split()[-1])) for name in (LAND, KREIS, MEMBER)]
    clerk.sign_in()
    return Circle(clerk, *others)


def the_year_is_planned(clerk: Person) -> list[str]:
    """The fourth Wednesday of October lies in the autumn holidays: the plan takes the first free one after them."""
    year.make_template(clerk, body=BODY, months=("Oktober", "Januar", "April", "Juni"), place=PLACE)
    year.add_recurring_item(clerk, "Stand der Aufträge")
    clerk.keep("sitzungsvorlage")
    return year.plan_year(clerk, school_year="2026/27", expected=(AUTUMN, WINTER, SPRING, SUMMER))


def the_agenda_grows(cast: Cast, circle: Circle, session: str) -> None:
    cast.wait_until(date(2026, 10, 5))
    circle.member.sign_in()
    for title in (WANTED, UNWANTED):
        year.propose_item(circle.member, session, title=title, concern="Das Schuljahr hat begonnen.")
    circle.member.keep("punkt-vorgeschlagen")
    circle.clerk.sign_in()
    year.accept_proposal(circle.clerk, session, WANTED)
    year.refuse_proposal(circle.clerk, session, UNWANTED, "Darüber entscheidet die Stadt allein.")
    for item in (DECIDED, PUT_OFF):
        sessions.add_item(circle.clerk, session, item)
    circle.clerk.keep("tagesordnung")


def the_chairs_release_it(cast: Cast, circle: Circle, session: str) -> None:
    cast.wait_until(date(2026, 10, 15))
    for chair, side in ((circle.land, "Land"), (circle.kreis, "Kommune")):
        chair.sign_in()
        year.release_agenda(chair, session, side=side)
    circle.kreis.keep("freigabe")
    circle.clerk.sign_in()
    sessions.send_invitations(circle.clerk, session, count=len(PRESENT))


def the_first_session(cast: Cast, circle: Circle, session: str) -> None:
    cast.wait_until(AUTUMN)
    clerk = circle.clerk
    clerk.sign_in()
    sessions.open_session(clerk, session)
    sessions.record_attendance(clerk, dict.fromkeys(PRESENT, "anwesend"))
    for title in ("Genehmigung der Tagesordnung", "Stand der Aufträge", WANTED, "Nächster Termin"):
        sessions.treat(clerk, session, title, "Zur Kenntnis genommen.")
    sessions.decide(clerk, session, DECIDED.title, AGREE, order=False)
    sessions.enter_room(clerk, session, PUT_OFF.title)
    year.postpone(clerk, PUT_OFF.title)
    sessions.close_session(clerk, session, next_on=WINTER)


def the_minutes_meet_an_objection(cast: Cast, circle: Circle, session: str) -> None:
    """Fourteen days to object; the chairs keep the text; the night after the last day makes it final."""
    cast.wait_until(date(2026, 11, 9))
    circle.clerk.sign_in()
    results.compose_minutes(circle.clerk, session)
    results.submit_minutes(circle.clerk, session)
    for chair, side in ((circle.land, "Land"), (circle.kreis, "Kommune")):
        chair.sign_in()
        results.approve_minutes(chair, session, side=side)
    circle.member.sign_in()
    year.object_to_minutes(circle.member, session, "Die Zahl der Städte war neun.")
    for chair in (circle.land, circle.kreis):
        year.answer_objection(chair, session, "In der Sitzung wurden acht Städte genannt.")
    circle.kreis.keep("widerspruch-beantwortet")
    cast.wait_until(date(2026, 11, 30))
    cast.run_nightly_jobs()
    circle.clerk.sign_in()
    circle.clerk.open(f"{session}protokoll/")
    circle.clerk.sees("genehmigt")


def all_seats_are_asked(cast: Cast, circle: Circle) -> None:
    """What cannot wait for January: everybody with a seat agrees by the link of the mail, and the next agenda tells it."""
    clerk = circle.clerk
    address = year.start_circular(
        clerk,
        body=BODY,
        title=BETWEEN,
        concern="Die Frist des Landes endet im Dezember.",
        wording="Der Kreis beantragt die Förderung der Ferienschule.",
        until=date(2026, 12, 14),
    )
    clerk.keep("umlauf-eingeleitet")
    for name in PRESENT:
        guest = cast.enter(name, "")
        link = office.link_in_mail(clerk, to=mail_of(name.split()[-1]), subject="Umlaufbeschluss")
        year.agree_by_link(guest, link)
    guest.keep("umlauf-geantwortet")
    clerk.open(address)
    clerk.sees("beschlossen", "Auf der Tagesordnung")
    clerk.keep("umlauf-beschlossen")


def both_chairs_give_an_urgent_order(circle: Circle) -> None:
    """One side is not enough; with both the order runs, and the next session has to confirm it."""
    address = year.propose_urgent_order(
        circle.clerk,
        body=BODY,
        title=URGENT,
        reason="Der Rohrbruch lässt sich nicht bis zum Januar vertagen.",
        to="Berger",
        due=date(2027, 2, 15),
        report=date(2027, 2, 1),
    )
    circle.land.sign_in()
    year.agree_to_urgent_order(circle.land, address)
    circle.land.sees("noch offen")
    circle.land.keep("eilauftrag-eine-seite")
    circle.kreis.sign_in()
    year.agree_to_urgent_order(circle.kreis, address)
    circle.kreis.sees("Bestätigung in")
    circle.kreis.keep("eilauftrag-erteilt")


def the_second_agenda(cast: Cast, circle: Circle, session: str) -> None:
    """What was put off comes back, the earlier minutes stand on the agenda, a late item is marked."""
    clerk = circle.clerk
    cast.wait_until(date(2027, 1, 4))
    clerk.sign_in()
    clerk.open(session)
    clerk.sees("Noch offen aus früheren Sitzungen", PUT_OFF.title, "Protokoll der 1. Sitzung")
    clerk.press("Auf diese Tagesordnung nehmen")
    sessions.add_item(clerk, session, REPLACING)
    for chair, side in ((circle.land, "Land"), (circle.kreis, "Kommune")):
        chair.sign_in()
        year.release_agenda(chair, session, side=side)
    sessions.send_invitations(clerk, session, count=len(PRESENT))
    cast.wait_until(date(2027, 1, 25))
    clerk.sign_in()
    sessions.add_item(clerk, session, LATE)
    clerk.sees("Tischvorlage")
    clerk.keep("tischvorlage")


def the_second_session(cast: Cast, circle: Circle, session: str) -> None:
    """A decision replaces the one of autumn; nobody objects to the minutes."""
    clerk = circle.clerk
    cast.wait_until(WINTER)
    clerk.sign_in()
    sessions.open_session(clerk, session)
    sessions.record_attendance(clerk, dict.fromkeys(PRESENT, "anwesend"))
    for title in ("Genehmigung der Tagesordnung", "Genehmigung des Protokolls", "Stand der Aufträge"):
        sessions.treat(clerk, session, title, "Zur Kenntnis genommen.")
    sessions.decide(clerk, session, URGENT, AGREE, order=False)
    sessions.decide(clerk, session, REPLACING.title, AGREE, order=False)
    for title in (BETWEEN, PUT_OFF.title, LATE.title, "Nächster Termin"):
        sessions.treat(clerk, session, title, "Zur Kenntnis genommen.")
    year.replace_decision(clerk, new="2/2027", earlier="1/2026")
    clerk.keep("beschluss-ersetzt")
    sessions.close_session(clerk, session, next_on=SPRING)
    results.compose_minutes(clerk, session)
    results.submit_minutes(clerk, session)
    for chair, side in ((circle.land, "Land"), (circle.kreis, "Kommune")):
        chair.sign_in()
        results.approve_minutes(chair, session, side=side)
    cast.wait_until(date(2027, 2, 22))
    cast.run_nightly_jobs()


def a_seat_changes_hands(cast: Cast, circle: Circle) -> None:
    """The office sees the empty seat before it is empty, and who comes next has no day twice."""
    clerk = circle.clerk
    clerk.sign_in()
    year.end_mandate(clerk, body=BODY, who="Walter Wolf", last_day=date(2027, 3, 31))
    clerk.open("/gremien/offene-sitze/?am=2027-04-01")
    clerk.sees("Schulleitungen")
    clerk.keep("offene-sitze")


def the_public_reads(cast: Cast, circle: Circle, session: str) -> None:
    """Nothing is public until the office has seen what will be."""
    clerk = circle.clerk
    clerk.open(session)
    clerk.follow("Was sieht die Öffentlichkeit?")
    clerk.sees(REPLACING.title)
    clerk.keep("was-sieht-die-oeffentlichkeit")
    clerk.press("Öffentlichen Teil veröffentlichen")
    guest = cast.enter("", "")
    guest.open("/oeffentliche-sitzungen/")
    guest.follow_first("2. Sitzung")
    guest.sees(REPLACING.title)
    guest.sees_nothing_of(LATE.title, PUT_OFF.title)
    guest.keep("oeffentliche-sitzung")


def the_year_is_told(clerk: Person) -> None:
    """The decisions are found by one word, with their numbers; the first says what holds now."""
    clerk.open("/beschluesse/?q=Ferienschule")
    clerk.sees("2/2026")
    clerk.open("/beschluesse/?q=Sprachbildung")
    clerk.sees("1/2026", "2/2027")
    clerk.keep("beschluesse-des-jahres")
    clerk.follow_first("1/2026")
    clerk.sees("ersetzt", "2/2027")
