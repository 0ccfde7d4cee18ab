"""Approved minutes go to the members; an objection stops them, silence makes them final."""

import re
from datetime import UTC, datetime

import pytest

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, Minutes, MinutesDelivery, MinutesObjection, Session
from bildungsnetz.governance.selectors.minutes_window import open_objections, sides_without_answer
from bildungsnetz.governance.services.minutes import change_minutes, take_back_minutes
from bildungsnetz.governance.services.minutes_window import (
    finish_due_minutes,
    finish_minutes,
    object_by_link,
    object_to_minutes,
)
from bildungsnetz.governance.services.objection_answers import answer_objection
from tests.governance import build, results

pytestmark = pytest.mark.django_db
LAST_DAY = datetime(2026, 3, 18, 22, 30, tzinfo=UTC)
CLERK = build.an_actor(roles.CLERK)
WRONG = "Zu TOP 4: Ich war anwesend."


def objected(minutes: Minutes, last_name: str = "Weber", now: datetime = LAST_DAY) -> MinutesObjection:
    actor = build.actor_of(build.member(minutes.session.body, last_name), now)
    return object_to_minutes(actor=actor, minutes=minutes, text=WRONG, now=now)


def answered(objection: MinutesObjection, last_name: str, side: str) -> None:
    actor = build.actor_of(build.member(objection.minutes.session.body, last_name))
    answer_objection(actor=actor, objection=objection, side=side, reason="So war es.", now=LAST_DAY)


def state_of(minutes: Minutes) -> str:
    return Minutes.objects.get(pk=minutes.pk).state


def token_for(last_name: str) -> str:
    mail = OutgoingMail.objects.get(recipient_name__endswith=last_name, subject__startswith="Protokoll zur")
    found = re.search(r"/protokoll/([\w-]{20,})/", mail.body)
    assert found is not None
    return found[1]


def test_every_member_gets_the_text_with_a_link() -> None:
    minutes = results.delivered()
    mails = OutgoingMail.objects.filter(subject="Protokoll zur Kenntnis: Lenkungskreis, 1. Sitzung")
    assert (mails.count(), MinutesDelivery.objects.count()) == (8, 8)
    assert all(mail.secret and mail.attachments.count() == 1 for mail in mails)
    assert (minutes.state, f"{minutes.objection_until}") == ("delivered", "2026-03-18")
    assert Session.objects.get(pk=minutes.session_id).state == "minutes_draft"


def test_confidential_items_go_to_the_chairs_only() -> None:
    session = results.a_running_session()
    results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    results.delivered(results.submitted(results.a_draft(session)))
    sizes = {
        mail.recipient_name.split()[-1]: len(mail.attachments.get().content)
        for mail in OutgoingMail.objects.filter(subject__startswith="Protokoll zur")
    }
    assert sizes["Winter"] == sizes["Kaiser"]
    assert sizes["Weber"] == sizes["Stadler"] != sizes["Winter"]


def test_silence_makes_final_on_the_day_after_the_last_and_only_once() -> None:
    minutes = results.delivered()
    assert finish_due_minutes(LAST_DAY) == "0 Protokolle sind jetzt genehmigt."
    assert state_of(minutes) == "delivered"
    assert finish_due_minutes(results.AFTER_WINDOW) == "1 Protokoll ist jetzt genehmigt."
    assert finish_due_minutes(results.AFTER_WINDOW) == "0 Protokolle sind jetzt genehmigt."
    stored = Minutes.objects.get(pk=minutes.pk)
    assert (stored.state, stored.session.state) == ("approved", "minutes_approved")
    assert (len(stored.pdf_hash), len(stored.excerpt_hash)) == (64, 64)


def test_only_the_system_makes_final() -> None:
    minutes = results.delivered()
    with pytest.raises(NotAllowed):
        finish_minutes(actor=CLERK, minutes=minutes, now=results.AFTER_WINDOW)
    assert state_of(minutes) == "delivered"


def test_an_objection_stops_it_and_tells_the_chairs() -> None:
    minutes = results.delivered()
    objected(minutes)
    assert finish_due_minutes(results.AFTER_WINDOW) == "0 Protokolle sind jetzt genehmigt."
    assert state_of(minutes) == "contested"
    told = OutgoingMail.objects.filter(subject__startswith="Widerspruch zum").order_by("pk")
    assert [mail.recipient_name for mail in told] == ["Karl Winter", "Katrin Kaiser"]
    assert WRONG not in told[0].body


