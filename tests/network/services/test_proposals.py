"""What comes in about entries, and how the office settles it."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.network.models import ChangeProposal, ConfirmationRequest, Institution
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.proposals import open_proposals
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.confirmations import keep_fresh
from bildungsnetz.network.services.institutions import edit_institution
from bildungsnetz.network.services.proposals import (
    propose_changes,
    refuse_proposal,
    report_mistake,
    say_gone,
    settle_proposal,
)
from tests.network.build import NOW, an_actor, an_entry, an_import, an_institution
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=340)


def a_question(**values: object) -> ConfirmationRequest:
    an_institution(email="info@musik.example", **values)
    keep_fresh(now=LATER)
    return ConfirmationRequest.objects.get()


def a_report(email: str = "") -> ChangeProposal:
    return report_mistake(
        receipt="m1", institution=an_institution(), message="Das Telefon ist falsch.", email=email, now=NOW
    )


def mails() -> list[tuple[str, str]]:
    return [(mail.recipient, mail.subject) for mail in OutgoingMail.objects.order_by("pk")]


def test_a_report_is_kept_once_and_receipted_without_repeating_it() -> None:
    first = a_report("wer@post.example")
    again = report_mistake(
        receipt="m1", institution=first.institution, message="Noch einmal", email="wer@post.example", now=NOW
    )
    assert (again.pk, ChangeProposal.objects.get().message) == (first.pk, "Das Telefon ist falsch.")
    assert mails() == [("wer@post.example", f"Ihre Meldung {first.number} ist angekommen")]
    assert "Das Telefon" not in OutgoingMail.objects.get().body
    assert list(open_proposals(an_actor())) == [first]
    assert list(open_proposals(PUBLIC)) == list(open_proposals(an_actor("scientific"))) == []


def test_a_settled_report_tells_what_changed_since() -> None:
    report = a_report("wer@post.example")
    shown = Institution.objects.get()
    edit_institution(
        actor=an_actor(), institution=shown, entry=an_entry(phone="02129 4000"), version=1, now=NOW
    )
    settle_proposal(actor=an_actor(), proposal=report, accepted=[], answer="Danke!", version=1, now=NOW)
    body = OutgoingMail.objects.order_by("-pk")[0].body
    assert "Telefon: 02129 4000" in body
    assert "Danke!" in body


def test_a_refusal_needs_a_reason_and_changes_nothing() -> None:
    report = a_report("wer@post.example")
    before = entry_of(report.institution)
    with pytest.raises(RuleViolation):
        refuse_proposal(actor=an_actor(), proposal=report, reason=" ", version=1, now=NOW)
    refuse_proposal(actor=an_actor(), proposal=report, reason="Die Nummer stimmt.", version=1, now=NOW)
    kept = ChangeProposal.objects.get()
    assert (kept.state, kept.answer, entry_of(kept.institution)) == ("refused", "Die Nummer stimmt.", before)
    assert "Wir haben den Eintrag nicht geändert." in OutgoingMail.objects.order_by("-pk")[0].body
    with pytest.raises(RuleViolation):
        settle_proposal(actor=an_actor(), proposal=report, accepted=[], answer="", version=2, now=NOW)


def test_proposed_changes_are_taken_field_by_field() -> None:
    question = a_question()
    typed = {"phone": "02129 1234", "city": "Gruiten", "name": "Musikschule Haan"}
    proposal = propose_changes(request=question, typed=typed, message="", now=LATER)
    assert proposal.changes == {"phone": "02129 1234", "city": "Gruiten"}
    assert entry_of(Institution.objects.get()).phone == "02129 9115"
    settle_proposal(actor=an_actor(), proposal=proposal, accepted=["phone"], answer="", version=1, now=LATER)
    kept = Institution.objects.get()
    assert (entry_of(kept).phone, entry_of(kept).city) == ("02129 1234", "Haan")
    assert kept.confirmed_on == LATER.date()
    assert [line.sentence for line in history_of(kept)[:2]] == [
        f"Petra Sommer hat die Meldung {proposal} erledigt.",
        "Petra Sommer hat die Einrichtung Musikschule Haan geändert: Telefon.",
    ]


def test_an_answer_without_a_change_is_none() -> None:
    question = a_question()
    with pytest.raises(RuleViolation):
        propose_changes(request=question, typed={"name": "Musikschule Haan"}, message=" ", now=LATER)
    assert ConfirmationRequest.objects.get().answered_at is None
    propose_changes(request=question, typed={}, message="Neuer Kurs", now=LATER)
    with pytest.raises(RuleViolation):
        say_gone(request=question, message="", now=LATER)
    assert ChangeProposal.objects.count() == 1


def test_who_is_gone_disappears_when_the_office_says_so() -> None:
    proposal = say_gone(request=a_question(), message="", now=LATER)
    assert institutions(PUBLIC).count() == 1
    settle_proposal(actor=an_actor(), proposal=proposal, accepted=[], answer="", version=1, now=LATER)
    assert (institutions(PUBLIC).count(), Institution.objects.get().status) == (0, "closed")


def test_a_school_of_the_official_list_is_not_closed_by_an_answer() -> None:
    an_import(msb_file(msb_row()))
    keep_fresh(now=LATER)
    proposal = say_gone(request=ConfirmationRequest.objects.get(), message="", now=LATER)
    settle_proposal(actor=an_actor(), proposal=proposal, accepted=[], answer="", version=1, now=LATER)
    assert Institution.objects.get().status == "in_operation"


def test_whoever_may_not_settle_leaves_no_trace() -> None:
    report = a_report()
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("scientific"), an_actor("school")):
        with pytest.raises(NotAllowed):
            settle_proposal(actor=actor, proposal=report, accepted=[], answer="", version=1, now=NOW)
        with pytest.raises(NotAllowed):
            refuse_proposal(actor=actor, proposal=report, reason="Nein", version=1, now=NOW)
    assert (ChangeProposal.objects.get().state, AuditEntry.objects.count()) == ("open", logged)


def test_two_people_at_one_report() -> None:
    with pytest.raises(StaleVersion):
        settle_proposal(actor=an_actor(), proposal=a_report(), accepted=[], answer="", version=7, now=NOW)
