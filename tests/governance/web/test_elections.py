"""Pages of elections, the ballot and the folder for new members."""

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import Ballot, Election, Mandate, Voter
from tests.governance import build
from tests.governance.services.test_elections import a_head, an_open_election, links
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


def text(client: Client, route: str, *args: object) -> str:
    answer = client.get(reverse(f"governance:{route}", args=args))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def post(client: Client, route: str, *args: object, **typed: object) -> None:
    answer = client.post(reverse(f"governance:{route}", args=args), typed)
    assert answer.status_code == 302, answer.context["form"].errors


def test_an_election_from_the_seat_to_the_result(client: Client) -> None:
    signed_in(client, "clerk")
    body, head = build.a_body(), a_head("Adam")
    a_head("Bock")
    row = build.seat(body, "schulleitungen")
    assert "Noch keine Wahl" in text(client, "elections")
    text(client, "election-new", row.pk)
    post(
        client, "election-new", row.pk, title="Sprecherin", school_form="02", places=1, closes_on="2026-03-20",
        mandate_from="2026-04-01", led_by="Petra Sommer", person_1=head.pk,
    )  # fmt: skip
    election = Election.objects.get()
    assert "Schule Bock: Petra Bock" in text(client, "election", election.pk)
    assert "2 Personen bekommen jetzt eine Mail" in text(client, "election-open", election.pk)
    assert Voter.objects.count() == 0
    post(client, "election-open", election.pk)
    for token in links().values():
        post(Client(), "vote", token, choices=[election.candidates.get().pk])
    page = text(client, "election", election.pk)
    assert page.count("hat gewählt") == 2
    text(client, "election-count", election.pk)
    post(client, "election-count", election.pk)
    assert "2 Stimmen" in text(client, "election", election.pk)
    text(client, "election-settle", election.pk)
    post(client, "election-settle", election.pk)
    assert Mandate.objects.get().person == head
    assert "2 von 2" in text(client, "elections")
    file = client.get(reverse("governance:election-protocol", args=[election.pk]))
    assert (file["Content-Type"], file.content[:5]) == ("application/pdf", b"%PDF-")


def test_looking_at_the_ballot_changes_nothing_and_voting_twice_is_refused() -> None:
    election, _heads = an_open_election()
    token, visitor = links()["Petra Cohn"], Client(enforce_csrf_checks=True)
    page = text(visitor, "vote", token)
    assert "Petra Adam" in page
    assert (Ballot.objects.count(), visitor.cookies) == (0, {})
    both = [row.pk for row in election.candidates.order_by("pk")]
    refused = visitor.post(reverse("governance:vote", args=[token]), {"choices": both})
    assert "Sie haben zu viele Personen gewählt." in refused.content.decode()
    post(visitor, "vote", token, choices=both[:1])
    again = visitor.get(reverse("governance:vote", args=[token]))
    assert (again.status_code, "Danke für Ihre Stimme" in again.content.decode()) == (410, True)
    assert visitor.post(reverse("governance:vote", args=[token]), {"choices": both[1:]}).status_code == 410
    assert visitor.get(reverse("governance:vote", args=["x" * 43])).status_code == 410
    assert Ballot.objects.count() == 1


def test_members_run_no_elections(client: Client) -> None:
    election, _heads = an_open_election()
    signed_in(client, "member", scope=election.seat_rule.body.scope)
    assert client.get(reverse("governance:elections")).status_code == 403
    assert client.get(reverse("governance:election", args=[election.pk])).status_code == 403


def test_the_folder_is_for_those_who_see_the_body(client: Client) -> None:
    body = build.a_steering_body()
    client.force_login(build.member(body, "Lang").user)
    file = client.get(reverse("governance:body-dossier", args=[body.pk]))
    assert (file["Content-Type"], file.content[:5]) == ("application/pdf", b"%PDF-")
    assert reverse("governance:body-dossier", args=[body.pk]) in text(client, "body", body.pk)
    other = build.a_body("working_group")
    assert client.get(reverse("governance:body-dossier", args=[other.pk])).status_code == 404
