"""What leaves as a file arrives as it was, and never as a formula."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import BadRequest
from django.test import RequestFactory
from django.utils.translation import gettext_lazy
from python_calamine import CalamineWorkbook

from bildungsnetz.core.exports import Cell, Table, answer, as_csv, as_xlsx

TABLE = Table(
    "Träger & Schulen: Stand [2026]",
    ["Name", gettext_lazy("ja"), "Tag", "Zeit", "Zahl", "Betrag"],
    [
        [
            'Schule "Am See", Haan',
            True,
            date(2026, 3, 4),
            datetime(2026, 3, 4, 14, tzinfo=UTC),
            -3,
            Decimal("1.50"),
        ],
        ["Zwei\nZeilen", False, None, None, 0, 2.25],
    ],
)


def rows_of(content: bytes) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return book.get_sheet_by_index(0).to_python()


def test_csv_follows_the_rfc() -> None:
    assert as_csv(TABLE).decode() == (
        "Name,ja,Tag,Zeit,Zahl,Betrag\r\n"
        '"Schule ""Am See"", Haan",ja,2026-03-04,2026-03-04 15:00,-3,1.50\r\n'
        '"Zwei\nZeilen",nein,,,0,2.25\r\n'
    )


def test_xlsx_is_typed() -> None:
    assert rows_of(as_xlsx(TABLE)) == [
        ["Name", "ja", "Tag", "Zeit", "Zahl", "Betrag"],
        [
            'Schule "Am See", Haan',
            "ja",
            date(2026, 3, 4),
            datetime.fromisoformat("2026-03-04 15:00"),
            -3,
            1.5,
        ],
        ["Zwei\nZeilen", "nein", "", "", 0, 2.25],
    ]


def test_sheet_is_named_after_the_title() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(as_xlsx(TABLE)))
    assert book.sheet_names == ["Träger & Schulen  Stand  2026"]


@pytest.mark.parametrize("title", ["", "???", "'''", "x" * 50])
def test_any_title_gives_a_readable_file(title: str) -> None:
    assert rows_of(as_xlsx(Table(title, ["a"], [["b"]]))) == [["a"], ["b"]]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+SUM(A1)", "'+SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("@cmd", "'@cmd"),
        ("\t=1", "'\t=1"),
        ("+49 2104 99-0", "'+49 2104 99-0"),
        ("-3,5", '"-3,5"'),
        ("-17", "-17"),
        (-17, "-17"),
        ("a=b", "a=b"),
    ],
)
def test_formulas_are_neutralised_in_csv(cell: Cell, written: str) -> None:
    assert as_csv(Table("t", ["c"], [[cell]])).decode() == f"c\r\n{written}\r\n"


@pytest.mark.parametrize("text", ["\r=1", "\n=1"])
def test_line_breaks_do_not_hide_a_formula(text: str) -> None:
    assert as_csv(Table("t", ["c"], [[text]])).decode() == f'c\r\n"\'{text}"\r\n'


def test_heads_are_neutralised_too() -> None:
    assert as_csv(Table("t", ["=A1"], [])) == b"'=A1\r\n"


@pytest.mark.parametrize("text", ["=1+1", "https://example.org", "0158", "x" * 40_000])
def test_xlsx_keeps_text_as_text(text: str) -> None:
    assert rows_of(as_xlsx(Table("t", ["c"], [[text]]))) == [["c"], [text[:32_767]]]


@pytest.mark.parametrize(
    ("address", "content_type", "name"),
    [
        (
            "/?format=xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "traeger-schulen-stand-2026.xlsx",
        ),
        ("/?format=csv", "text/csv; charset=utf-8; header=present", "traeger-schulen-stand-2026.csv"),
    ],
)
def test_answer_is_a_file_with_a_name(rf: RequestFactory, address: str, content_type: str, name: str) -> None:
    response = answer(rf.get(address), TABLE)
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response["Cache-Control"] == "private, no-store"


def test_xlsx_unless_asked_otherwise(rf: RequestFactory) -> None:
    assert rows_of(answer(rf.get("/"), TABLE).content)[0][0] == "Name"


def test_another_format_is_refused(rf: RequestFactory) -> None:
    with pytest.raises(BadRequest):
        answer(rf.get("/?format=exe"), TABLE)
