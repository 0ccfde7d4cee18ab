"""Papers: never wider than the item, late after the deadline, withdrawn with a notice."""

from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail, StoredFile
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, ItemNote, Paper
from bildungsnetz.governance.selectors.papers import notes, papers
from bildungsnetz.governance.selectors.publication import published_papers, published_sessions
from bildungsnetz.governance.services import agenda
from bildungsnetz.governance.services.invitations import send_invitations
from bildungsnetz.governance.services.notes import write_note
from bildungsnetz.governance.services.papers import add_paper, change_paper, withdraw_paper
from bildungsnetz.governance.services.publication import publish_session, unpublish_session
from tests.governance import build
from tests.governance.build import NOW, actor_of, an_actor, an_item, member

pytestmark = pytest.mark.django_db

CLERK = an_actor("clerk")
LATE = datetime(2026, 3, 19, 9, 0, tzinfo=UTC)


@pytest.fixture
def item() -> AgendaItem:
    return an_item(build.a_session(build.a_steering_body()))


def a_paper(item: AgendaItem, **facts: object) -> Paper:
    given = {"actor": CLERK, "name": "Zahlen.csv", "content": b"Ort;Zahl\nHaan;3\n", "now": NOW}
    return add_paper(item=item, **(given | facts))


def test_a_paper_comes_closed_with_the_name_of_its_file(item: AgendaItem) -> None:
    paper = a_paper(item)
    assert (paper.title, paper.visibility, paper.is_late) == ("Zahlen.csv", "body", False)
    assert AuditEntry.objects.get(act="governance.paper.add").object_label == "Unterlage"


def test_whoever_may_not_uploads_nothing(item: AgendaItem) -> None:
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        a_paper(item, actor=actor_of(member(item.session.body, "Weber")))
    assert (Paper.objects.count(), StoredFile.objects.count(), AuditEntry.objects.count()) == (0, 0, before)


def test_a_paper_is_not_wider_than_its_item(item: AgendaItem) -> None:
    with pytest.raises(RuleViolation, match="nie weiter sichtbar als ihr Punkt") as refused:
        a_paper(item, visibility="public")
    assert (refused.value.field, Paper.objects.count()) == ("visibility", 0)


def test_the_database_refuses_a_wider_paper(item: AgendaItem) -> None:
    paper = a_paper(item)
    with pytest.raises(IntegrityError, match="never wider"), transaction.atomic():
        Paper.objects.filter(pk=paper.pk).update(visibility="network")
    with pytest.raises(IntegrityError, match="never wider"), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(visibility="office")
    with pytest.raises(IntegrityError, match="never wider"), transaction.atomic():
        Paper.objects.create(item=item, file=paper.file, title="x", visibility="public", added_at=NOW)


def test_closing_an_item_closes_its_papers(item: AgendaItem) -> None:
    paper = a_paper(item)
    agenda.change_item(
        actor=CLERK,
        item=item,
        version=1,
        title=item.title,
        kind=item.kind,
        visibility=Visibility.OFFICE,
        now=NOW,
    )
    paper.refresh_from_db()
    assert paper.visibility == "office"


def test_a_paper_after_the_deadline_makes_a_table_paper(item: AgendaItem) -> None:
    assert a_paper(item, now=LATE).is_late
    item.refresh_from_db()
    assert item.is_table_paper


def test_members_read_papers_of_the_body_but_no_confidential_ones(item: AgendaItem) -> None:
    body = item.session.body
    closed = an_item(item.session, "Personal", visibility="office")
    for_body, of_office, of_closed = a_paper(item), a_paper(item, visibility="office"), a_paper(closed)
    reader, chair = actor_of(member(body, "Weber")), actor_of(member(body, "Winter"))
    assert list(papers(reader)) == [for_body]
    assert list(papers(chair)) == [for_body, of_office, of_closed]
    assert list(papers(an_actor("member", build.a_body(name="Anderes").scope))) == []
    assert list(papers(PUBLIC)) == []


def test_a_paper_withdrawn_before_the_invitation_is_deleted_with_its_file(
    item: AgendaItem, django_capture_on_commit_callbacks: object
) -> None:
    paper = a_paper(item)
    digest = paper.file.sha256
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert withdraw_paper(actor=CLERK, paper=paper, reason="", now=NOW) is False
    assert (Paper.objects.count(), StoredFile.objects.count()) == (0, 0)
    assert not default_storage.exists(f"{digest[:2]}/{digest}")
    assert AuditEntry.objects.filter(act="governance.paper.remove").count() == 1


