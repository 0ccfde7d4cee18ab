"""Living mailing lists: evaluated anew, by hand, objections, changes since the last use."""

from datetime import date

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.domain.contact import ObjectionSubject
from bildungsnetz.network.domain.questions import Condition, Group, Question, Subject
from bildungsnetz.network.domain.rolls import Why
from bildungsnetz.network.models import Function, ListChoice, MailingList
from bildungsnetz.network.selectors.mailing_lists import changes_since, choices_of, mailing_lists, roll
from bildungsnetz.network.services import mailing_lists as acts
from bildungsnetz.network.services.person_channels import (
    PersonChannelEntry,
    add_person_channel,
    record_objection,
)
from tests.network.build import NOW, TODAY, a_person, an_actor, an_institution
from tests.network.build_lists import PRINCIPALS, a_draft, a_list, a_principal, sent

pytestmark = pytest.mark.django_db


def _names(mailing_list: MailingList, kind: str = "mail") -> list[str]:
    return [one.name for one in roll(SYSTEM, mailing_list, kind, now=NOW).members]


def test_who_is_on_the_list_is_asked_anew() -> None:
    known, anna = a_list(), a_principal("Anna")
    assert _names(known) == ["Kim Anna"]
    a_principal("Bert")
    Function.objects.filter(person=anna).update(ended_on=date(2026, 3, 3))
    assert _names(known) == ["Kim Bert"]


def test_by_hand_on_and_off_with_a_reason() -> None:
    known, anna, guest, house = (
        a_list(),
        a_principal("Anna"),
        a_person("Gast"),
        an_institution(email="m@demo.example"),
    )
    for thing, is_added in ((guest, True), (anna, False), (house, True)):
        acts.choose_for_list(
            actor=SYSTEM, mailing_list=known, thing=thing, is_added=is_added, reason="Absprache", now=NOW
        )
    found = roll(SYSTEM, known, "mail", now=NOW)
    assert [(one.name, one.why) for one in found.members] == [
        ("Petra Gast", "von Hand hinzugefügt: Absprache"),
        ("Musikschule Haan", "von Hand hinzugefügt: Absprache"),
    ]
    assert [(left.why, left.note) for left in found.left] == [(Why.EXCLUDED, "Absprache")]
    again = next(row for row in choices_of(known) if row.person == anna)
    acts.drop_choice(actor=SYSTEM, choice=again, now=NOW)
    assert "Kim Anna" in _names(known)
    with pytest.raises(RuleViolation, match="Begründung"):
        acts.choose_for_list(
            actor=SYSTEM, mailing_list=known, thing=guest, is_added=True, reason=" ", now=NOW
        )


def test_an_objection_beats_everything() -> None:
    known, anna = a_list(), a_principal("Anna")
    acts.choose_for_list(
        actor=SYSTEM, mailing_list=known, thing=anna, is_added=True, reason="wichtig", now=NOW
    )
    record_objection(actor=SYSTEM, person=anna, against=ObjectionSubject.MAILINGS, received_on=TODAY, now=NOW)
    for kind in ("mail", "letter", "table"):
        found = roll(SYSTEM, known, kind, now=NOW)
        assert (found.members, [left.why for left in found.left]) == ([], [Why.OBJECTS])


def test_consent_for_the_purpose_is_needed_where_it_is_the_basis() -> None:
    known, anna = a_list(basis="consent"), a_principal("Anna")
    a_principal("Bert")
    entry = PersonChannelEntry(
        kind="email", value="privat@demo.example", purpose="mailings", basis="consent", consented_on=TODAY
    )
    add_person_channel(actor=SYSTEM, person=anna, entry=entry, now=NOW)
    found = roll(SYSTEM, known, "mail", now=NOW)
    assert [(one.name, one.address) for one in found.members] == [("Kim Anna", "privat@demo.example")]
    assert [left.why for left in found.left] == [Why.NO_CONSENT]


def test_what_changed_since_the_last_use_is_shown() -> None:
    known, anna = a_list(), a_principal("Anna")
    assert changes_since(known, roll(SYSTEM, known, "mail", now=NOW)).since is None
    sent(a_draft(known))
    a_principal("Bert")
    Function.objects.filter(person=anna).delete()
    found = changes_since(known, roll(SYSTEM, known, "mail", now=NOW))
    assert (found.since, found.came, found.went) == (NOW, ["Kim Bert"], ["Kim Anna"])


def test_a_list_of_institutions_writes_to_their_addresses() -> None:
    an_institution(email="m@demo.example")
    question = Question(Subject.INSTITUTIONS, (Group((Condition("art", "music_school"),)),))
    found = roll(SYSTEM, a_list(question=question), "mail", now=NOW)
    assert [(one.key[0], one.address, one.why) for one in found.members] == [
        ("i", "m@demo.example", "Musikschule, Haan")
    ]
    letters = roll(SYSTEM, a_list("Briefe", question), "letter", now=NOW)
    assert letters.deliveries[0].to.lines == ("Musikschule Haan", "Dieker Str. 69", "42781 Haan")


def test_names_are_unique_and_versions_counted() -> None:
    known = a_list()
    with pytest.raises(RuleViolation, match="gibt es schon"):
        a_list("SCHULLEITUNGEN")
    entry = acts.ListEntry(name="Neu", purpose="work", basis="task", note="Fachtag")
    acts.edit_list(actor=SYSTEM, mailing_list=known, entry=entry, version=1, now=NOW)
    with pytest.raises(StaleVersion):
        acts.ask_anew(actor=SYSTEM, mailing_list=known, question=PRINCIPALS, version=1, now=NOW)
    for wrong in ({"purpose": "urgent"}, {"basis": "interest"}, {"name": " "}):
        with pytest.raises(RuleViolation):
            a_list(**{"name": "X", **wrong})
    acts.remove_list(actor=SYSTEM, mailing_list=known, now=NOW)
    assert not MailingList.objects.exists()


def test_only_the_office_keeps_lists() -> None:
    known, person, logged = a_list(), a_person(), AuditEntry.objects.count()
    for role in ("scientific", "administration", "partner"):
        actor = an_actor(role)
        entry = acts.ListEntry(name="Neu", purpose="work", basis="task")
        with pytest.raises(NotAllowed):
            acts.keep_list(actor=actor, entry=entry, question=PRINCIPALS, now=NOW)
        with pytest.raises(NotAllowed):
            acts.choose_for_list(
                actor=actor, mailing_list=known, thing=person, is_added=True, reason="x", now=NOW
            )
        with pytest.raises(NotAllowed):
            acts.remove_list(actor=actor, mailing_list=known, now=NOW)
    assert (MailingList.objects.count(), ListChoice.objects.count()) == (1, 0)
    assert AuditEntry.objects.count() == logged + 0
    assert not mailing_lists(an_actor("partner")).exists()
