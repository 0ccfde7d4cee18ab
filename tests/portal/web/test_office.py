"""The office's pages of portal."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.portal.models import Feedback, LegalText
from bildungsnetz.portal.services.feedback import give_feedback
from tests.accounts.build import NOW, browser

pytestmark = pytest.mark.django_db


def told(receipt: str, email: str = "buerger@example.org") -> Feedback:
    return give_feedback(
        receipt=receipt, kind="barrier", message=f"Nachricht {receipt}", email=email, now=NOW
    )


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_the_inbox_when_nothing_came():
    clerk = browser("clerk")
    assert "Nichts offen" in text_of(clerk.get(reverse("portal:inbox")))
    assert "Noch ist nichts beantwortet" in text_of(
        clerk.get(reverse("portal:inbox"), {"stand": "beantwortet"})
    )


def test_the_inbox_costs_the_same_with_one_and_with_three(django_assert_num_queries):
    clerk = browser("clerk")
    told("a")
    clerk.get(reverse("portal:inbox"))
    with django_assert_num_queries(7):
        clerk.get(reverse("portal:inbox"))
    told("b")
    told("c")
    with django_assert_num_queries(7):
        clerk.get(reverse("portal:inbox"))


def test_answering_by_form():
    kept, clerk = told("a"), browser("clerk")
    address = reverse("portal:feedback-case", args=[kept.pk])
    assert "An buerger@example.org." in text_of(clerk.get(address))
    answer = clerk.post(address, {"answer": "Danke.", "by_mail": "on", "version": "1"})
    assert answer["Location"] == reverse("portal:inbox")
    assert OutgoingMail.objects.get().recipient == "buerger@example.org"
    assert "Danke." in text_of(clerk.get(address))
    assert kept.number in text_of(clerk.get(reverse("portal:inbox"), {"stand": "beantwortet"}))


def test_no_mail_is_offered_without_an_address():
    kept, clerk = told("a", email=""), browser("clerk")
    assert 'name="by_mail"' not in text_of(clerk.get(reverse("portal:feedback-case", args=[kept.pk])))


def test_opening_again_by_form():
    kept, clerk = told("a"), browser("clerk")
    address = reverse("portal:feedback-case", args=[kept.pk])
    clerk.post(address, {"answer": "Danke.", "version": "1"})
    again = reverse("portal:feedback-reopen", args=[kept.pk])
    assert clerk.get(again).status_code == 200
    clerk.post(again)
    kept.refresh_from_db()
    assert kept.state == "open"


def test_a_text_starts_from_the_draft():
    clerk = browser("clerk")
    page = text_of(clerk.get(reverse("portal:text", args=["imprint"])))
    assert "Wer diese Seite anbietet" in page
    assert "Ein Entwurf mit Lücken" in page
    assert clerk.get("/portal/texte/gibt-es-nicht/").status_code == 404


def test_two_people_change_one_text():
    clerk, address = browser("clerk"), reverse("portal:text", args=["imprint"])
    clerk.post(address, {"body": "eins", "version": "0"})
    page = text_of(clerk.post(address, {"body": "meins", "version": "0"}))
    assert "Jemand anderes hat diesen Eintrag inzwischen gespeichert." in page
    assert ("meins" in page, '<pre class="bn-pre">eins</pre>' in page) == (True, True)
    assert 'name="version" value="1"' in page
    assert LegalText.objects.get().body == "eins"
    assert clerk.post(address, {"body": "meins", "version": "1"}).status_code == 302
    assert LegalText.objects.get().body == "meins"


def test_a_missing_text_keeps_the_version_that_was_read():
    clerk, address = browser("clerk"), reverse("portal:text", args=["imprint"])
    clerk.post(address, {"body": "eins", "version": "0"})
    assert 'name="version" value="0"' in text_of(clerk.post(address, {"body": "", "version": "0"}))


def test_the_list_of_texts_tells_what_is_missing():
    clerk = browser("clerk")
    clerk.post(reverse("portal:text", args=["imprint"]), {"body": "Kreis Mettmann", "version": "0"})
    clerk.post(reverse("portal:text", args=["privacy"]), {"body": "Name: […]", "version": "0"})
    page = text_of(clerk.get(reverse("portal:texts")))
    assert [word in page for word in ("ausgefüllt", "hat noch Lücken", "fehlt")] == [True] * 3


@pytest.mark.parametrize("role", ["pedagogical", "member", "school"])
def test_others_find_the_doors_closed(role: str):
    kept, client = told("a"), browser(role)
    for address in (
        reverse("portal:inbox"),
        reverse("portal:feedback-case", args=[kept.pk]),
        reverse("portal:feedback-reopen", args=[kept.pk]),
        reverse("portal:texts"),
        reverse("portal:text", args=["imprint"]),
    ):
        assert client.get(address).status_code == 403, address
        assert client.post(address, {"answer": "x", "body": "x", "version": "1"}).status_code == 403, address
        assert Client().get(address).status_code == 302, address
    kept.refresh_from_db()
    assert (kept.state, LegalText.objects.count(), OutgoingMail.objects.count()) == ("open", 0, 0)