def test_after_the_invitation_a_paper_stays_listed_and_those_who_could_read_it_are_told(
    item: AgendaItem,
) -> None:
    closed = a_paper(item, visibility="office", title="Kalkulation")
    send_invitations(actor=SYSTEM, session=item.session, now=NOW)
    OutgoingMail.objects.all().delete()
    with pytest.raises(RuleViolation, match="Schreiben Sie den Grund") as refused:
        withdraw_paper(actor=CLERK, paper=closed, reason=" ", now=NOW)
    assert (refused.value.field, OutgoingMail.objects.count()) == ("reason", 0)
    assert withdraw_paper(actor=CLERK, paper=closed, reason="Zahlen falsch", now=NOW)
    mails = OutgoingMail.objects.order_by("recipient_name").values_list("recipient_name", flat=True)
    assert list(mails) == ["Karl Winter", "Katrin Kaiser"]
    assert "Kalkulation" in OutgoingMail.objects.order_by("pk")[0].body
    closed.refresh_from_db()
    assert (closed.withdrawn_at, closed.withdraw_reason) == (NOW, "Zahlen falsch")
    with pytest.raises(RuleViolation, match="schon zurückgezogen"):
        withdraw_paper(actor=CLERK, paper=closed, reason="noch einmal", now=NOW)


def test_changing_a_paper_keeps_it_within_the_item(item: AgendaItem) -> None:
    paper = a_paper(item)
    changed = change_paper(actor=CLERK, paper=paper, version=1, title="Neu", visibility="office", now=NOW)
    assert (changed.title, changed.visibility, changed.version) == ("Neu", "office", 2)
    with pytest.raises(RuleViolation, match="nie weiter sichtbar"):
        change_paper(actor=CLERK, paper=paper, version=2, title="Neu", visibility="public", now=NOW)


def test_a_note_is_seen_by_its_author_alone_and_told_nowhere(item: AgendaItem) -> None:
    body = item.session.body
    weber, wolf = actor_of(member(body, "Weber")), actor_of(member(body, "Wolf"))
    before = AuditEntry.objects.count()
    write_note(actor=weber, item=item, text=" Nachfragen ", now=NOW)
    assert [note.text for note in notes(weber)] == ["Nachfragen"]
    assert [list(notes(other)) for other in (wolf, CLERK, PUBLIC, SYSTEM)] == [[], [], [], []]
    assert AuditEntry.objects.count() == before
    write_note(actor=weber, item=item, text="", now=NOW)
    assert ItemNote.objects.count() == 0


def test_nobody_notes_on_what_is_not_to_be_read(item: AgendaItem) -> None:
    closed = an_item(item.session, "Personal", visibility="office")
    with pytest.raises(NotAllowed):
        write_note(actor=actor_of(member(item.session.body, "Weber")), item=closed, text="x", now=NOW)
    assert ItemNote.objects.count() == 0


def test_publishing_shows_public_items_and_papers_only(item: AgendaItem) -> None:
    session = item.session
    open_item = an_item(session, "Ganztag", visibility="public")
    shown = a_paper(open_item, visibility="public")
    of_network, of_body = a_paper(open_item, visibility="network"), a_paper(open_item)
    with pytest.raises(RuleViolation, match="sobald die Einladung versendet ist"):
        publish_session(actor=CLERK, session=session, now=NOW)
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    assert list(published_papers(PUBLIC)) == []
    publish_session(actor=CLERK, session=session, now=NOW)
    assert list(published_papers(PUBLIC)) == [shown]
    assert list(published_papers(an_actor("partner"))) == [shown, of_network]
    assert of_body not in published_papers(an_actor("head"))
    withdraw_paper(actor=CLERK, paper=shown, reason="falsch", now=NOW)
    assert list(published_papers(PUBLIC)) == []


def test_nothing_public_nothing_to_publish_and_back_again_with_a_reason(item: AgendaItem) -> None:
    session = item.session
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    with pytest.raises(RuleViolation, match="Kein Punkt dieser Sitzung ist öffentlich"):
        publish_session(actor=CLERK, session=session, now=NOW)
    an_item(session, "Ganztag", visibility="public")
    with pytest.raises(NotAllowed):
        publish_session(actor=an_actor("member", session.body.scope), session=session, now=NOW)
    publish_session(actor=CLERK, session=session, now=NOW)
    assert list(published_sessions()) == [session]
    with pytest.raises(RuleViolation, match="Schreiben Sie den Grund"):
        unpublish_session(actor=CLERK, session=session, reason=" ", now=NOW)
    unpublish_session(actor=CLERK, session=session, reason="versehentlich", now=NOW)
    assert list(published_sessions()) == []
