"""Files people give us: taken when they are what they say, stored once, handed out with the right head."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from bildungsnetz.core import files
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.models import StoredFile

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def a_pdf() -> bytes:
    made, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(made)
    return made.getvalue()


def an_archive() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return made.getvalue()


def bytes_in(folder: Path) -> int:
    return len([path for path in folder.rglob("*") if path.is_file()])


def test_the_same_content_is_stored_once_and_goes_with_its_last_row(
    folder, now, django_capture_on_commit_callbacks
):
    first = files.keep(name="Vorlage.pdf", content=a_pdf(), now=now)
    second = files.keep(name="C:\\Ablage\\Kopie.pdf", content=a_pdf(), now=now)
    assert (second.name, second.content_type, second.size) == ("Kopie.pdf", "application/pdf", len(a_pdf()))
    assert bytes_in(folder) == 1
    with django_capture_on_commit_callbacks(execute=True):
        files.release(first)
    assert files.read(second) == a_pdf()
    with django_capture_on_commit_callbacks(execute=True):
        files.release(second)
    assert (bytes_in(folder), StoredFile.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("leer.pdf", b"", "Die Datei „leer.pdf“ ist leer."),
        ("bild.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "Der Inhalt von „bild.pdf“ passt nicht zur Endung."),
        ("text.docx", b"nur Text", "Der Inhalt von „text.docx“ passt nicht zur Endung."),
        ("daten.csv", b"a;b\0c", "Der Inhalt von „daten.csv“ passt nicht zur Endung."),
        ("programm.exe", b"MZ", "Dateien dieser Art werden nicht angenommen: „programm.exe“."),
        ("seite.html", b"<script>", "Dateien dieser Art werden nicht angenommen: „seite.html“."),
        ("gross.txt", b"a" * (files.MOST_BYTES + 1), "Die Datei „gross.txt“ ist größer als 25 MB."),
    ],
)
def test_what_is_not_taken_is_refused_with_a_reason_and_leaves_nothing(folder, now, name, content, message):
    with pytest.raises(RuleViolation) as refused:
        files.keep(name=name, content=content, now=now)
    assert str(refused.value.message).startswith(message)
    assert (bytes_in(folder), StoredFile.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("name", "content"),
    [("Bericht.PDF", a_pdf()), ("Vorlage.docx", an_archive()), ("Liste.csv", "Straße;Nr\n".encode("cp1252"))],
)
def test_what_is_taken_comes_back_as_it_was(now, name, content):
    assert files.read(files.keep(name=name, content=content, now=now)) == content


@pytest.mark.parametrize(
    ("name", "content", "download", "head"),
    [
        ("Vorlage.pdf", a_pdf(), False, 'inline; filename="Vorlage.pdf"'),
        ("Vorlage.pdf", a_pdf(), True, 'attachment; filename="Vorlage.pdf"'),
        ("Liste.txt", b"eins", False, 'attachment; filename="Liste.txt"'),
        ("Übersicht.txt", b"eins", False, "attachment; filename*=utf-8''%C3%9Cbersicht.txt"),
    ],
)
def test_only_pdf_and_pictures_open_in_place(now, name, content, download, head):
    answer = files.answer(files.keep(name=name, content=content, now=now), download=download)
    assert (answer["Content-Disposition"], answer["X-Content-Type-Options"]) == (head, "nosniff")
