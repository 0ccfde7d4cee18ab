"""Nomination letters: kept, set as an accessible letter, the same bytes each time."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pdfua
import pytest
from pypdf import PdfReader

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.models import Body, NominationLetter
from bildungsnetz.governance.selectors.mandates import letters
from bildungsnetz.governance.selectors.vacancies import letter_start
from bildungsnetz.governance.services.nominations import letter_pdf, write_nomination_letter
from tests.governance import build

pytestmark = pytest.mark.django_db


def a_letter(body: Body, **facts: object) -> NominationLetter:
    wanted = {
        "actor": SYSTEM, "people": 2, "reason": "Der Sitz ist zurzeit nicht besetzt.",
        "address": "Konferenz der Schulleitungen\n\n  Frau Muster \nSchulstraße 1\n40822 Mettmann",
        "greeting": "Sehr geehrte Frau Muster", "reply_by": date(2026, 4, 1), "signed_by": "Petra Sommer",
        "now": build.NOW,
    }  # fmt: skip
    return write_nomination_letter(seat_rule=build.seat(body, "schulleitungen"), **{**wanted, **facts})  # type: ignore[arg-type]


def test_the_letter_says_what_is_asked_for(tmp_path: Path) -> None:
    letter = a_letter(build.a_body())
    content = letter_pdf(letter)
    assert letter_pdf(NominationLetter.objects.get()) == content
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    report = pdfua.validate(str(path))
    assert [(finding.rule_id, finding.message) for finding in report.findings] == []
    said = " ".join(PdfReader(BytesIO(content)).pages[0].extract_text().split())
    for words in (
        "Konferenz der Schulleitungen Frau Muster Schulstraße 1 40822 Mettmann",
        "Bitte um Benennung: Lenkungskreis", "Sehr geehrte Frau Muster,", "2 Personen", "Mi., 01.04.2026",
        "Schulleitungen (Sprecherinnen und Sprecher)", "stimmberechtigt; Konsens der Seiten", "Petra Sommer",
    ):  # fmt: skip
        assert words in said


def test_what_a_letter_starts_with() -> None:
    body = build.a_body()
    row = build.seat(body, "kreis")
    assert letter_start(row, on=build.TODAY) == {
        "people": 1, "reason": "Der Sitz ist zurzeit nicht besetzt.", "address": "Landrätin oder Landrat",
        "greeting": "Sehr geehrte Damen und Herren",
    }  # fmt: skip
    build.a_mandate(
        body, "kreis", build.a_person("Kaiser", "Katrin"), ends_on=build.TODAY + timedelta(days=30)
    )
    assert letter_start(row, on=build.TODAY)["reason"] == (
        "Das Mandat endet demnächst: Katrin Kaiser (03.04.2026)."
    )
    a_letter(body, address="Schulen\nPostfach 1", greeting="Guten Tag")
    start = letter_start(build.seat(body, "schulleitungen"), on=build.TODAY)
    assert (start["people"], start["address"], start["greeting"]) == (2, "Schulen\nPostfach 1", "Guten Tag")


def test_only_the_secretariat_writes_and_reads_letters() -> None:
    body = build.a_body()
    member = build.an_actor("member", body.scope)
    with pytest.raises(NotAllowed):
        a_letter(body, actor=member)
    with pytest.raises(RuleViolation, match="schon vorbei"):
        a_letter(body, reply_by=date(2026, 3, 3))
    assert (
        NominationLetter.objects.count(),
        AuditEntry.objects.filter(act="governance.nomination.write").count(),
    ) == (0, 0)
    letter = a_letter(body)
    assert list(letters(member)) == []
    assert list(letters(build.an_actor("clerk"))) == [letter]
