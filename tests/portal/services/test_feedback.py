"""Feedback: one form makes one case, its answer has a time, strangers change nothing."""

from datetime import date, timedelta

import pytest

from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.core.registers.my_day import matters_for
from bildungsnetz.portal.models import Feedback
from bildungsnetz.portal.services.feedback import answer_feedback, give_feedback, reopen_feedback
from tests.accounts.build import NOW, an_actor

pytestmark = pytest.mark.django_db


def told(receipt: str = "a", email: str = "buerger@example.org", kind: str = "barrier") -> Feedback:
    return give_feedback(
        receipt=receipt, kind=kind, message="Die Karte geht nicht.", email=email, page="/", now=NOW
    )


def answered(feedback: Feedback, *, role: str = "clerk", by_mail: bool = True, version: int = 1) -> Feedback:
    return answer_feedback(
        actor=an_actor(role),
        feedback=feedback,
        answer="Danke, behoben.",
        by_mail=by_mail,
        version=version,
        now=NOW,
    )


def test_a_message_becomes_a_case_with_a_due_date():
    kept = told()
    assert (kept.state, kept.due_on, kept.received_at) == ("open", date(2026, 4, 15), NOW)
    entry = AuditEntry.objects.get(act="portal.feedback.give")
    assert (entry.actor_id, entry.object_label) == (None, f"{kept.number} (Barriere)")


def test_a_form_sent_twice_makes_one_case():
    assert told().pk == told().pk
    assert (Feedback.objects.count(), AuditEntry.objects.filter(act="portal.feedback.give").count()) == (1, 1)


def test_an_answer_goes_out_by_mail_with_the_way_to_the_ombudsman():
    kept = answered(told())
    mail = OutgoingMail.objects.get()
    assert (kept.state, kept.answered_at, kept.answer) == ("answered", NOW, "Danke, behoben.")
    assert (mail.recipient, mail.subject) == (
        "buerger@example.org",
        f"Antwort auf Ihre Rückmeldung {kept.number}",
    )
    assert "Danke, behoben." in mail.body
    assert "Ombudsstelle" in mail.body


def test_praise_needs_no_ombudsman():
    answered(told(kind="praise"))
    assert "Ombudsstelle" not in OutgoingMail.objects.get().body


def test_a_message_without_an_address_is_closed_with_a_note():
    kept = told(email="")
    with pytest.raises(RuleViolation) as refused:
        answered(kept)
    assert (refused.value.field, OutgoingMail.objects.count()) == ("by_mail", 0)
    assert answered(kept, by_mail=False).state == "answered"
    assert OutgoingMail.objects.count() == 0


def test_two_people_answer_one_message():
    kept = told()
    answered(kept)
    with pytest.raises(StaleVersion):
        answered(kept)
    with pytest.raises(RuleViolation, match="schon beantwortet"):
        answered(kept, version=2)
    assert OutgoingMail.objects.count() == 1


def test_an_answered_message_can_be_taken_up_again():
    kept = answered(told())
    reopen_feedback(actor=an_actor("clerk"), feedback=kept, now=NOW)
    reopen_feedback(actor=an_actor("clerk"), feedback=kept, now=NOW)
    kept.refresh_from_db()
    assert (kept.state, kept.answered_at, kept.answer) == ("open", None, "Danke, behoben.")
    assert AuditEntry.objects.filter(act="portal.feedback.reopen").count() == 1


@pytest.mark.parametrize("role", ["pedagogical", "administration", "member", "data_protection"])
def test_others_may_not_answer(role: str):
    kept = told()
    actor = an_actor(role)
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        answer_feedback(actor=actor, feedback=kept, answer="x", by_mail=True, version=1, now=NOW)
    with pytest.raises(NotAllowed):
        reopen_feedback(actor=actor, feedback=kept, now=NOW)
    kept.refresh_from_db()
    assert (kept.state, AuditEntry.objects.count(), OutgoingMail.objects.count()) == ("open", before, 0)


def test_open_messages_stand_on_my_day():
    kept = told()
    clerk, member = an_actor("clerk"), an_actor("member")
    groups = [
        [(m.title, m.group) for m in matters_for(actor, NOW + timedelta(days=days)) if m.due == kept.due_on]
        for actor, days in ((clerk, 0), (clerk, 35), (member, 35))
    ]
    assert groups == [[(str(kept), "waiting")], [(str(kept), "due")], []]
