"""Pages of documents, reports, guests and consent, and the public pages."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import Body, NameConsent
from bildungsnetz.network.api import Person
from tests.governance import build
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


def text(client: Client, route: str, *args: object) -> str:
    answer = client.get(reverse(f"governance:{route}", args=args))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def send(client: Client, route: str, *args: object, **typed: object) -> None:
    answer = client.post(reverse(f"governance:{route}", args=args), typed)
    assert answer.status_code == 302, dict(answer.context["form"].errors)


def test_documents_reports_and_guests(client: Client) -> None:
    signed_in(client, "clerk")
    body = build.a_body("working_group", "AG Sprache")
    Body.objects.filter(pk=body.pk).update(report_first_due_on=date(2025, 7, 31))
    empty = text(client, "body-basis", body.pk)
    assert "Noch kein Dokument" in empty
    assert "Der Bericht war am Do., 31.07.2025 fällig." in empty
    file = SimpleUploadedFile("GO.txt", b"Paragraf 1")
    send(
        client,
        "body-document-new",
        body.pk,
        kind="rules",
        valid_from="2026-01-01",
        file=file,
        note="Erste Fassung",
    )
    send(client, "body-report-new", body.pk, due_on="2025-07-31", text="Zwei Fachtage")
    guest = build.a_person("Gast", "Greta")
    send(client, "body-guest-new", body.pk, person=guest.pk, topic="Inklusion", starts_on="2026-03-01")
    page = text(client, "body-basis", body.pk)
    for words in (
        "in Kraft",
        "Erste Fassung",
        "Zwei Fachtage",
        "Der nächste Bericht ist am Fr., 31.07.2026",
        "Greta Gast",
    ):
        assert words in page
    assert "war am" not in page
    document = body.documents.get()
    assert client.get(reverse("governance:document-file", args=[document.pk])).content == b"Paragraf 1"
    send(client, "guest-end", body.topic_guests.get().pk, ends_on="2026-03-31")
    assert "31.03.2026" in text(client, "body-basis", body.pk)


def test_strangers_get_no_document(client: Client) -> None:
    signed_in(client, "clerk")
    body, other = build.a_body(), build.a_body("working_group")
    file = SimpleUploadedFile("GO.txt", b"Paragraf 1")
    send(client, "body-document-new", body.pk, kind="rules", valid_from="2026-01-01", file=file)
    signed_in(client, "member", scope=other.scope)
    for route, pk in (("document-file", body.documents.get().pk), ("body-basis", body.pk)):
        assert client.get(reverse(f"governance:{route}", args=[pk])).status_code == 404


def test_a_member_agrees_and_withdraws(client: Client) -> None:
    body = build.a_steering_body()
    mandate = build.mandate_of(body, "Lang")
    assert "Lang" not in text(Client(), "public-body", body.pk)
    client.force_login(mandate.person.user)
    assert "Einwilligung festhalten" in text(client, "mandate", mandate.pk)
    send(client, "mandate-consent", mandate.pk, given_on="2026-03-04", how="hier erklärt")
    assert "Lena Lang und 1 Person ohne Namensnennung" in text(Client(), "public-body", body.pk)
    text(client, "mandate-consent-withdraw", mandate.pk)
    assert NameConsent.objects.get().withdrawn_on is None
    send(client, "mandate-consent-withdraw", mandate.pk)
    assert "Lang" not in text(Client(), "public-body", body.pk)
    other = build.mandate_of(body, "Weber")
    assert client.get(reverse("governance:mandate-consent", args=[other.pk])).status_code == 403


def test_the_public_page_names_functions_and_nobody(client: Client) -> None:
    body = build.a_steering_body()
    resting = build.a_body("working_group", "AG Ruht", parent=body)
    Body.objects.filter(pk=resting.pk).update(is_active=False)
    pages = text(client, "public-bodies") + text(client, "public-body", body.pk)
    assert "Schulaufsicht (obere und untere)" in pages
    assert "2 Personen ohne Namensnennung" in pages
    assert "AG Ruht" not in pages
    for person in Person.objects.all():
        assert person.last_name not in pages
    assert client.get(reverse("governance:public-body", args=[resting.pk])).status_code == 404


def test_a_guest_for_a_topic_is_suggested_when_inviting(client: Client) -> None:
    signed_in(client, "clerk")
    body, guest = build.a_steering_body(), build.a_person("Gast", "Greta")
    send(client, "body-guest-new", body.pk, person=guest.pk, topic="Inklusion", starts_on="2026-03-01")
    session = build.a_session(body)
    page = text(client, "session-invite", session.pk)
    assert f'Greta Gast, Inklusion: <a href="?gast={guest.pk}">' in page
    answer = client.get(reverse("governance:session-invite", args=[session.pk]) + f"?gast={guest.pk}")
    assert f'<a href="?gast={guest.pk}">' not in answer.content.decode()
