"""Documents with their days, yearly reports, guests for a topic."""

from datetime import date

import pytest

from bildungsnetz.core import files
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, StoredFile
from bildungsnetz.governance.models import Body, BodyDocument, TopicGuest, YearlyReport
from bildungsnetz.governance.selectors import body_basis as reads
from bildungsnetz.governance.services import body_basis as acts
from tests.governance import build

pytestmark = pytest.mark.django_db
UPLOAD = ("Geschäftsordnung.txt", "§ 1 Aufgaben".encode())


def a_document(body: Body, kind: str, valid_from: date, **facts: object) -> BodyDocument:
    wanted = {"upload": UPLOAD, "now": build.NOW, **facts}
    return acts.add_document(actor=SYSTEM, body=body, kind=kind, valid_from=valid_from, **wanted)  # type: ignore[arg-type]


def test_a_version_is_in_force_until_the_next_one() -> None:
    body = build.a_body()
    old = a_document(body, "rules", date(2020, 1, 1))
    new = a_document(body, "rules", date(2026, 4, 1), note="Frist für Unterlagen")
    assert files.read(old.file) == "§ 1 Aufgaben".encode()
    for on, expected in (
        (date(2019, 12, 31), []), (date(2026, 3, 31), [old]), (date(2026, 4, 1), [new]),
    ):  # fmt: skip
        assert reads.documents_in_force(SYSTEM, body, on) == expected
        lines = reads.document_lines(SYSTEM, body, on)
        assert [line.document for line in lines if line.is_in_force] == expected


def test_a_working_group_works_on_the_contract_of_the_body_above() -> None:
    above = build.a_body()
    contract = a_document(above, "contract", date(2013, 11, 19))
    a_document(above, "rules", date(2020, 1, 1))
    below = build.a_body("working_group", parent=above)
    own = a_document(below, "rules", date(2025, 1, 1))
    assert reads.documents_in_force(SYSTEM, below, build.TODAY) == [contract, own]


def test_a_document_that_is_refused_leaves_nothing() -> None:
    body = build.a_body()
    a_document(body, "rules", build.TODAY)
    with pytest.raises(RuleViolation, match="schon eine Fassung"):
        a_document(body, "rules", build.TODAY)
    with pytest.raises(RuleViolation, match="nicht angenommen"):
        a_document(body, "contract", build.TODAY, upload=("x.exe", b"MZ"))
    with pytest.raises(NotAllowed):
        acts.add_document(
            actor=build.an_actor("member", body.scope), body=body, kind="contract", valid_from=build.TODAY,
            upload=UPLOAD, now=build.NOW,
        )  # fmt: skip
    assert (BodyDocument.objects.count(), StoredFile.objects.count()) == (1, 1)
    assert AuditEntry.objects.filter(act="governance.document.add").count() == 1


def test_a_missing_report_is_seen_until_it_is_given() -> None:
    body = build.a_body("working_group")
    Body.objects.filter(pk=body.pk).update(report_first_due_on=date(2024, 7, 31))
    clerk = build.an_actor("clerk")
    assert reads.reports_to_give(clerk, build.TODAY) == [reads.OwedReport(body, date(2024, 7, 31), 2)]
    assert reads.reports_to_give(build.an_actor("member", body.scope), build.TODAY) == []
    chair = build.an_actor("co_chair", body.scope)
    acts.give_yearly_report(actor=chair, body=body, due_on=date(2024, 7, 31), text="Getan", now=build.NOW)
    assert reads.reports_to_give(clerk, build.TODAY) == [reads.OwedReport(body, date(2025, 7, 31), 1)]
    acts.give_yearly_report(actor=chair, body=body, due_on=date(2025, 7, 31), text="Getan", now=build.NOW)
    assert reads.reports_to_give(clerk, date(2026, 6, 30)) == []
    assert reads.reports_to_give(clerk, date(2026, 7, 1)) == [reads.OwedReport(body, date(2026, 7, 31), 0)]


@pytest.mark.parametrize(
    ("due_on", "match"), [(date(2024, 7, 30), "keinen Bericht"), (date(2024, 7, 31), "liegt")]
)
def test_only_a_report_that_is_owed_and_only_once(due_on: date, match: str) -> None:
    body = build.a_body("working_group")
    Body.objects.filter(pk=body.pk).update(report_first_due_on=date(2024, 7, 31))
    wanted = {"actor": SYSTEM, "body": body, "text": "Getan", "now": build.NOW}
    acts.give_yearly_report(**wanted, due_on=date(2024, 7, 31))  # type: ignore[arg-type]
    with pytest.raises(RuleViolation, match=match):
        acts.give_yearly_report(**wanted, due_on=due_on)  # type: ignore[arg-type]
    assert YearlyReport.objects.count() == 1


def test_a_guest_for_a_topic() -> None:
    body, person = build.a_body(), build.a_person("Gast", "Greta")
    wanted = {"actor": build.an_actor("clerk"), "body": body, "person": person, "topic": "Inklusion"}
    guest = acts.set_topic_guest(**wanted, starts_on=build.TODAY, now=build.NOW)  # type: ignore[arg-type]
    with pytest.raises(RuleViolation, match="schon als Gast"):
        acts.set_topic_guest(**wanted, starts_on=build.TODAY, now=build.NOW)  # type: ignore[arg-type]
    acts.end_topic_guest(actor=SYSTEM, guest=guest, ends_on=date(2026, 6, 30), now=build.NOW)
    assert list(reads.topic_guests_on(body, date(2026, 6, 30))) == [guest]
    assert list(reads.topic_guests_on(body, date(2026, 7, 1))) == []
    with pytest.raises(NotAllowed):
        acts.end_topic_guest(
            actor=build.an_actor("member", body.scope), guest=guest, ends_on=build.TODAY, now=build.NOW
        )
    assert TopicGuest.objects.get().ends_on == date(2026, 6, 30)
