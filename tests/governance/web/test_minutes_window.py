"""Pages around the window for objections and the versions of minutes."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.governance.models import Minutes, MinutesObjection
from bildungsnetz.governance.services.minutes import change_minutes
from tests.governance import build, results
from tests.governance.web.test_minutes import messages_of, sign_in_member, url
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
SAID = {"text": "Zu TOP 4: Ich war anwesend."}


def link_for(name: str) -> str:
    mail = OutgoingMail.objects.get(recipient_name__endswith=name, subject__startswith="Protokoll zur")
    found = re.search(r"/protokoll/[\w-]{20,}/", mail.body)
    assert found is not None
    return found[0]


def test_the_link_shows_a_page_and_only_its_button_objects(client: Client) -> None:
    minutes = results.delivered()
    page = client.get(link_for("Weber"))
    assert (page.status_code, MinutesObjection.objects.count()) == (200, 0)
    assert "Mi., 18.03.2026" in page.content.decode()
    answer = client.post(link_for("Weber"), SAID, follow=True)
    assert "Ihr Widerspruch liegt dem Vorsitz vor." in answer.content.decode()
    assert Minutes.objects.get(pk=minutes.pk).state == "contested"
    assert client.post(link_for("Weber"), {"text": ""}).status_code == 200
    assert MinutesObjection.objects.count() == 1


def test_a_wrong_link_and_a_final_text_take_no_objection(client: Client) -> None:
    assert client.get(reverse("governance:minutes-object-link", args=["x" * 43])).status_code == 410
    results.approved()
    assert client.post(link_for("Weber"), SAID).status_code == 410
    assert MinutesObjection.objects.count() == 0


@time_machine.travel(datetime(2026, 3, 10, 9, tzinfo=UTC), tick=False)
def test_a_member_objects_and_both_chairs_answer(client: Client) -> None:
    minutes = results.delivered()
    session = minutes.session
    sign_in_member(client, session, "Weber")
    assert url(session, "minutes-object") in client.get(url(session)).content.decode()
    client.post(url(session, "minutes-object"), SAID)
    assert SAID["text"] in client.get(url(session)).content.decode()
    sign_in_member(client, session, "Wolf")
    assert SAID["text"] not in client.get(url(session)).content.decode()
    objection = MinutesObjection.objects.get()
    where = reverse("governance:minutes-answer", args=[session.pk, objection.pk])
    for name, side in (("Winter", "land"), ("Kaiser", "kommune")):
        sign_in_member(client, session, name)
        assert SAID["text"] in client.get(url(session)).content.decode()
        answer = client.post(where, {"side": side, "reason": "So war es."}, follow=True)
        assert messages_of(answer) == ["Ihre Antwort ist festgehalten."]
    assert Minutes.objects.get(pk=minutes.pk).state == "delivered"
    assert client.get(where).headers["Location"] == url(session)


def test_versions_show_who_changed_which_words(client: Client) -> None:
    draft = results.a_draft()
    change_minutes(
        actor=build.an_actor("clerk"),
        minutes=draft,
        texts={"head": "Sitzung im Kreishaus."},
        expected_version=draft.version,
        now=results.ENDS,
    )
    signed_in(client, "clerk")
    page = client.get(url(draft.session, "minutes-versions"))
    assert [row.saved_by_name for row in page.context["versions"]] == ["Petra Sommer", "System"]
    (section,) = page.context["comparison"].sections
    assert section.key == "head"
    text = page.content.decode()
    assert '<span class="kern-sr-only">entfernt: </span>' in text
    assert '<span class="kern-sr-only">neu: </span>' in text
    same = client.get(url(draft.session, "minutes-versions"), {"von": "1", "bis": "1"})
    assert same.context["comparison"].sections == ()


def test_members_see_no_versions(client: Client) -> None:
    minutes = results.delivered()
    sign_in_member(client, minutes.session, "Weber")
    assert client.get(url(minutes.session, "minutes-versions")).status_code == 403
    sign_in_member(client, minutes.session, "Winter")
    assert client.get(url(minutes.session, "minutes-versions")).status_code == 200
