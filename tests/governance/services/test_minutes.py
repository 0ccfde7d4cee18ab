"""Minutes until they are submitted: composed, changed, submitted, taken back."""

from dataclasses import replace

import pytest

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.minutes import MinutesState, text_hash
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Minutes, Session
from bildungsnetz.governance.selectors.minutes import minutes_for, sections_of
from bildungsnetz.governance.services.minutes import (
    change_minutes,
    compose_minutes,
    submit_minutes,
    take_back_minutes,
)
from tests.governance import build, results

pytestmark = pytest.mark.django_db
CLERK = build.an_actor(roles.CLERK)


def test_composed_from_the_records_of_the_session() -> None:
    session = results.a_running_session(absent=["Winter", "Wolf"], deputies={"Winter": "Herbst"})
    item = results.an_item(session)
    body = session.body
    positions = (results.a_position(body, "land", "Herbst"), results.a_position(body, "kommune", "Kaiser"))
    results.record_decision(
        actor=SYSTEM, item=item, statement=results.Statement(results.WORDING, positions), now=results.STARTS
    )
    minutes = compose_minutes(actor=CLERK, session=results.hold(session), now=results.ENDS)
    sections = {part.heading: part.paragraphs for part in sections_of(minutes)}
    assert sections["Protokoll der 1. Sitzung: Lenkungskreis"] == (
        "Sitzung am 04.03.2026",
        "Ort: Kreishaus, Raum 1.601",
    )
    assert sections["Anwesenheit"] == (
        (
            "Anwesend: Dana Herbst (in Vertretung für Karl Winter), Lena Lang, Katrin Kaiser, Sven Stadler, "
            "Wiebke Weber, Britta Berger, Boris Busch"
        ),
        "Entschuldigt: Karl Winter, Walter Wolf",
    )
    assert sections["TOP 3: Fachtag Übergang"] == (
        "Art: Beschluss",
        f"Beschluss 1/2026 (beschlossen): {results.WORDING}",
        "Land (Dana Herbst) stimmt zu",
        "Kommune (Katrin Kaiser) stimmt zu",
    )
    assert sections["Nächste Sitzung"] == ("10.06.2026",)
    assert (minutes.state, minutes.content_hash) == (MinutesState.DRAFT, text_hash(sections_of(minutes)))
    assert Session.objects.get(pk=session.pk).state == SessionState.MINUTES_DRAFT
    assert history_of(session)[0].sentence == (
        "Petra Sommer hat den Entwurf „Protokoll Lenkungskreis, 1. Sitzung“ erstellt."
    )


