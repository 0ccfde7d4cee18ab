"""Approving minutes: by both sides, of exactly one text, for good."""

import hashlib
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.chairs import ChairModel
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, Chair, Minutes, MinutesApproval, MinutesSupplement, Session
from bildungsnetz.governance.selectors.approvals import open_sides, sides_for
from bildungsnetz.governance.selectors.minutes import minutes_for, stored_file
from bildungsnetz.governance.services.minutes import change_minutes, take_back_minutes
from bildungsnetz.governance.services.minutes_approval import supplement_minutes
from bildungsnetz.governance.services.minutes_document import pdf_of_excerpt, pdf_of_minutes
from bildungsnetz.governance.services.minutes_window import finish_minutes
from tests.governance import build, results

pytestmark = pytest.mark.django_db
CLERK = build.an_actor(roles.CLERK)


def refuse(minutes: Minutes, last_name: str, side: str, *, read_hash: str = "") -> str:
    before = AuditEntry.objects.count(), MinutesApproval.objects.count()
    with pytest.raises(RuleViolation) as refused:
        results.approve_as(minutes, last_name, side, read_hash=read_hash)
    assert (AuditEntry.objects.count(), MinutesApproval.objects.count()) == before
    return str(refused.value.message)


def test_both_sides_approve_and_the_text_is_frozen() -> None:
    waiting = results.submitted()
    half = results.approve_as(waiting, "Winter", "land")
    assert (half.state, open_sides(half, build.TODAY)) == (MinutesState.SUBMITTED, ("kommune",))
    results.approve_as(waiting, "Krause", "kommune")  # the deputy of the co-chair
    assert finish_minutes(actor=SYSTEM, minutes=waiting, now=results.AFTER_WINDOW)
    stored = Minutes.objects.get(pk=waiting.pk)
    assert (stored.state, stored.approved_at) == (MinutesState.APPROVED, results.AFTER_WINDOW)
    assert stored_file(stored) == pdf_of_minutes(stored)
    assert stored.pdf_hash == hashlib.sha256(stored_file(stored)).hexdigest()
    assert Session.objects.get(pk=stored.session_id).state == SessionState.MINUTES_APPROVED
    assert [line.sentence for line in history_of(stored)][:4] == [
        f"„Protokoll Lenkungskreis, 1. Sitzung“ ist genehmigt und unveränderlich (Prüfsumme {stored.content_hash[:12]}).",
        "„Protokoll Lenkungskreis, 1. Sitzung“ ist 8 Mitgliedern zugestellt; Widerspruch bis 18.03.2026.",
        "Dana Krause hat „Protokoll Lenkungskreis, 1. Sitzung“ für die Seite Kommune freigegeben.",
        "Karl Winter hat „Protokoll Lenkungskreis, 1. Sitzung“ für die Seite Land freigegeben.",
    ]


def test_approval_of_a_changed_draft_is_refused() -> None:
    waiting = results.submitted()
    read = waiting.content_hash
    back = take_back_minutes(actor=CLERK, minutes=waiting, reason="Nachtrag", now=results.ENDS)
    changed = change_minutes(
        actor=CLERK, minutes=back, texts={"head": "Anders."}, expected_version=back.version, now=results.ENDS
    )
    assert refuse(changed, "Winter", "land", read_hash=read) == (
        "Dieses Protokoll liegt nicht zur Genehmigung vor."
    )
    again = results.submitted(changed)
    assert refuse(again, "Winter", "land", read_hash=read) == (
        "Das Protokoll wurde inzwischen geändert. Lesen Sie die neue Fassung, bevor Sie genehmigen."
    )
    assert Minutes.objects.get(pk=again.pk).state == MinutesState.SUBMITTED


@pytest.mark.parametrize(
    ("last_name", "side"), [("Winter", "kommune"), ("Kaiser", "land"), ("Winter", "schulen")]
)
def test_nobody_approves_for_another_side(last_name: str, side: str) -> None:
    assert refuse(results.submitted(), last_name, side) == (
        "Genehmigen können der Ko-Vorsitz dieser Seite und dessen Stellvertretung."
    )


