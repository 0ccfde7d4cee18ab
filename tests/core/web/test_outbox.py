"""The outbox and the record of acts: who reads them, what they show, what stays hidden."""

import pytest
from django.core import mail as sent_mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bildungsnetz.core import audit, mail
from bildungsnetz.core.delivery import deliver
from bildungsnetz.core.mail import Attachment
from bildungsnetz.core.models import OutgoingMail
from tests.accounts.build import NOW, a_user, an_actor, browser

pytestmark = pytest.mark.django_db
INVITATION = Attachment("einladung.ics", "text/calendar; method=REQUEST; charset=utf-8", b"BEGIN:VCALENDAR")


def a_mail(subject: str = "Einladung zur Sitzung", **values: object) -> OutgoingMail:
    given = {"to": "eva@example.org", "name": "Eva Falk", "body": "Guten Tag,\n\nbitte kommen Sie.", **values}
    return mail.queue(subject=subject, now=NOW, **given)  # type: ignore[arg-type]


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_the_outbox_shows_whom_what_and_how_far():
    clerk = browser("clerk")
    assert "Noch keine Mail" in text_of(clerk.get(reverse("core:outbox")))
    a_mail()
    page = text_of(clerk.get(reverse("core:outbox")))
    for shown in ("Einladung zur Sitzung", "Eva Falk", "Mi., 04.03.2026, 15:00 Uhr", "wartet auf Versand"):
        assert shown in page


@pytest.mark.parametrize(
    ("asked", "found"), [("falk", True), ("EVA@", True), ("Sitzung", True), ("xyz", False)]
)
def test_the_outbox_can_be_searched(asked: str, found: bool):
    a_mail()
    page = text_of(browser("clerk").get(reverse("core:outbox"), {"q": asked}))
    assert ("Eva Falk" in page, f"Keine Mail zu „{asked}“" in page) == (found, not found)


def test_the_outbox_costs_the_same_with_one_and_with_three(django_assert_num_queries):
    clerk = browser("clerk")
    a_mail(attachments=[INVITATION])
    clerk.get(reverse("core:outbox"))
    with django_assert_num_queries(6):
        clerk.get(reverse("core:outbox"))
    a_mail("Protokoll", attachments=[INVITATION])
    a_mail("Bericht")
    with django_assert_num_queries(6):
        clerk.get(reverse("core:outbox"))


def test_a_mail_with_its_calendar_entry():
    kept, clerk = a_mail(attachments=[INVITATION]), browser("clerk")
    page = text_of(clerk.get(reverse("core:outbox-mail", args=[kept.pk])))
    assert "<p>bitte kommen Sie.</p>" in page
    assert "einladung.ics</a> (Kalendereintrag)" in page
    file = clerk.get(reverse("core:outbox-file", args=[kept.pk, kept.attachments.get().pk]))
    assert (file.content, file["Content-Disposition"]) == (
        b"BEGIN:VCALENDAR",
        'attachment; filename="einladung.ics"',
    )


def test_an_attachment_belongs_to_its_mail():
    one, other = a_mail(attachments=[INVITATION]), a_mail("Protokoll")
    address = reverse("core:outbox-file", args=[other.pk, one.attachments.get().pk])
    assert browser("clerk").get(address).status_code == 404


def test_production_hides_a_link_that_opens_an_account(settings):
    kept, clerk = a_mail(body="https://x.example/einladung/abc/", secret=True), browser("clerk")
    address = reverse("core:outbox-mail", args=[kept.pk])
    assert "einladung/abc" in text_of(clerk.get(address))
    settings.MODE = "production"
    page = text_of(clerk.get(address))
    assert ("einladung/abc" in page, "Der Text wird nicht gezeigt." in page) == (False, True)


def test_production_forgets_a_link_once_it_is_sent(settings):
    settings.MAIL_FORGETS_SECRETS = True
    secret, plain = a_mail(body="geheimer Link", secret=True), a_mail(body="kein Geheimnis")
    assert [deliver(one.pk, now=NOW) for one in (secret, plain)] == [True, True]
    assert [message.body for message in sent_mail.outbox] == ["geheimer Link", "kein Geheimnis"]
    assert list(OutgoingMail.objects.order_by("pk").values_list("body", flat=True)) == ["", "kein Geheimnis"]


def test_the_record_of_acts_costs_the_same_with_one_and_with_three(django_assert_num_queries):
    head = browser("head")
    head.get(reverse("core:audit"))
    with django_assert_num_queries(5):
        head.get(reverse("core:audit"))
    for _ in range(2):
        audit.record("accounts.user.lock", actor=an_actor("head"), on=a_user(name="Eva Falk"), now=NOW)
    with django_assert_num_queries(5):
        page = text_of(head.get(reverse("core:audit")))
    assert page.count("Petra Sommer hat das Konto von Eva Falk gesperrt.") == 2


@pytest.mark.parametrize(
    ("role", "outbox", "record"),
    [("clerk", 200, 403), ("data_protection", 403, 200), ("pedagogical", 403, 403), ("member", 403, 403)],
)
def test_who_may_read(role: str, outbox: int, record: int):
    kept, client = a_mail(attachments=[INVITATION]), browser(role)
    for route, args in (
        ("outbox", ()),
        ("outbox-mail", (kept.pk,)),
        ("outbox-file", (kept.pk, kept.attachments.get().pk)),
    ):
        assert client.get(reverse(f"core:{route}", args=args)).status_code == outbox, route
        assert Client().get(reverse(f"core:{route}", args=args)).status_code == 302, route
    assert client.get(reverse("core:audit")).status_code == record
