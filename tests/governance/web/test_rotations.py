"""Pages of rotating seats and nomination letters."""

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import Mandate, NominationLetter
from tests.governance import build
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def text(client: Client, route: str, *args: object) -> str:
    answer = client.get(reverse(f"governance:{route}", args=args))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_planning_the_calendar_and_swapping(clerk: Client) -> None:
    body = build.a_body()
    row = build.seat(body, "staedte")
    assert "Kein Sitz wechselt" in text(clerk, "rotations", body.pk)
    haan, hilden, velbert = (build.a_person(name) for name in ("Haan", "Hilden", "Velbert"))
    text(clerk, "rotation-new", row.pk)
    typed = {"person_1": haan.pk, "person_2": haan.pk, "starts_on": "2026-01-01", "months": 12, "until": "2028-12-31",
             "handover_days": 30}  # fmt: skip
    refused = clerk.post(reverse("governance:rotation-new", args=[row.pk]), typed)
    assert dict(refused.context["form"].errors) == {
        "__all__": ["Jede Person steht einmal in der Reihenfolge."]
    }
    typed = {**typed, "person_2": hilden.pk, "person_3": velbert.pk}
    assert clerk.post(reverse("governance:rotation-new", args=[row.pk]), typed).status_code == 302
    page = text(clerk, "rotations", body.pk)
    assert page.index("Petra Haan") < page.index("Petra Hilden") < page.index("Petra Velbert")
    assert "01.01.2026 bis 31.12.2026" in page
    assert page.count("an der Reihe") >= 1
    second, third = Mandate.objects.order_by("starts_on")[1:]
    text(clerk, "rotation-swap", second.pk)
    answer = clerk.post(reverse("governance:rotation-swap", args=[second.pk]), {"other": third.pk})
    assert answer.status_code == 302
    page = text(clerk, "rotations", body.pk)
    assert page.index("Petra Velbert") < page.index("Petra Hilden")


def test_members_see_the_calendar_and_do_not_plan(client: Client) -> None:
    body = build.a_steering_body()
    client.force_login(build.member(body, "Lang").user)
    text(client, "rotations", body.pk)
    row = build.seat(body, "staedte")
    assert client.get(reverse("governance:rotation-new", args=[row.pk])).status_code == 403
    assert client.get(reverse("governance:nomination-letter", args=[row.pk])).status_code == 403


def test_a_letter_from_the_open_seat_to_the_file(clerk: Client) -> None:
    body = build.a_body()
    row = build.seat(body, "kreis")
    assert reverse("governance:nomination-letter", args=[row.pk]) in text(clerk, "open-seats")
    form = clerk.get(reverse("governance:nomination-letter", args=[row.pk])).context["form"]
    typed = {**form.initial, "reply_by": f"{form.initial['reply_by']:%Y-%m-%d}"}
    assert clerk.post(reverse("governance:nomination-letter", args=[row.pk]), typed).status_code == 302
    letter = NominationLetter.objects.get()
    assert "Schreiben vom Mi., 04.03.2026 (PDF)" in text(clerk, "nomination-letter", row.pk)
    file = clerk.get(reverse("governance:nomination-file", args=[letter.pk]))
    assert (file["Content-Type"], file.content[:5]) == ("application/pdf", b"%PDF-")
