"""Pages of requests to join: the public page, the form, the request, the way to the mandate."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import Body, JoinRequest, Mandate
from bildungsnetz.network.api import Person
from tests.governance import build
from tests.governance.services.test_join_requests import a_group, a_visitor, asked, employed
from tests.governance.web.test_sessions import errors, sent, text
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
Queries = Callable[..., AbstractContextManager[None]]
TYPED = {"reason": "Ich leite den Ganztag.", "brings": ""}


def as_person(person: Person) -> Client:
    client = Client()
    assert person.user is not None
    client.force_login(person.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_public_page_offers_what_fits(client: Client) -> None:
    group, silent = a_group(), a_group("AG Still", takes_requests=False)
    visitor = as_person(a_visitor())
    assert "Mitarbeit anfragen" in text(visitor, "public-body", group.pk)
    assert "Mitarbeit anfragen" not in text(visitor, "public-body", silent.pk)
    assert text(visitor, "public-bodies").count(">Mitarbeit anfragen<") == 1
    page = text(client, "public-body", group.pk)
    assert "stehen im Impressum am Fuß der Seite" in page
    assert "Mitarbeit anfragen" not in page
    assert ">Mitarbeit anfragen<" not in text(client, "public-bodies")
    form = client.get(reverse("governance:join-new", args=[group.pk]))
    assert (form.status_code, form.headers["Location"].startswith("/anmelden/")) == (302, True)


def test_from_the_form_to_the_mandate(client: Client) -> None:
    group, person = a_group(), a_visitor()
    school = employed(person)
    visitor = as_person(person)
    page = text(visitor, "join-new", group.pk)
    assert f'value="{school.pk}" selected' in page
    assert errors(visitor, "join-new", group.pk, reason="", institution="") == {
        "reason": ["Bitte füllen Sie dieses Feld aus."],
        "institution": ["Bitte füllen Sie dieses Feld aus."],
    }
    place = sent(visitor, "join-new", group.pk, **TYPED, institution=school.pk)
    made = JoinRequest.objects.get()
    assert place == reverse("governance:join-request", args=[made.pk])
    assert "wird geprüft" in text(visitor, "join-request", made.pk)
    assert "Ihre Anfrage wird schon geprüft." in text(visitor, "join-new", group.pk)
    assert "Ihre Anfrage zur Mitarbeit</a>: wird geprüft" in text(visitor, "public-body", group.pk)
    signed_in(client, "clerk")
    assert "Dora Drossel, Musikschule Haan" in text(client, "body", group.pk)
    form = sent(client, "join-request-accept", made.pk)
    assert form == f"/gremien/{group.pk}/mandate/neu/?person={person.pk}"
    assert f'value="{person.pk}" selected' in " ".join(client.get(form).content.decode().split())
    assert f"gaeste/neu/?person={person.pk}" in text(client, "join-request", made.pk)
    guest = text(client, "body-guest-new", group.pk, query=f"?person={person.pk}")
    assert f'value="{person.pk}" selected' in guest
    assert Mandate.objects.count() == 0
    assert "angenommen" in text(visitor, "join-request", made.pk)


def test_without_a_function_nobody_is_asked_for_an_institution() -> None:
    group, person = a_group(), a_visitor()
    visitor = as_person(person)
    assert "Für welche Einrichtung" not in text(visitor, "join-new", group.pk)
    sent(visitor, "join-new", group.pk, **TYPED)
    assert JoinRequest.objects.get().institution is None


def test_refusing_needs_a_reason(client: Client) -> None:
    made = asked(a_group(), a_visitor())
    signed_in(client, "clerk")
    assert errors(client, "join-request", made.pk, reason=" ") == {
        "reason": ["Bitte füllen Sie dieses Feld aus."]
    }
    sent(client, "join-request", made.pk, reason="Die Gruppe ist voll.")
    page = text(as_person(made.person), "join-request", made.pk)
    assert "abgelehnt" in page
    assert "Die Gruppe ist voll." in page
    sent(client, "join-request-accept", made.pk)
    made.refresh_from_db()
    assert made.state == "refused"


def test_the_person_takes_back_and_nobody_else_looks(client: Client) -> None:
    made = asked(a_group(), a_visitor())
    stranger = as_person(a_visitor("Fink"))
    text(stranger, "join-request", made.pk, status=404)
    assert stranger.post(reverse("governance:join-request-take-back", args=[made.pk])).status_code == 404
    own = as_person(made.person)
    sent(own, "join-request-take-back", made.pk)
    assert "zurückgenommen" in text(own, "join-request", made.pk)
    signed_in(client, "clerk")
    assert client.post(reverse("governance:join-request-take-back", args=[made.pk])).status_code == 403


def test_an_account_without_person_learns_why(client: Client) -> None:
    group = a_group()
    signed_in(client, "school")
    assert "gehört noch zu keiner Person" in text(client, "join-new", group.pk)
    sent_anyway = client.post(reverse("governance:join-new", args=[group.pk]), TYPED)
    assert (sent_anyway.status_code, JoinRequest.objects.count()) == (200, 0)


def test_only_a_working_group_takes_requests(client: Client) -> None:
    signed_in(client, "clerk")
    body = build.a_steering_body()
    address = reverse("governance:body-edit", args=[body.pk])
    form = client.get(address).context["form"]
    typed = {name: "" if form[name].value() is None else form[name].value() for name in form.fields}
    typed["takes_requests"] = "on"
    refused = client.post(address, typed)
    assert list(refused.context["form"].errors["takes_requests"]) == [
        "Anfragen zur Mitarbeit nimmt nur eine Arbeitsgruppe an."
    ]
    assert Body.objects.get(pk=body.pk).takes_requests is False


def test_the_page_of_the_body_costs_the_same_for_all(
    client: Client, django_assert_num_queries: Queries
) -> None:
    signed_in(client, "clerk")
    group = a_group()
    address = reverse("governance:body", args=[group.pk])
    asked(group, a_visitor())
    client.get(address)
    with django_assert_num_queries(15):
        client.get(address)
    asked(group, a_visitor("Fink"))
    asked(group, a_visitor("Star"))
    with django_assert_num_queries(15):
        client.get(address)


def test_the_list_costs_the_same_for_all(django_assert_num_queries: Queries) -> None:
    visitor = as_person(a_visitor())
    address = reverse("governance:public-bodies")
    a_group()
    visitor.get(address)
    with django_assert_num_queries(6):
        visitor.get(address)
    a_group("AG Zwei")
    a_group("AG Drei")
    with django_assert_num_queries(6):
        visitor.get(address)
