"""The page that shows what became of each mail of an invitation."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.governance.models import Session, SessionInvitation
from bildungsnetz.governance.services.invitation_run import write_invitation_mails
from bildungsnetz.governance.services.invitations import send_invitations
from tests.governance import build
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def page_of(client: Client, session: Session) -> str:
    answer = client.get(reverse("governance:session-delivery", args=[session.pk]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_before_the_invitation_the_page_says_what_to_do(clerk: Client) -> None:
    assert "Noch ist niemand eingeladen" in page_of(clerk, build.a_session(build.a_steering_body()))


def test_while_mails_are_written_the_page_counts_and_follows(clerk: Client) -> None:
    session = build.a_session(build.a_steering_body())
    build.an_item(session)
    url = reverse("governance:session-invite", args=[session.pk])
    assert clerk.post(url).headers["Location"] == reverse("governance:session-delivery", args=[session.pk])
    page = page_of(clerk, session)
    assert "0 von 8 versendet, 0 geschrieben, 0 beantwortet" in page
    assert 'data-follow="on"' in page
    assert "noch nicht geschrieben" in page


def test_what_came_back_stands_first_with_its_reason(clerk: Client) -> None:
    session = build.an_invited_session(build.a_steering_body())
    OutgoingMail.objects.update(state="sent", sent_at=build.NOW)
    OutgoingMail.objects.filter(recipient_name="Boris Busch").update(
        state="bounced", failure="550 User unknown"
    )
    page = page_of(clerk, session)
    assert "8 von 8 versendet, 8 geschrieben" in page
    assert "1 Mail kam zurück: Prüfen Sie die Adresse." in page
    assert "550 User unknown" in page
    assert page.index("Boris Busch") < page.index("Karl Winter")
    assert 'data-follow="done"' in page
    assert "Einladung kam nicht an" in clerk.get(reverse("frontdoor:my-day")).content.decode()


def test_failed_mails_are_sent_again_by_a_button(clerk: Client) -> None:
    session = build.an_invited_session(build.a_steering_body())
    OutgoingMail.objects.filter(recipient_name="Boris Busch").update(state="failed", failure="Timeout")
    assert "Noch einmal versenden" in page_of(clerk, session)
    url = reverse("governance:session-repeat", args=[session.pk])
    assert clerk.get(url).status_code == 405
    assert "1 Mail geht noch einmal hinaus." in clerk.post(url, follow=True).content.decode()
    assert "Es gibt nichts zu wiederholen" in clerk.post(url, follow=True).content.decode()


def test_three_hundred_members_cost_as_many_queries_as_eight(
    clerk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Preview, run, delivery and attendance of a large body."""
    small = build.an_invited_session(build.a_steering_body())
    names = ("session-delivery", "session-invite", "session")
    costs = {}
    for name in names:
        with django_assert_max_num_queries(60) as counted:
            clerk.get(reverse(f"governance:{name}", args=[small.pk]))
        costs[name] = len(counted)
    large = build.a_large_session(300)
    with django_assert_max_num_queries(60):
        plan = clerk.get(reverse("governance:session-invite", args=[large.pk])).content.decode()
    assert "300 Einladungen versenden" in plan
    sent = send_invitations(actor=build.an_actor("clerk"), session=large, now=build.NOW)
    SessionInvitation.objects.filter(session=large).exclude(
        pk__in=[sent.invitations[0].pk, sent.invitations[1].pk]
    ).update(sent_at=build.NOW)
    write_invitation_mails(sent.run, now=build.NOW)
    for name in names:
        with django_assert_max_num_queries(costs[name]):
            clerk.get(reverse(f"governance:{name}", args=[large.pk]))