def test_a_running_session_has_no_minutes_yet() -> None:
    session = results.a_running_session()
    before = AuditEntry.objects.count()
    with pytest.raises(RuleViolation) as refused:
        compose_minutes(actor=CLERK, session=session, now=results.ENDS)
    assert str(refused.value.message) == (
        "Das Protokoll entsteht aus einer geschlossenen Sitzung. Bitte schließen Sie die Sitzung zuerst."
    )
    assert (Minutes.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_composing_twice_is_refused() -> None:
    minutes = results.a_draft()
    with pytest.raises(RuleViolation):
        compose_minutes(actor=CLERK, session=minutes.session, now=results.ENDS)
    assert Minutes.objects.count() == 1


@pytest.mark.parametrize("role", [roles.MEMBER, roles.CO_CHAIR, roles.PEDAGOGICAL])
def test_only_the_secretariat_writes(role: str) -> None:
    minutes, actor = results.a_draft(), build.an_actor(role)
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        compose_minutes(actor=actor, session=minutes.session, now=results.ENDS)
    with pytest.raises(NotAllowed):
        change_minutes(
            actor=actor, minutes=minutes, texts={"head": "Falsch"}, expected_version=1, now=results.ENDS
        )
    with pytest.raises(NotAllowed):
        submit_minutes(actor=actor, minutes=minutes, now=results.ENDS)
    with pytest.raises(NotAllowed):
        take_back_minutes(actor=actor, minutes=minutes, reason="Nein", now=results.ENDS)
    minutes.refresh_from_db()
    assert (minutes.version, minutes.state, AuditEntry.objects.count()) == (1, MinutesState.DRAFT, before)


def test_changing_sections() -> None:
    minutes = results.a_draft()
    before = minutes.content_hash
    changed = change_minutes(
        actor=CLERK,
        minutes=minutes,
        texts={"attendance": "Anwesend: alle.\r\n\r\n \r\nGäste: keine.", "unknown": "Nichts"},
        expected_version=1,
        now=results.ENDS,
    )
    sections = {part.key: part for part in sections_of(changed)}
    assert sections["attendance"].paragraphs == ("Anwesend: alle.", "Gäste: keine.")
    assert sections["attendance"].heading == "Anwesenheit"
    assert "unknown" not in sections
    assert (changed.version, changed.content_hash == before) == (2, False)
    assert changed.content_hash == text_hash(sections_of(changed))


def test_the_second_of_two_writers_is_told() -> None:
    minutes = results.a_draft()
    change_minutes(
        actor=CLERK, minutes=minutes, texts={"head": "Vom ersten."}, expected_version=1, now=results.ENDS
    )
    before = AuditEntry.objects.count()
    with pytest.raises(StaleVersion):
        change_minutes(
            actor=CLERK, minutes=minutes, texts={"head": "Vom zweiten."}, expected_version=1, now=results.ENDS
        )
    stored = Minutes.objects.get(pk=minutes.pk)
    assert sections_of(stored)[0].paragraphs == ("Vom ersten.",)
    assert (stored.version, AuditEntry.objects.count()) == (2, before)


def test_those_who_chair_are_told_without_a_word_of_the_minutes() -> None:
    waiting = results.submitted()
    mails = OutgoingMail.objects.order_by("pk")
    assert [(m.recipient_name, m.subject) for m in mails] == [
        ("Karl Winter", "Zur Freigabe: Protokoll Lenkungskreis, 1. Sitzung"),
        ("Katrin Kaiser", "Zur Freigabe: Protokoll Lenkungskreis, 1. Sitzung"),
    ]
    for mail in mails:
        assert f"/sitzungen/{waiting.session_id}/protokoll/freigeben/" in mail.body
        assert "Fachtag" not in mail.body


def test_submitted_minutes_wait_and_can_be_taken_back() -> None:
    waiting = results.submitted()
    with pytest.raises(RuleViolation):
        submit_minutes(actor=CLERK, minutes=waiting, now=results.ENDS)
    with pytest.raises(RuleViolation) as refused:
        change_minutes(
            actor=CLERK, minutes=waiting, texts={}, expected_version=waiting.version, now=results.ENDS
        )
    assert str(refused.value.message) == (
        "Das Protokoll liegt zur Genehmigung vor. Nehmen Sie es zurück, bevor Sie es ändern."
    )
    results.approve_as(waiting, "Winter", "land")
    back = take_back_minutes(actor=CLERK, minutes=waiting, reason="Tippfehler bei TOP 3", now=results.ENDS)
    assert (back.state, back.submitted_at, back.approvals.count()) == (MinutesState.DRAFT, None, 0)
    assert history_of(back)[0].sentence == (
        "Petra Sommer hat „Protokoll Lenkungskreis, 1. Sitzung“ zur Überarbeitung zurückgenommen: Tippfehler bei TOP 3"
    )


@pytest.mark.parametrize(("is_submitted", "reason", "field"), [(True, " ", "reason"), (False, "Grund", None)])
def test_taking_back_needs_a_reason_and_submitted_minutes(
    is_submitted: bool, reason: str, field: str | None
) -> None:
    minutes = results.submitted() if is_submitted else results.a_draft()
    with pytest.raises(RuleViolation) as refused:
        take_back_minutes(actor=CLERK, minutes=minutes, reason=reason, now=results.ENDS)
    assert refused.value.field == field
    assert Minutes.objects.get(pk=minutes.pk).state == minutes.state


def test_drafts_are_for_the_secretariat_alone() -> None:
    draft = results.a_draft()
    session, scope = draft.session, draft.session.body.scope
    assert minutes_for(CLERK, session).minutes == draft
    for role in (roles.MEMBER, roles.CO_CHAIR, roles.PEDAGOGICAL):
        reading = minutes_for(build.an_actor(role, scope), session)
        assert (reading.minutes, reading.sections) == (None, ())


def test_members_read_an_excerpt_without_confidential_items() -> None:
    session = results.a_running_session()
    results.a_decision(session)
    secret = results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    waiting = results.submitted(results.a_draft(session))
    scope = session.body.scope
    whole = minutes_for(build.an_actor(roles.CO_CHAIR, scope), session)
    excerpt = minutes_for(build.an_actor(roles.MEMBER, scope), session)
    assert (whole.is_excerpt, whole.sections) == (False, sections_of(waiting))
    assert excerpt.is_excerpt
    assert excerpt.sections == tuple(p for p in whole.sections if p.key != f"item-{secret.item_id}")
    assert not any("Personalie" in p.heading for p in excerpt.sections)


def test_the_excerpt_is_one_whether_or_not_something_is_confidential() -> None:
    waiting = results.submitted()
    member = build.an_actor(roles.MEMBER, waiting.session.body.scope)
    reading = minutes_for(member, waiting.session)
    assert (reading.is_excerpt, reading.sections) == (True, sections_of(waiting))
    assert replace(reading, is_excerpt=False) == minutes_for(CLERK, waiting.session)


def test_items_stand_in_the_order_of_their_numbers() -> None:
    session = results.a_running_session()
    late = results.an_item(session, kind=ItemKind.CONSULTATION)
    session.items.filter(pk=late.pk).update(position=0)
    minutes = compose_minutes(actor=CLERK, session=results.hold(session), now=results.ENDS)
    headings = [part.heading for part in sections_of(minutes) if part.heading.startswith("TOP")]
    assert [heading[:5] for heading in headings] == ["TOP 1", "TOP 2", "TOP 3"]
