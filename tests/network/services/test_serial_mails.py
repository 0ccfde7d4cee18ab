"""Serial mails: exactly those who were shown, once, also after an outage; the link that ends them."""

import pytest

from bildungsnetz.core import jobs
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail, Progress
from bildungsnetz.network.domain.contact import ObjectionSubject
from bildungsnetz.network.models import ListRecipient, ListUse, Objection, Person
from bildungsnetz.network.selectors.list_runs import RUN, recipient_by_token, sign_off_token
from bildungsnetz.network.selectors.mailing_lists import roll
from bildungsnetz.network.services import list_uses, serial_mails, signing_off
from bildungsnetz.network.services.person_channels import record_objection
from bildungsnetz.network.tasks import take_up_serial_runs
from tests.network.build import NOW, TODAY, an_actor
from tests.network.build_lists import a_draft, a_list, a_principal, sent

pytestmark = pytest.mark.django_db


def _run() -> Progress:
    run = Progress.objects.get(kind=RUN)
    serial_mails.write_serial_mails(run, now=NOW)
    return Progress.objects.get(kind=RUN)


def _object(person: Person) -> None:
    record_objection(
        actor=SYSTEM, person=person, against=ObjectionSubject.MAILINGS, received_on=TODAY, now=NOW
    )


def test_each_address_gets_one_mail_with_greeting_reason_and_link() -> None:
    for name in ("Anna", "Bert"):
        a_principal(name, email="schule@demo.example")
    a_principal("Cem", email="cem@demo.example")
    use = sent(a_draft(a_list()))
    run = _run()
    first, second = OutgoingMail.objects.order_by("pk")
    assert (run.done, run.total, run.state, run.failures) == (2, 2, Progress.State.DONE, [])
    assert [first.recipient, second.recipient] == ["schule@demo.example", "cem@demo.example"]
    assert first.body.startswith("Guten Tag Kim Anna, guten Tag Kim Bert,\n\nWir laden Sie herzlich ein.")
    token = sign_off_token(ListRecipient.objects.filter(use=use).order_by("pk")[0])
    assert f"/abmelden/verteiler/{token}/" in first.body
    assert "Warum Sie diese Nachricht bekommen: Schulleitung, Gymnasium." in first.body


def test_a_run_that_broke_off_goes_on_and_nobody_gets_two() -> None:
    for name in ("Anna", "Bert"):
        a_principal(name)
    use = sent(a_draft(a_list()))
    run = Progress.objects.get(kind=RUN)
    row = ListRecipient.objects.filter(use=use).order_by("pk")[0]
    serial_mails._write_one(run, row.pk, use, now=NOW)
    assert OutgoingMail.objects.count() == 1
    assert jobs.broken_off(RUN, NOW) == []
    _run()
    serial_mails.write_serial_mails(run, now=NOW)
    assert sorted(OutgoingMail.objects.values_list("recipient", flat=True)) == sorted(
        Person.objects.values_list("email", flat=True)
    )
    assert take_up_serial_runs(NOW) == "keine Serienmail unterbrochen"


def test_who_objects_after_the_look_gets_nothing() -> None:
    anna = a_principal("Anna")
    sent(a_draft(a_list()))
    _object(anna)
    run = _run()
    assert not OutgoingMail.objects.exists()
    assert run.failures == [["Kim Anna", "Hat inzwischen widersprochen und bekommt nichts."]]


def test_nobody_is_sent_to_whom_the_sender_did_not_see() -> None:
    a_principal("Anna")
    use = a_draft(a_list())
    seen = list_uses.fingerprint(roll(SYSTEM, use.mailing_list, "mail", now=NOW))
    a_principal("Bert")
    with pytest.raises(RuleViolation, match="hat sich inzwischen geändert"):
        list_uses.send_use(actor=SYSTEM, use=use, seen=seen, now=NOW)
    assert not ListRecipient.objects.exists()


def test_what_is_out_does_not_change_and_an_empty_list_sends_nothing() -> None:
    empty = a_draft(a_list("leer"))
    with pytest.raises(RuleViolation, match="zurzeit leer"):
        sent(empty)
    a_principal("Anna")
    use = sent(a_draft(a_list()))
    for act in (lambda: sent(use), lambda: list_uses.discard_draft(actor=SYSTEM, use=use, now=NOW)):
        with pytest.raises(RuleViolation, match="schon hinausgegeben"):
            act()
    for wrong in ({"subject": " "}, {"subject": "a\nb"}, {"body": ""}):
        typed = {"subject": "Betreff", "body": "Text", **wrong}
        with pytest.raises(RuleViolation):
            list_uses.draft_use(actor=SYSTEM, mailing_list=use.mailing_list, kind="mail", now=NOW, **typed)


def test_a_draft_is_edited_and_dropped_and_a_table_is_noted() -> None:
    a_principal("Anna")
    use = a_draft(a_list())
    list_uses.edit_draft(actor=SYSTEM, use=use, subject="Neu", body="Text", version=use.version, now=NOW)
    assert str(ListUse.objects.get()) == "Neu"
    list_uses.discard_draft(actor=SYSTEM, use=use, now=NOW)
    noted = list_uses.note_table(actor=SYSTEM, mailing_list=use.mailing_list, now=NOW)
    assert [(row.key[0], row.email) for row in noted.recipients.all()] == [("p", "")]


def test_who_may_not_use_lists_sends_nothing() -> None:
    a_principal("Anna")
    use = a_draft(a_list())
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        list_uses.send_use(actor=an_actor("scientific"), use=use, seen="", now=NOW)
    assert (ListRecipient.objects.count(), AuditEntry.objects.count()) == (0, logged)


def test_the_link_records_the_objection_of_everybody_at_the_address() -> None:
    for name in ("Anna", "Bert"):
        a_principal(name, email="schule@demo.example")
    known = a_list()
    use = sent(a_draft(known))
    row = recipient_by_token(sign_off_token(ListRecipient.objects.filter(use=use).order_by("pk")[0]))
    assert row is not None
    for _twice in range(2):
        signing_off.sign_off(recipient=row, now=NOW)
    assert [str(one.person) for one in Objection.objects.order_by("pk")] == ["Kim Anna", "Kim Bert"]
    assert roll(SYSTEM, known, "mail", now=NOW).members == []
    assert recipient_by_token("gefaelscht") is None
