"""The folder for a new member: accessible, complete, and nothing in it that its reader may not see."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pdfua
import pytest
from pypdf import PdfReader, PdfWriter

from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body
from bildungsnetz.governance.services.body_basis import add_document
from bildungsnetz.governance.services.dossier import dossier_pdf
from tests.governance import build, results

pytestmark = pytest.mark.django_db


def said(actor: Actor, body: Body) -> str:
    reader = PdfReader(BytesIO(dossier_pdf(actor, body, build.TODAY)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def a_body_with_a_past() -> Body:
    session = results.a_running_session()
    results.an_item(
        session, "Haushalt geheim", kind=ItemKind.INFORMATION, visibility=Visibility.OFFICE, proposal=""
    )
    results.an_item(session, "Landkarte der Angebote", kind=ItemKind.INFORMATION, proposal="")
    results.approved(results.submitted(results.a_draft(session)))
    body = session.body
    add_document(
        actor=SYSTEM, body=body, kind="rules", valid_from=date(2025, 1, 1),
        upload=("GO.txt", b"x"), text="§ 1 Vorsitz\n\nZwei Personen leiten.", now=build.NOW,
    )  # fmt: skip
    return body


def test_the_folder_holds_everything_and_is_accessible(tmp_path: Path) -> None:
    body = a_body_with_a_past()
    path = tmp_path / "folder.pdf"
    path.write_bytes(dossier_pdf(build.an_actor("head"), body, build.TODAY))
    assert [(finding.rule_id, finding.message) for finding in pdfua.validate(str(path)).findings] == []
    text = said(build.an_actor("head"), body)
    for words in (
        "Mappe für neue Mitglieder", "Geschäftsordnung, gilt ab 01.01.2025", "Zwei Personen leiten.",
        "Karl Winter (Vorsitz)", "Dana Herbst", "Landkarte der Angebote", "Haushalt geheim",
        "Zurzeit läuft kein Auftrag dieses Gremiums.", "Tischvorlage",
    ):  # fmt: skip
        assert words in text
    assert dossier_pdf(build.an_actor("head"), body, build.TODAY) == path.read_bytes()


def test_a_new_member_reads_an_excerpt() -> None:
    body = a_body_with_a_past()
    text = said(build.actor_of(build.member(body, "Lang")), body)
    assert "Landkarte der Angebote" in text
    assert "Auszug mit den Punkten, die Sie lesen dürfen" in text
    assert "Haushalt geheim" not in text


def test_a_body_without_a_past(tmp_path: Path) -> None:
    text = said(build.an_actor("clerk"), build.a_body())
    for words in (
        "Noch ist kein Dokument abgelegt.",
        "An diesem Tag hat niemand ein Mandat.",
        "kein Protokoll genehmigt",
    ):
        assert words in text


def a_pdf(text: str, password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.add_metadata({"/Title": text})
    if password:
        writer.encrypt(password)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def outline_titles(reader: PdfReader) -> list[str]:
    """All bookmarks, whatever their depth."""

    def walk(marks: list[object]) -> list[str]:
        found = []
        for mark in marks:
            found += walk(mark) if isinstance(mark, list) else [str(mark.title)]  # type: ignore[attr-defined]
        return found

    return walk(reader.outline)


@pytest.mark.parametrize(
    ("name", "content", "note", "pages"),
    [
        ("Vertrag.pdf", a_pdf("Vertrag"), "Die Datei liegt hinter diesem Abschnitt (Seiten: 1).", 1),
        (
            "Vertrag.pdf",
            a_pdf("Vertrag", "geheim"),
            "Eigene Anlage: Die Datei ist verschlüsselt oder beschädigt",
            0,
        ),
        ("Vertrag.pdf", b"%PDF-1.7 kaputt", "Eigene Anlage: Die Datei ist verschlüsselt oder beschädigt", 0),
    ],
)
def test_an_uploaded_pdf_is_laid_in_or_named_as_separate(
    name: str, content: bytes, note: str, pages: int
) -> None:
    body = build.a_steering_body()
    before = len(PdfReader(BytesIO(dossier_pdf(SYSTEM, body, build.TODAY))).pages)
    add_document(
        actor=SYSTEM, body=body, kind="contract", valid_from=date(2025, 1, 1), upload=(name, content), text="",
        now=build.NOW,
    )  # fmt: skip
    reader = PdfReader(BytesIO(dossier_pdf(SYSTEM, body, build.TODAY)))
    assert note in said(SYSTEM, body)
    assert len(reader.pages) == before + pages
    assert any(title.endswith(": Vertrag.pdf") for title in outline_titles(reader)) is bool(pages)
