"""Mailing lists and their uses for the tests, made through the services."""

from datetime import date

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.domain.questions import Condition, Group, Question
from bildungsnetz.network.models import Institution, ListUse, MailingList, Person
from bildungsnetz.network.selectors.mailing_lists import roll
from bildungsnetz.network.services.list_uses import draft_use, fingerprint, send_use
from bildungsnetz.network.services.mailing_lists import ListEntry, keep_list
from bildungsnetz.network.services.people import enter_function
from tests.network.build import NOW, a_person, an_institution

PRINCIPALS = Question(groups=(Group((Condition("funktion", "principal"),)),))


def a_principal(last_name: str, where: Institution | None = None, email: str = "") -> Person:
    """Somebody who leads a school since 2020."""
    person = a_person(last_name, "Kim", email)
    school = where or Institution.objects.filter(name="Gymnasium").first() or a_school()
    enter_function(
        actor=SYSTEM,
        person=person,
        institution=school,
        kind=FunctionKind.PRINCIPAL,
        started_on=date(2020, 1, 1),
        now=NOW,
    )
    return person


def a_school(name: str = "Gymnasium") -> Institution:
    return an_institution(name, kind="school", school_form="20", email="schule@demo.example")


def a_list(name: str = "Schulleitungen", question: Question = PRINCIPALS, **values: str) -> MailingList:
    entry = ListEntry(**{"name": name, "purpose": "mailings", "basis": "task", **values})
    return keep_list(actor=SYSTEM, entry=entry, question=question, now=NOW)


def a_draft(mailing_list: MailingList, kind: str = "mail") -> ListUse:
    text = "Wir laden Sie herzlich ein.\n\nMit freundlichen Grüßen"
    return draft_use(
        actor=SYSTEM, mailing_list=mailing_list, kind=kind, subject="Fachtag", body=text, now=NOW
    )


def sent(use: ListUse) -> ListUse:
    """The use after it went out to those who are meant now."""
    seen = fingerprint(roll(SYSTEM, use.mailing_list, use.kind, now=NOW))
    return send_use(actor=SYSTEM, use=use, seen=seen, now=NOW)