def test_the_link_of_the_mail_needs_no_account() -> None:
    minutes = results.delivered()
    found = object_by_link(token=token_for("Weber"), text=WRONG, now=LAST_DAY)
    assert (found.person.last_name, found.content_hash) == ("Weber", minutes.content_hash)
    assert state_of(minutes) == "contested"


@pytest.mark.parametrize(
    ("now", "text", "sentence"),
    [
        (results.AFTER_WINDOW, WRONG, "Die Widerspruchsfrist ist am 18.03.2026 abgelaufen."),
        (LAST_DAY, " ", "Schreiben Sie, welche Stelle falsch ist und wie es richtig heißt."),
    ],
)
def test_too_late_or_without_words(now: datetime, text: str, sentence: str) -> None:
    results.delivered()
    token, before = token_for("Weber"), AuditEntry.objects.count()
    with pytest.raises(RuleViolation) as refused:
        object_by_link(token=token, text=text, now=now)
    assert str(refused.value.message) == sentence
    assert (MinutesObjection.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_strangers_and_wrong_links_object_to_nothing() -> None:
    minutes = results.delivered()
    before = AuditEntry.objects.count()
    stranger = build.actor_of(build.a_person_with_account("Fremd"))
    with pytest.raises(NotAllowed):
        object_to_minutes(actor=stranger, minutes=minutes, text=WRONG, now=LAST_DAY)
    with pytest.raises(NotAllowed):  # a deputy who did not stand in got nothing
        objected(minutes, "Herbst")
    with pytest.raises(RuleViolation):
        object_by_link(token="x" * 43, text=WRONG, now=LAST_DAY)
    assert (MinutesObjection.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_the_text_stays_when_both_sides_have_answered() -> None:
    minutes = results.delivered()
    objection = objected(minutes)
    answered(objection, "Winter", "land")
    stopped = Minutes.objects.get(pk=minutes.pk)
    assert sides_without_answer(MinutesObjection.objects.get(), stopped) == ("kommune",)
    with pytest.raises(RuleViolation):
        answered(objection, "Herbst", "land")
    answered(objection, "Kaiser", "kommune")
    again = Minutes.objects.get(pk=minutes.pk)
    assert (again.state, open_objections(again)) == ("delivered", [])
    assert finish_minutes(actor=SYSTEM, minutes=minutes, now=results.AFTER_WINDOW)


def test_members_and_the_office_do_not_answer() -> None:
    objection = objected(results.delivered())
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        answered(objection, "Weber", "land")
    with pytest.raises(NotAllowed):
        answer_objection(actor=CLERK, objection=objection, side="land", reason="Nein.", now=LAST_DAY)
    with pytest.raises(RuleViolation):
        answered(objection, "Winter", "kommune")
    assert (objection.answers.count(), AuditEntry.objects.count()) == (0, before)


def test_a_right_objection_leads_to_a_new_text_and_a_new_round() -> None:
    minutes = results.delivered()
    objected(minutes)
    token = token_for("Weber")
    back = take_back_minutes(actor=CLERK, minutes=minutes, reason="Weber war da.", now=LAST_DAY)
    assert (back.state, back.approvals.count(), back.deliveries.count()) == ("draft", 0, 0)
    with pytest.raises(RuleViolation):
        object_by_link(token=token, text=WRONG, now=LAST_DAY)
    changed = change_minutes(
        actor=CLERK, minutes=back, texts={"head": "Anders."}, expected_version=back.version, now=LAST_DAY
    )
    assert [(row.number, row.saved_by_name) for row in changed.versions.order_by("number")] == [
        (1, "System"),
        (2, "Petra Sommer"),
    ]
    results.submitted(changed)
    results.approve_as(changed, "Winter", "land", now=results.AFTER_WINDOW)
    final = results.approve_as(changed, "Kaiser", "kommune", now=results.AFTER_WINDOW)
    assert (final.state, open_objections(final)) == (MinutesState.DELIVERED, [])


def test_a_body_without_window_is_done_with_the_last_approval() -> None:
    minutes = results.submitted()
    Body.objects.filter(pk=minutes.session.body_id).update(objection_days=0)
    done = results.delivered(Minutes.objects.select_related("session__body").get())
    assert (done.state, MinutesDelivery.objects.count()) == ("approved", 0)
