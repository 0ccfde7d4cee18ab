"""Locking a wording after it was read out: the buttons, and what another window is told."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.models import Decision
from bildungsnetz.governance.services.decision_wording import read_out_decision
from bildungsnetz.governance.services.decisions import correct_decision
from tests.governance import build, results
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision() -> Iterator[Decision]:
    with time_machine.travel(results.STARTS, tick=False):
        yield results.a_decision(results.a_running_session())


@pytest.fixture
def clerk(client: Client, decision: Decision) -> Client:
    signed_in(client, "clerk")
    return client


def address(name: str, decision: Decision) -> str:
    return reverse(f"governance:{name}", args=[decision.pk])


def lock(clerk: Client, decision: Decision, seen: str = "") -> str:
    typed = {"do": "read_out", "seen": seen or decision.wording_key}
    return clerk.post(address("decision-wording", decision), typed, follow=True).content.decode()


def correction(decision: Decision, wording: str) -> dict[str, str]:
    typed = {"wording": wording}
    for side, name in (("land", "Winter"), ("kommune", "Kaiser")):
        person = build.member(decision.body, name)
        typed |= {f"position_{side}": "agree", f"stated_by_{side}": str(person.pk)}
    return typed


def test_the_room_shows_the_wording_and_locks_it(clerk: Client, decision: Decision) -> None:
    room = reverse("governance:session-room", args=[decision.item.session_id]) + f"?punkt={decision.item_id}"
    page = clerk.get(room).content.decode()
    assert results.WORDING in page
    assert f'name="seen" value="{decision.wording_key}"' in page
    assert "Der Wortlaut ist verlesen und festgestellt." in lock(clerk, decision)
    assert "Verlesen und festgestellt</span></button>" not in clerk.get(room).content.decode()


def test_what_was_changed_meanwhile_is_not_locked(clerk: Client, decision: Decision) -> None:
    shown = decision.wording_key
    changed = results.both_agree(decision.body, "Ein anderer Wortlaut.")
    correct_decision(actor=SYSTEM, decision=decision, statement=changed, now=results.STARTS)
    page = lock(clerk, decision, seen=shown)
    assert "Der Wortlaut wurde inzwischen an anderer Stelle geändert. Lesen Sie die neue Fassung vor." in page
    decision.refresh_from_db()
    assert decision.read_out_at is None


def test_another_window_is_told_why_it_cannot_save_and_keeps_its_text(
    clerk: Client, decision: Decision
) -> None:
    assert clerk.get(address("decision-correct", decision)).status_code == 200
    read_out_decision(actor=SYSTEM, decision=decision, now=results.STARTS)
    answer = clerk.post(address("decision-correct", decision), correction(decision, "Mein Text."))
    assert answer.context["form"].non_field_errors() == [
        (
            "Der Wortlaut wurde um 16:00 Uhr verlesen und festgestellt. Ihre Änderung ist nicht gespeichert. "
            "Entsperren Sie ihn mit einem Grund, bevor Sie ihn berichtigen."
        )
    ]
    page = answer.content.decode()
    assert "Mein Text." in page
    assert "Dieser Wortlaut ist gesperrt." in page
    decision.refresh_from_db()
    assert decision.wording == results.WORDING


def test_a_locked_wording_is_not_opened_for_correction(clerk: Client, decision: Decision) -> None:
    read_out_decision(actor=SYSTEM, decision=decision, now=results.STARTS)
    answer = clerk.get(address("decision-correct", decision), follow=True)
    assert answer.redirect_chain == [(address("decision", decision) + "#wortlaut", 302)]
    assert "Entsperren Sie ihn hier, bevor Sie ihn berichtigen." in answer.content.decode()


def test_unlocking_asks_for_a_reason(clerk: Client, decision: Decision) -> None:
    read_out_decision(actor=SYSTEM, decision=decision, now=results.STARTS)
    page = clerk.post(address("decision-wording", decision), {"do": "unlock", "reason": ""}, follow=True)
    assert "Schreiben Sie, warum der Wortlaut noch einmal geändert wird." in page.content.decode()
    typed = {"do": "unlock", "reason": "Zahl verwechselt"}
    page = clerk.post(address("decision-wording", decision), typed, follow=True)
    assert "Zuletzt entsperrt, weil: Zahl verwechselt" in page.content.decode()
    assert clerk.get(address("decision-correct", decision)).status_code == 200
