"""Reminders three months before a mandate ends: once, to the holder and to the secretariat."""

from datetime import date, timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.models import Body, Mandate
from bildungsnetz.governance.services.mandate_reminders import remind_of_ending_mandates
from bildungsnetz.governance.services.mandates import end_mandate
from bildungsnetz.governance.services.rotations import plan_rotation
from tests.governance import build
from tests.sign_in import a_user_with

pytestmark = pytest.mark.django_db
IN_THREE_MONTHS = build.TODAY + timedelta(days=92)


def mails() -> list[tuple[str, str]]:
    return sorted(OutgoingMail.objects.values_list("recipient_name", "subject"))


def test_holder_and_secretariat_are_reminded_once() -> None:
    a_user_with("clerk")
    body = build.a_body()
    build.a_mandate(body, "kreis", build.a_person("Kaiser", "Katrin"), ends_on=IN_THREE_MONTHS)
    build.a_mandate(body, "staedte", build.a_person("Stadler"), ends_on=IN_THREE_MONTHS + timedelta(days=1))
    build.a_mandate(body, "schulaufsicht", build.a_person("Winter"))
    assert remind_of_ending_mandates(build.NOW) == "1 Mandat endet bald; daran ist erinnert."
    assert mails() == [
        ("Katrin Kaiser", "Mandat endet am 04.06.2026: Lenkungskreis"),
        ("Konto clerk", "Mandate, die in den nächsten drei Monaten enden"),
    ]
    bodies = " ".join(OutgoingMail.objects.order_by("pk").values_list("body", flat=True))
    assert "Do., 04.06.2026: Katrin Kaiser, Lenkungskreis, Kreis" in bodies
    assert remind_of_ending_mandates(build.NOW) == "Kein Mandat endet bald."
    assert OutgoingMail.objects.count() == 2
    assert AuditEntry.objects.filter(act="governance.mandate.remind").count() == 1


def test_a_new_end_is_a_new_reminder() -> None:
    body = build.a_body()
    mandate = build.a_mandate(body, "kreis", ends_on=IN_THREE_MONTHS)
    remind_of_ending_mandates(build.NOW)
    end_mandate(actor=SYSTEM, mandate=mandate, ends_on=date(2026, 4, 30), now=build.NOW)
    remind_of_ending_mandates(build.NOW)
    assert [subject for _name, subject in mails()] == [
        "Mandat endet am 04.06.2026: Lenkungskreis", "Mandat endet am 30.04.2026: Lenkungskreis",
    ]  # fmt: skip


def test_nobody_is_reminded_for_a_body_that_rests_or_without_address() -> None:
    body, other = build.a_body(), build.a_body("working_group")
    Body.objects.filter(pk=body.pk).update(is_active=False)
    build.a_mandate(body, "kreis", ends_on=IN_THREE_MONTHS)
    silent = build.a_person("Still")
    silent.email = ""
    silent.save()
    build.a_mandate(other, "mitglieder", silent, ends_on=IN_THREE_MONTHS)
    remind_of_ending_mandates(build.NOW)
    assert OutgoingMail.objects.count() == 0
    assert Mandate.objects.get(person=silent).reminded_on == build.TODAY


def test_on_a_rotating_seat_both_are_told_at_the_handover() -> None:
    body = build.a_body()
    people = [build.a_person("Haan", "Hanna"), build.a_person("Hilden", "Hilda")]
    plan_rotation(
        actor=SYSTEM, seat_rule=build.seat(body, "staedte"), people=people, starts_on=date(2025, 5, 1), months=12,
        until=date(2027, 4, 30), handover_days=30, now=build.NOW,
    )  # fmt: skip
    remind_of_ending_mandates(build.NOW)
    assert mails() == []
    remind_of_ending_mandates(build.NOW + timedelta(days=27))
    assert [name for name, _subject in mails()] == ["Hanna Haan", "Hilda Hilden"]
    assert (
        "Wechsel am Fr., 01.05.2026: auf Hanna Haan folgt Hilda Hilden." in OutgoingMail.objects.all()[0].body
    )
