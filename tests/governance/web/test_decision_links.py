"""Pages: connecting decisions, the excerpt, how a body counts, and checking a paper."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from bildungsnetz.core.web.public_forms import new_mark
from bildungsnetz.governance.models import Body, DecisionLink
from bildungsnetz.governance.selectors.minutes import stored_excerpt, stored_file
from tests.governance import results
from tests.governance.web.test_minutes import sign_in_member
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
CHECK = "governance:paper-check"


def test_connecting_and_undoing(client: Client) -> None:
    session = results.a_running_session()
    earlier, later = results.a_decision(session, "Alt"), results.a_decision(session, "Neu")
    signed_in(client, "clerk")
    where = reverse("governance:decision-link", args=[later.pk])
    page = client.post(where, {"kind": "supersedes", "earlier": earlier.pk}, follow=True).content.decode()
    assert "Ersetzt:" in page
    assert "Verbindung zu Beschluss 1/2026 lösen" in page
    old = client.get(reverse("governance:decision", args=[earlier.pk])).content.decode()
    assert "Ersetzt durch" in old
    assert "ersetzt" in client.get(reverse("governance:decisions")).content.decode()
    client.post(reverse("governance:decision-unlink", args=[DecisionLink.objects.get().pk]))
    assert DecisionLink.objects.count() == 0


def test_the_excerpt_is_a_tagged_pdf_with_everything_that_counts(client: Client) -> None:
    decision = results.a_decision(results.a_running_session())
    sign_in_member(client, decision.item.session, "Weber")
    answer = client.get(reverse("governance:decision-pdf", args=[decision.pk]))
    reader = PdfReader(BytesIO(b"".join(answer.streaming_content)))
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert results.WORDING in text
    assert all(
        word in text for word in ("Beschlussauszug 1/2026", "beschlossen", "Karl Winter", "Katrin Kaiser")
    )
    assert "Das Protokoll dieser Sitzung ist noch nicht genehmigt." in text
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a boolean object of the file
    assert answer.headers["Content-Disposition"].endswith('"beschlussauszug-lenkungskreis-1-2026.pdf"')


def test_how_a_body_counts(client: Client) -> None:
    body = results.build.a_steering_body()
    signed_in(client, "clerk")
    where = reverse("governance:body-numbering", args=[body.pk])
    refused = client.post(where, {"numbering": "council_term"})
    assert "Tragen Sie zuerst eine Wahlperiode ein." in refused.content.decode()
    client.post(where, {"label": "XVII", "starts_on": "2025-11-01", "ends_on": "2030-10-31"})
    client.post(where, {"numbering": "council_term"})
    assert Body.objects.get(pk=body.pk).numbering == "council_term"
    assert "XVII" in client.get(where).content.decode()


def asked(client: Client, **said: object) -> str:
    data = {"mark": new_mark(), **said}
    return " ".join(client.post(reverse(CHECK), data).content.decode().split())


def test_anybody_can_check_the_paper(client: Client) -> None:
    minutes = results.approved()
    for paper, word in (
        (stored_file(minutes), "Protokoll Lenkungskreis, 1. Sitzung,"),
        (stored_excerpt(minutes), "(Auszug)"),
    ):
        page = asked(client, file=SimpleUploadedFile("p.pdf", paper))
        assert "Ja, diese Datei ist unverändert." in page
        assert word in page
    printed = " ".join(minutes.content_hash[start : start + 8] for start in range(0, 64, 8))
    assert "Ja, dieser Wortlaut ist genehmigt." in asked(client, digits=printed)
    assert client.cookies == {}


def test_a_changed_file_a_draft_and_nonsense_are_no_paper_of_ours(client: Client) -> None:
    draft = results.a_draft()
    no = "Zu dieser Prüfsumme gibt es kein genehmigtes Protokoll."
    assert no in asked(client, file=SimpleUploadedFile("p.pdf", b"%PDF-1.7 changed"))
    assert no in asked(client, digits=draft.content_hash)
    assert "schreiben Sie alle 64 Zeichen der Prüfsumme" in asked(client, digits="12ab")