def test_members_and_the_office_do_not_approve() -> None:
    waiting = results.submitted()
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        results.approve_as(waiting, "Weber", "land")
    with pytest.raises(NotAllowed):  # an account without person
        results.approve_minutes(
            actor=build.an_actor(roles.CO_CHAIR, user_id=0),
            minutes=waiting,
            side="land",
            read_hash=waiting.content_hash,
            now=results.ENDS,
        )
    assert (MinutesApproval.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_a_side_approves_once() -> None:
    waiting = results.submitted()
    results.approve_as(waiting, "Winter", "land")
    assert refuse(waiting, "Herbst", "land") == "Für diese Seite ist das Protokoll schon freigegeben."


def test_which_sides_wait_for_whom() -> None:
    waiting = results.submitted()
    winter, weber = (build.actor_of(build.member(waiting.session.body, name)) for name in ("Winter", "Weber"))
    assert sides_for(winter, waiting, build.TODAY) == [("land", "Land")]
    assert sides_for(weber, waiting, build.TODAY) == []
    results.approve_as(waiting, "Winter", "land")
    assert sides_for(winter, waiting, build.TODAY) == []


def test_a_single_chair_approves_alone() -> None:
    waiting = results.submitted()
    body = waiting.session.body
    Body.objects.filter(pk=body.pk).update(chair_model=ChairModel.SINGLE)
    Chair.objects.filter(body=body, side__key="kommune").delete()
    Chair.objects.filter(body=body).update(side=None)
    done = results.approve_as(waiting, "Winter", "")
    assert (done.state, [row.side for row in done.approvals.all()]) == (MinutesState.DELIVERED, [None])


def test_the_database_keeps_approved_minutes() -> None:
    done = results.approved()
    for rows, change in (
        (Minutes.objects.filter(pk=done.pk), {"content": []}),
        (Minutes.objects.filter(pk=done.pk), {"state": MinutesState.DRAFT, "approved_at": None}),
        (MinutesApproval.objects.filter(minutes=done), {"content_hash": "0" * 64}),
    ):
        with pytest.raises(IntegrityError, match="approved minutes never change"), transaction.atomic():
            rows.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        done.save()


def test_services_keep_approved_minutes() -> None:
    done = results.approved()
    with pytest.raises(RuleViolation) as refused:
        change_minutes(
            actor=CLERK,
            minutes=done,
            texts={"head": "Anders."},
            expected_version=done.version,
            now=results.ENDS,
        )
    assert str(refused.value.message) == (
        "Das Protokoll ist genehmigt und unveränderlich. Schreiben Sie eine Ergänzung."
    )
    with pytest.raises(RuleViolation):
        take_back_minutes(actor=CLERK, minutes=done, reason="Fehler", now=results.ENDS)


def test_supplements_are_numbered_and_stay() -> None:
    done = results.approved()
    for text in ("Zu TOP 3: Es heißt Haan.", "Zu TOP 1: Es fehlte niemand."):
        supplement_minutes(
            actor=CLERK, minutes=done, text=text, reason="Schreibfehler", now=results.AFTER_WINDOW
        )
    assert [(s.number, s.text, s.added_by_name) for s in done.supplements.all()] == [
        (1, "Zu TOP 3: Es heißt Haan.", "Petra Sommer"),
        (2, "Zu TOP 1: Es fehlte niemand.", "Petra Sommer"),
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        MinutesSupplement.objects.update(text="Anders.")
    assert history_of(done)[0].sentence == (
        "Petra Sommer hat „Protokoll Lenkungskreis, 1. Sitzung“ um die 2. Ergänzung erweitert."
    )


@pytest.mark.parametrize(("text", "reason", "field"), [(" ", "Grund", "text"), ("Text", " ", "reason")])
def test_a_supplement_says_what_and_why(text: str, reason: str, field: str) -> None:
    done = results.approved()
    with pytest.raises(RuleViolation) as refused:
        supplement_minutes(actor=CLERK, minutes=done, text=text, reason=reason, now=results.ENDS)
    assert refused.value.field == field
    with pytest.raises(NotAllowed):
        supplement_minutes(
            actor=build.an_actor(roles.CO_CHAIR), minutes=done, text="Text", reason="Grund", now=results.ENDS
        )
    assert MinutesSupplement.objects.count() == 0


def test_a_draft_has_no_supplements() -> None:
    draft = results.a_draft()
    with pytest.raises(RuleViolation) as refused:
        supplement_minutes(actor=CLERK, minutes=draft, text="Text", reason="Grund", now=results.ENDS)
    assert str(refused.value.message) == "Das Protokoll ist noch nicht genehmigt. Ändern Sie den Entwurf."


def words(paper: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)


def test_the_paper_and_its_excerpt() -> None:
    session = results.a_running_session()
    results.a_decision(session)
    results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    minutes = results.submitted(results.a_draft(session))
    reading = minutes_for(build.an_actor(roles.MEMBER, session.body.scope), session)
    whole, excerpt = pdf_of_minutes(minutes), pdf_of_excerpt(minutes, reading.sections)
    assert (pdf_of_minutes(minutes), pdf_of_excerpt(minutes, reading.sections)) == (whole, excerpt)
    assert "Personalie" in words(whole)
    assert "Personalie" not in words(excerpt)
    assert "Auszug aus dem Protokoll · Entwurf" in words(excerpt)
    assert "Beschluss 1/2026 (beschlossen)" in words(excerpt)


def test_the_approved_paper_names_who_approved_what() -> None:
    done = results.approved()
    text = words(stored_file(done))
    assert "Land Karl Winter Mi., 04.03.2026, 18:00 Uhr" in text
    assert "Kommune Katrin Kaiser Mi., 04.03.2026, 18:00 Uhr" in text
    assert done.content_hash[:8] in text
    assert "Entwurf" not in text
