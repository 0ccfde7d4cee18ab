"""The whole session as one PDF and as a ZIP."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
import typst
from pypdf import PdfReader, PdfWriter

from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.governance.exchange.bundle import session_bundle
from bildungsnetz.governance.exchange.session_document import session_document
from bildungsnetz.governance.models import Paper, Session
from bildungsnetz.governance.selectors.agenda import agenda_of
from bildungsnetz.governance.selectors.papers import papers_to_take
from bildungsnetz.governance.services.invitations import send_invitations
from bildungsnetz.governance.services.notes import write_note
from bildungsnetz.governance.services.papers import add_paper, withdraw_paper
from tests.governance import build
from tests.governance.build import NOW, actor_of, member

pytestmark = pytest.mark.django_db
TWO_PAGES = typst.compile(b"= Ziele\nErstes\n#pagebreak()\n= Kosten\nZweites")


def a_paper(
    item: build.AgendaItem, content: bytes = TWO_PAGES, name: str = "Plan.pdf", **facts: object
) -> Paper:
    return add_paper(actor=SYSTEM, item=item, name=name, content=content, now=NOW, **facts)


def made_for(actor: Actor, session: Session) -> PdfReader:
    items = [item for item in agenda_of(actor, session) if item.number]
    content = session_document(session, items, papers_to_take(actor, session), reader=actor.name)
    return PdfReader(BytesIO(content))


def bookmarks(pdf: PdfReader) -> list[tuple[int, str, int]]:
    """Depth, title and page of every bookmark."""

    def walk(outline: list, depth: int) -> list[tuple[int, str, int]]:
        found = []
        for entry in outline:
            if isinstance(entry, list):
                found += walk(entry, depth + 1)
            else:
                found.append((depth, entry.title, pdf.get_destination_page_number(entry)))
        return found

    return walk(pdf.outline, 0)


@pytest.fixture
def session() -> Session:
    return build.a_session(build.a_steering_body())


def test_papers_lie_behind_the_sheet_of_their_item_with_bookmarks(session: Session) -> None:
    first, second = build.an_item(session, "Ganztag"), build.an_item(session, "Sprache")
    a_paper(first, title="Plan A")
    a_paper(first, title="Plan B")
    a_paper(second, title="Plan C")
    pdf = made_for(SYSTEM, session)
    assert bookmarks(pdf) == [
        (0, "Lenkungskreis, 1. Sitzung", 0),
        (0, "Tagesordnung", 0),
        (0, "TOP 1: Genehmigung der Tagesordnung", 1),
        (0, "TOP 2: Ganztag", 2),
        (1, "Plan A", 3),
        (2, "Ziele", 3),
        (2, "Kosten", 4),
        (1, "Plan B", 5),
        (2, "Ziele", 5),
        (2, "Kosten", 6),
        (0, "TOP 3: Sprache", 7),
        (1, "Plan C", 8),
        (2, "Ziele", 8),
        (2, "Kosten", 9),
        (0, "TOP 4: Nächster Termin", 10),
    ]
    assert len(pdf.pages) == 11
    assert "Zweites" in pdf.pages[6].extract_text()
    assert "TOP 3: Sprache" in pdf.pages[7].extract_text()


def test_own_pages_stay_tagged_and_strange_ones_name_none_of_our_tags(session: Session) -> None:
    a_paper(build.an_item(session, "Ganztag"))
    pdf = made_for(SYSTEM, session)
    assert pdf.root_object["/MarkInfo"]["/Marked"].value is True
    assert pdf.root_object["/Lang"].startswith("de")
    tagged = ["/StructParents" in page for page in pdf.pages]
    assert tagged == [True, True, True, False, False, True]
    assert "/Metadata" not in pdf.root_object


def test_without_files_the_document_is_our_accessible_paper(session: Session) -> None:
    build.an_item(session, "Ganztag")
    pdf = made_for(SYSTEM, session)
    assert b"pdfuaid" in pdf.root_object["/Metadata"].get_data()


def locked() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(TWO_PAGES))
    writer.encrypt("geheim", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Zahlen.csv", b"Ort;Zahl"),
        ("gesperrt.pdf", locked()),
        ("kaputt.pdf", TWO_PAGES[:200]),
    ],
)
def test_what_cannot_be_laid_in_is_named(session: Session, name: str, content: bytes) -> None:
    a_paper(build.an_item(session, "Ganztag"), content=content, name=name, title="Anlage")
    pdf = made_for(SYSTEM, session)
    sheet = " ".join(pdf.pages[2].extract_text().split())
    assert f"Anlage: liegt als Datei „{name}“ vor, nicht in diesem Dokument" in sheet
    assert len(pdf.pages) == 4


def test_each_gets_what_she_may_read(session: Session) -> None:
    body = session.body
    item = build.an_item(session, "Ganztag")
    a_paper(item, title="Offen")
    a_paper(item, title="Rohrdommel", visibility="office")
    a_paper(build.an_item(session, "Zilpzalp", visibility="office"), title="Personal")
    weber = actor_of(member(body, "Weber"))
    write_note(actor=weber, item=item, text="Nachtigall", now=NOW)
    texts = "".join(page.extract_text() for page in made_for(weber, session).pages)
    assert [word in texts for word in ("Offen", "Rohrdommel", "Zilpzalp", "vertraulich", "Nachtigall")] == [
        True,
        False,
        False,
        False,
        False,
    ]
    chair = "".join(page.extract_text() for page in made_for(actor_of(member(body, "Winter")), session).pages)
    assert "Rohrdommel" in chair
    assert "Dieses Dokument enthält vertrauliche Punkte" in chair


def test_the_bundle_holds_page_document_and_files_but_no_withdrawn_one(session: Session) -> None:
    item = build.an_item(session, "Ganztag", summary="Worum es geht <b>")
    a_paper(item, name="../Plan & Kosten.pdf")
    gone = a_paper(item, content=b"alt", name="Alt.txt", title="Rohrdommel")
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    withdraw_paper(actor=SYSTEM, paper=gone, reason="falsch", now=NOW)
    session.refresh_from_db()
    items = [entry for entry in agenda_of(SYSTEM, session) if entry.number]
    content = session_bundle(session, items, papers_to_take(SYSTEM, session), reader="Petra Sommer")
    with ZipFile(BytesIO(content)) as archive:
        assert archive.namelist() == [
            "index.html",
            "stil.css",
            "Gesamtdokument.pdf",
            "unterlagen/TOP-02-01 Plan _ Kosten.pdf",
        ]
        page = archive.read("index.html").decode()
        assert archive.read("unterlagen/TOP-02-01 Plan _ Kosten.pdf") == TWO_PAGES
    assert "unterlagen/TOP-02-01%20Plan%20_%20Kosten.pdf" in page
    assert "Worum es geht &lt;b&gt;" in page
    assert [word in page for word in ("Rohrdommel", "<script", "style=", "http")] == [False] * 4


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_on_the_days_the_clocks_change_the_hours_stay(day: date) -> None:
    session = build.a_session(build.a_steering_body(), on=day)
    build.an_item(session, "Ganztag")
    cover = " ".join(made_for(SYSTEM, session).pages[0].extract_text().split())
    assert f"So., {day:%d.%m.%Y}, 14:00 Uhr" in cover
    assert "16:00 Uhr" in cover
    items = [entry for entry in agenda_of(SYSTEM, session) if entry.number]
    with ZipFile(BytesIO(session_bundle(session, items, {}, reader="x"))) as archive:
        page = archive.read("index.html").decode()
    assert f"So., {day:%d.%m.%Y}, 14:00 Uhr" in page
    assert f"So., {day:%d.%m.%Y}, 16:00 Uhr" in page
