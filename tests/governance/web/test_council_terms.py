"""The pages on which a council term is put right or taken out, and what other pages now show."""

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.domain.decision_links import LinkKind
from bildungsnetz.governance.models import CouncilTerm
from bildungsnetz.governance.services.decision_links import link_decision
from tests.governance import build, results
from tests.governance.services.test_council_terms import CLERK, enter
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


def test_edit_and_remove(client: Client) -> None:
    term = enter(build.a_steering_body())
    signed_in(client, "clerk")
    listed = client.get(reverse("governance:body-numbering", args=[term.body_id])).content.decode()
    assert ("XVII berichtigen" in listed, "XVII entfernen" in listed) == (True, True)
    edit, remove = (reverse(f"governance:term-{act}", args=[term.pk]) for act in ("edit", "remove"))
    assert client.get(edit).status_code == 200
    wrong = client.post(edit, {"label": "X V", "starts_on": "2025-11-01", "ends_on": "2030-10-31"})
    assert list(wrong.context["form"].errors) == ["label"]
    client.post(edit, {"label": "XVIII", "starts_on": "2025-11-01", "ends_on": "2030-10-31"})
    assert CouncilTerm.objects.get().label == "XVIII"
    assert client.get(remove).status_code == 200
    assert CouncilTerm.objects.count() == 1
    client.post(remove)
    assert CouncilTerm.objects.count() == 0


def test_the_list_of_decisions_says_which_overtook_which(client: Client) -> None:
    session = results.a_running_session()
    earlier, later = results.a_decision(session, "Alt"), results.a_decision(session, "Neu")
    link_decision(actor=CLERK, decision=later, earlier=earlier, kind=LinkKind.SUPERSEDES, now=results.STARTS)
    signed_in(client, "clerk")
    page = " ".join(client.get(reverse("governance:decisions")).content.decode().split())
    assert f'Ersetzt durch <a href="/beschluesse/{later.pk}/">2/2026</a>' in page
    assert page.count("Ersetzt durch") == 1


def test_the_room_links_the_minutes_before(client: Client) -> None:
    body = build.a_steering_body()
    first = results.hold(results.a_running_session(body))
    second = build.a_session(body)
    item = second.items.get(fixed="previous_minutes")
    signed_in(client, "clerk")
    room = client.get(reverse("governance:session-room", args=[second.pk]), {"punkt": item.pk})
    assert reverse("governance:minutes", args=[first.pk]) in room.content.decode()
