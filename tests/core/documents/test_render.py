from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfua
import pytest
import typst
from pypdf import PdfReader

from bildungsnetz.core.documents import render_pdf
from bildungsnetz.core.documents.render import FONTS

pytestmark = pytest.mark.skipif(not FONTS.is_dir(), reason="fonts come from npm: tools/frontend.py")


def minutes(**changes: Any) -> dict[str, Any]:
    result = {
        "word": "angenommen",
        "text": "Das Bildungsbüro legt eine Landkarte vor.",
        "note": "Frist: 31.05.2027",
    }
    return {
        "dated_on": date(2026, 11, 24),
        "title": "Niederschrift der 14. Sitzung",
        "starts_at": "2026-11-24T14:00",
        "place": "Kreishaus",
        "chairs": ["Dr. Jutta Brandhoff", "Karl Winter"],
        "present": [["Petra Sommer", "Kreis", "ja"], ["Ömer Çelik", "Schulaufsicht", "Vertretung"]],
        "items": [
            {"number": "1", "title": "Sprachförderung", "note": None, "text": ["Bericht."], "result": result}
        ],
    } | changes


def test_a_paper_is_tagged_and_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(render_pdf("core/sample.typ", minutes()))
    report = pdfua.validate(str(path))
    assert [(finding.rule_id, finding.message) for finding in report.findings] == []
    reader = PdfReader(path)
    assert reader.metadata is not None
    assert reader.metadata.title == "Niederschrift der 14. Sitzung"
    assert reader.trailer["/Root"]["/Lang"] == "de-DE"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_text_of_a_paper_can_be_read() -> None:
    text = PdfReader(BytesIO(render_pdf("core/sample.typ", minutes()))).pages[0].extract_text()
    for words in ("Di., 24.11.2026, 14:00 Uhr", "Ömer Çelik", "Beschluss · angenommen", "Seite 1 von 1"):
        assert words in text


def test_the_same_data_give_the_same_bytes() -> None:
    assert render_pdf("core/sample.typ", minutes()) == render_pdf("core/sample.typ", minutes())
    assert render_pdf("core/sample.typ", minutes()) != render_pdf("core/sample.typ", minutes(place="Rathaus"))


def test_text_is_text_and_never_markup() -> None:
    sly = '#panic("x") *fett* $x$ <label> \\ "'
    text = PdfReader(BytesIO(render_pdf("core/sample.typ", minutes(place=sly)))).pages[0].extract_text()
    assert '#panic("x") *fett* $x$ <label>' in text


def test_what_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match="dated_on"):
        render_pdf("core/sample.typ", {})
    with pytest.raises(TypeError, match="dated_on is a str"):
        render_pdf("core/sample.typ", {"dated_on": "2026-11-24"})
    with pytest.raises(FileNotFoundError):
        render_pdf("core/none.typ", {"dated_on": date(2026, 11, 24)})
    with pytest.raises(typst.TypstError):
        render_pdf("core/sample.typ", {"dated_on": date(2026, 11, 24)})
