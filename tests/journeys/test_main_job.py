"""The main job from end to end: from the empty installation to the chain from recommendation to report.

Five people do it, each signed in through an invitation found in the outbox: the head of the office, the clerk, the two
co-chairs and a member.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.browser.person import Person
from tests.journeys import bodies, office, papers, register, results, sessions
from tests.journeys.cast import Cast

pytestmark = pytest.mark.journey

HEAD, CLERK = "Ines Anders", "Tarik Özdemir"
CHAIR_OF_LAND, CHAIR_OF_KREIS, MEMBER = "Dr. Almut Berger", "Carsten Degen", "Erika Falk"
SCHULAMT, KREIS, OFFICE = (
    "Schulamt für den Kreis Mettmann",
    "Kreisverwaltung Mettmann",
    "Bildungsbüro Kreis Mettmann",
)
SUPERVISION, PRINCIPAL = "Untere Schulaufsicht", "Schulleitung"
PEOPLE = (
    (CHAIR_OF_LAND, SCHULAMT, SUPERVISION),
    ("Jonas Wirth", SCHULAMT, SUPERVISION),
    (CHAIR_OF_KREIS, KREIS, "Kreisdirektion"),
    ("Paula Kern", KREIS, "Dezernat oder Fachbereichsleitung"),
    (MEMBER, "Unterhaan", PRINCIPAL),
    ("Robert Lenz", "Helmholtz", PRINCIPAL),
    (HEAD, OFFICE, "Leitung des Bildungsbüros"),
    (CLERK, OFFICE, "Verwaltung"),
)
SEATS = (
    (CHAIR_OF_LAND, "Schulaufsicht"),
    (CHAIR_OF_KREIS, "Kommune: Kreis"),
    (MEMBER, "Schulleitungen"),
    ("Robert Lenz", "Schulleitungen"),
    (HEAD, "Bildungsbüro"),
    (CLERK, "Bildungsbüro"),
)
START, INVITING, SESSION, NEXT_SESSION = (
    date(2026, 8, 1),
    date(2026, 9, 10),
    date(2026, 9, 29),
    date(2027, 1, 26),
)
MINUTES, DUE, REPORT, DELIVERY = date(2026, 10, 2), date(2027, 1, 29), date(2027, 2, 12), date(2027, 1, 20)
RECOMMENDATION = "Übergabegespräche zwischen Kita und Grundschule überall führen"
PROPOSAL = "Das Bildungsbüro legt ein Konzept für Übergabegespräche in allen zehn Städten vor."
ORDER = "Konzept für Übergabegespräche Kita–Grundschule vorlegen"
MEASURE = "Leitfaden Übergabegespräch"
DISPUTED = sessions.Item(
    "Gemeinsames Budget für Schulsozialarbeit",
    "Beschluss",
    "Land und Kreis sollen je die Hälfte tragen.",
    "Ein gemeinsames Budget wird zum Schuljahr 2027/28 eingerichtet.",
)
CONFIDENTIAL = sessions.Item(
    "Nachfolge der Leitung des Bildungsbüros",
    "Beratung",
    "Stellenausschreibung im Frühjahr.",
    visibility="nur Bildungsbüro und Vorsitz",
)


@dataclass
class Committee:
    """Those who carry the story, and the address of their session."""

    head: Person
    clerk: Person
    land: Person
    kreis: Person
    member: Person
    session: str = ""


def mail_of(name: str) -> str:
    return f"{name.rsplit(maxsplit=1)[-1].lower().replace('ö', 'oe')}@kreis.example"


def test_main_job(cast: Cast, tmp_path: Path) -> None:
    head = the_head_comes_in(cast)
    clerk = the_clerk_comes_in(cast, head)
    the_register_is_filled(clerk, cast.enter("", ""), register.school_list(tmp_path))
    the_committee_is_set_up(clerk)
    all_five = Committee(head, clerk, *the_members_come_in(cast, clerk))
    the_agenda_is_made(all_five)
    cast.wait_until(INVITING)
    the_invitations_go_out(cast, all_five)
    cast.wait_until(SESSION)
    order = the_session_is_held(all_five)
    cast.wait_until(MINUTES)
    the_minutes_are_approved(all_five)
    measure = the_order_is_carried_out(all_five, order)
    cast.wait_until(DELIVERY)
    the_result_is_accepted(all_five, order, measure)
    results.walk_the_chain(all_five.head, RECOMMENDATION, ORDER, MEASURE)
    assert cast.troubles() == []


def the_head_comes_in(cast: Cast) -> Person:
    """The first account of the installation comes from the command line; its link stands in the mail as well."""
    said = cast.server.bildungsnetz("invite", mail_of(HEAD), HEAD, "--role", "head")
    head = cast.enter(HEAD, mail_of(HEAD))
    head.open(said.splitlines()[1])
    head.keep("einladung-leitung")
    head.accept_invitation(said.splitlines()[1])
    head.sees("Nichts offen")
    head.keep("heute-leer")
    return head


def the_clerk_comes_in(cast: Cast, head: Person) -> Person:
    office.invite_colleague(head, name=CLERK, email=mail_of(CLERK), role="Verwaltungskraft")
    link = office.invitation_of(head, mail_of(CLERK))
    head.keep("postausgang-einladung")
    clerk = cast.enter(CLERK, mail_of(CLERK))
    clerk.accept_invitation(link)
    return clerk


def the_register_is_filled(clerk: Person, visitor: Person, schools: register.SchoolList) -> None:
    register.import_schools(clerk, schools)
    register.look_into_directory(visitor, schools)
    for name, kind in ((SCHULAMT, "Schulaufsicht"), (KREIS, "Kreisverwaltung"), (OFFICE, "Bildungsbüro")):
        register.enter_institution(clerk, name=name, kind=kind, municipality="Mettmann")
    for name, institution, function in PEOPLE:
        register.enter_person(
            clerk, name=name, email=mail_of(name), institution=institution, function=function, since=START
        )
    clerk.keep("person")
    for name in (HEAD, CLERK):
        register.connect_account(clerk, name)


def the_committee_is_set_up(clerk: Person) -> None:
    bodies.set_up(clerk, "Bildungskonferenz")
    bodies.set_up(clerk, "Lenkungskreis")
    clerk.sees("unbesetzt")
    clerk.keep("lenkungskreis-leer")
    for name, seat in SEATS:
        bodies.fill_seat(clerk, seat=seat, person=name, since=START)
    bodies.name_deputy(clerk, of=CHAIR_OF_LAND, deputy="Jonas Wirth", since=START)
    bodies.name_deputy(clerk, of=CHAIR_OF_KREIS, deputy="Paula Kern", since=START)
    for name in (CHAIR_OF_LAND, CHAIR_OF_KREIS):
        bodies.make_chair(clerk, name=name, since=START)
    bodies.open_body(clerk)
    clerk.sees("Stimmberechtigte Mitglieder: 6 von höchstens 11.")
    clerk.keep("lenkungskreis-besetzt")


def the_members_come_in(cast: Cast, clerk: Person) -> list[Person]:
    """Co-chairs and member get their accounts; their rights follow from the mandates."""
    come_in = []
    for name in (CHAIR_OF_LAND, CHAIR_OF_KREIS, MEMBER):
        register.invite_to_account(clerk, name)
        person = cast.enter(name, mail_of(name))
        person.accept_invitation(office.invitation_of(clerk, mail_of(name)))
        bodies.open_body(person)
        come_in.append(person)
    return come_in


def the_agenda_is_made(all_five: Committee) -> None:
    clerk = all_five.clerk
    sessions.collect_recommendation(
        clerk, title=RECOMMENDATION, text="So gelingt der Übergang in jeder Stadt gleich."
    )
    all_five.session = sessions.plan_session(
        clerk, body="Lenkungskreis", on=SESSION, place="Kreishaus Mettmann, Raum 1.401"
    )
    clerk.keep("sitzung-geplant")
    sessions.put_on_agenda(clerk, recommendation=RECOMMENDATION, proposal=PROPOSAL)
    for item in (DISPUTED, CONFIDENTIAL):
        sessions.add_item(clerk, all_five.session, item)
    clerk.keep("tagesordnung")


def the_invitations_go_out(cast: Cast, all_five: Committee) -> None:
    clerk, member = all_five.clerk, all_five.member
    clerk.sign_in()
    sessions.send_invitations(clerk, all_five.session, count=len(SEATS))
    subject = clerk.page.get_by_role("heading", level=1).inner_text()
    for name, reads_all in ((MEMBER, False), (CHAIR_OF_LAND, True), (CLERK, True)):
        mail = office.open_mail(clerk, to=mail_of(name), subject=subject)
        paper, invitation = papers.attachments(mail)
        assert (CONFIDENTIAL.title in paper, CONFIDENTIAL.title in invitation) == (reads_all, False)
        assert (RECOMMENDATION in paper, "DTSTART;TZID=Europe/Berlin:20260929T140000" in invitation) == (
            True,
            True,
        )
        assert (CONFIDENTIAL.title in mail.locator("main").inner_text()) == reads_all
    clerk.keep("postausgang-sitzung")
    for name in (MEMBER, CHAIR_OF_LAND, CHAIR_OF_KREIS):
        guest = cast.enter(name, "")
        sessions.accept_by_link(guest, office.link_in_mail(clerk, to=mail_of(name), subject=subject))
    guest.keep("antwort-per-link")
    clerk.open(all_five.session)
    clerk.sees("Zugesagt: 3, abgesagt: 0, ohne Antwort: 3.")
    clerk.keep("sitzung-eingeladen")
    member.sign_in()
    member.open(all_five.session)
    member.sees(RECOMMENDATION, DISPUTED.title)
    member.sees_nothing_of(CONFIDENTIAL.title, CONFIDENTIAL.summary)
    member.keep("sitzung-mitglied")


def the_session_is_held(all_five: Committee) -> str:
    """Attendance, decisions and closing; gives the address of the order that one of the decisions became."""
    clerk, session = all_five.clerk, all_five.session
    clerk.sign_in()
    sessions.open_session(clerk, session)
    there = dict.fromkeys((CHAIR_OF_LAND, CHAIR_OF_KREIS, MEMBER, HEAD, CLERK), "anwesend")
    sessions.record_attendance(clerk, there | {"Robert Lenz": "entschuldigt"})
    clerk.keep("anwesenheit")
    sessions.treat(clerk, session, "Genehmigung der Tagesordnung", "Die Tagesordnung ist genehmigt.")
    agree = ("stimmt zu", "")
    sessions.decide(clerk, session, RECOMMENDATION, {"Land": agree, "Kommune": agree}, order=True)
    order = results.issue_order(
        clerk, title=ORDER, goal="In jeder Stadt gibt es ein Gespräch.", to=HEAD, due=DUE, report=REPORT
    )
    clerk.keep("auftrag")
    refusal = ("widerspricht", "Das Land hat dafür keine Haushaltsmittel.")
    sessions.decide(clerk, session, DISPUTED.title, {"Land": refusal, "Kommune": agree}, order=True)
    clerk.sees("kein Konsens", "bleibt")
    assert clerk.page.get_by_role("link", name="Auftrag erteilen").count() == 0
    clerk.keep("kein-konsens")
    sessions.treat(clerk, session, CONFIDENTIAL.title, "Die Ausschreibung beginnt im März.")
    clerk.keep("sitzungsraum")
    sessions.close_session(clerk, session, next_on=NEXT_SESSION)
    return order


def the_minutes_are_approved(all_five: Committee) -> None:
    session = all_five.session
    all_five.clerk.sign_in()
    results.compose_minutes(all_five.clerk, session)
    all_five.clerk.sees(PROPOSAL, "kein Konsens", NEXT_SESSION.strftime("%d.%m.%Y"))
    all_five.clerk.keep("protokoll-entwurf")
    labels = all_five.clerk.page.locator("main form label").filter(has_text="TOP ").all_inner_texts()
    assert [label[:5] for label in labels] == ["TOP 1", "TOP 2", "TOP 3", "TOP 4", "TOP V"]
    results.submit_minutes(all_five.clerk, session)
    for chair, side in ((all_five.land, "Land"), (all_five.kreis, "Kommune")):
        chair.sign_in()
        chair.sees("Protokoll")
        results.approve_minutes(chair, session, side=side)
    all_five.kreis.sees("zugestellt, Widerspruchsfrist läuft", "Widerspruch bis", "Prüfsumme")
    all_five.kreis.keep("protokoll-zugestellt")
    sessions.answer_recommendation(all_five.clerk, RECOMMENDATION)
    all_five.clerk.keep("empfehlung-beantwortet")
    all_five.clerk.open(f"{session}protokoll/bearbeiten/")
    assert all_five.clerk.page.get_by_role("textbox", name="Begrüßung").count() == 0
    all_five.member.sign_in()
    all_five.member.open(f"{session}protokoll/")
    all_five.member.sees("Auszug aus dem Protokoll", PROPOSAL)
    all_five.member.sees_nothing_of(CONFIDENTIAL.title, "Ausschreibung")
    all_five.member.keep("protokoll-mitglied")


def the_order_is_carried_out(all_five: Committee, order: str) -> str:
    head = all_five.head
    head.sign_in()
    head.keep("heute-leitung")
    results.take_step(head, order, "Auftrag annehmen")
    results.take_step(head, order, "Arbeit beginnen")
    measure = results.plan_measure(head, order, title=MEASURE, lead=HEAD, starts=MINUTES, ends=DUE)
    for title, due in (
        ("Entwurf schreiben", date(2026, 11, 20)),
        ("Mit den Städten abstimmen", date(2026, 12, 18)),
    ):
        results.add_task(head, measure, title=title, who=CLERK, due=due)
    head.keep("massnahme")
    head.open("/auftraege/")
    head.sees(ORDER)
    head.keep("auftraege")
    return measure


def the_result_is_accepted(all_five: Committee, order: str, measure: str) -> None:
    head, land = all_five.head, all_five.land
    all_five.clerk.sign_in()
    results.finish_task(all_five.clerk, measure, "Entwurf schreiben")
    results.finish_task(all_five.clerk, measure, "Mit den Städten abstimmen")
    head.sign_in()
    results.take_step(head, order, "Ergebnis vorlegen", "Das Konzept liegt vor; alle zehn Städte machen mit.")
    land.sign_in()
    results.take_step(land, order, "Ergebnis abnehmen")
    land.sees("Das Konzept liegt vor; alle zehn Städte machen mit.")
    land.keep("auftrag-abgenommen")
