"""The pages of the administration: lists, acts, and who may not."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bildungsnetz.accounts.models import Grant, Invitation, User
from bildungsnetz.accounts.services.invitations import send_invitation
from bildungsnetz.core.models import AuditEntry
from tests.accounts.build import (
    NOW,
    PASSWORD,
    TODAY,
    a_user,
    an_actor,
    browser,
    browser_of,
    last_mail,
    link_in,
)

pytestmark = pytest.mark.django_db


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def an_invitation() -> Invitation:
    return send_invitation(actor=an_actor("head"), email="neu@example.org", name="Karl Winter", now=NOW)


def test_the_link_of_an_invitation_makes_the_account_and_signs_in():
    an_invitation()
    link, client = link_in(last_mail()), Client()
    assert "Karl Winter" in text_of(client.get(link))
    answer = client.post(link, {"password": PASSWORD, "repeated": PASSWORD})
    assert answer["Location"] == "/heute/"
    assert client.get("/heute/").status_code == 200
    used = Client().get(link)
    assert (used.status_code, "schon angenommen" in text_of(used)) == (410, True)


def test_two_different_passwords_make_no_account():
    an_invitation()
    page = Client().post(link_in(last_mail()), {"password": PASSWORD, "repeated": "etwas anderes"})
    assert "Die beiden Passwörter sind verschieden." in text_of(page)
    assert not User.objects.filter(email="neu@example.org").exists()


def test_an_unknown_link_is_gone():
    page = Client().get("/einladung/gibt-es-nicht/")
    assert (page.status_code, "Diesen Einladungslink gibt es nicht." in text_of(page)) == (410, True)


def test_the_team_shows_roles_second_factor_and_open_invitations():
    an_invitation()
    a_user("pedagogical", "Eva Falk")
    page = text_of(browser("head").get(reverse("accounts:team")))
    for shown in ("Eva Falk", "Pädagogische Mitarbeit", "neu@example.org", "nein", "Erneut senden"):
        assert shown in page


def test_the_team_can_be_searched():
    a_user("", "Eva Falk")
    client = browser("head")
    found = text_of(client.get(reverse("accounts:team"), {"q": "falk"}))
    assert ("Eva Falk" in found, "Petra Sommer</a></th>" in found) == (True, False)
    assert "Kein Konto zu „xyz“" in text_of(client.get(reverse("accounts:team"), {"q": "xyz"}))


def test_the_team_costs_the_same_with_one_and_with_three(django_assert_num_queries):
    head = browser("head")
    head.get(reverse("accounts:team"))
    with django_assert_num_queries(8):
        head.get(reverse("accounts:team"))
    for name in ("Eva Falk", "Karl Winter"):
        a_user("pedagogical", name)
    with django_assert_num_queries(8):
        head.get(reverse("accounts:team"))


def test_every_page_of_an_account_opens():
    user, head = a_user("clerk", "Eva Falk"), browser("head")
    grant = Grant.objects.get(user=user)
    for route, args in (
        ("user", (user.pk,)),
        ("grant", (user.pk,)),
        ("end-grant", (user.pk, grant.pk)),
        ("activity", (user.pk,)),
        ("invite", ()),
        ("roles", ()),
    ):
        assert head.get(reverse(f"accounts:{route}", args=args)).status_code == 200, route


def test_granting_a_role_by_form():
    user, head = a_user(), browser("head")
    given = {"role": "scientific", "valid_from": "2026-03-04", "valid_until": ""}
    answer = head.post(reverse("accounts:grant", args=[user.pk]), given)
    assert answer["Location"] == reverse("accounts:user", args=[user.pk])
    kept = Grant.objects.get(user=user)
    assert (kept.role.key, kept.valid_from, kept.valid_until) == ("scientific", TODAY, None)
    again = text_of(head.post(reverse("accounts:grant", args=[user.pk]), given))
    assert "Diese Rolle hat die Person in der genannten Zeit schon." in again


def test_roles_of_mandates_are_not_given_by_hand():
    user = a_user()
    page = browser("head").post(
        reverse("accounts:grant", args=[user.pk]), {"role": "co_chair", "valid_from": "2026-03-04"}
    )
    assert page.status_code == 200
    assert not Grant.objects.filter(user=user).exists()


def test_ending_a_role_by_form():
    user = a_user("clerk")
    grant = Grant.objects.get(user=user)
    browser("head").post(reverse("accounts:end-grant", args=[user.pk, grant.pk]))
    assert browser_of(user).get(reverse("accounts:team")).status_code == 403


def test_locking_and_opening_by_form():
    user, head = a_user("clerk"), browser("head")
    address = reverse("accounts:activity", args=[user.pk])
    for _ in range(2):
        head.post(address, {"active": ""})
        user.refresh_from_db()
        assert not user.is_active
    head.post(address, {"active": "True"})
    user.refresh_from_db()
    assert user.is_active


def test_locking_oneself_is_told_and_does_nothing():
    user = a_user("head")
    page = browser_of(user).post(reverse("accounts:activity", args=[user.pk]), {"active": ""})
    user.refresh_from_db()
    assert ("Das eigene Konto kann niemand sperren." in text_of(page), user.is_active) == (True, True)


def test_the_clerk_invites_without_a_role():
    clerk = browser("clerk")
    assert 'name="role"' not in text_of(clerk.get(reverse("accounts:invite")))
    answer = clerk.post(
        reverse("accounts:invite"), {"name": "Eva Falk", "email": "eva@example.org", "role": "head"}
    )
    assert answer.status_code == 302
    assert Invitation.objects.get().role_keys == []


def test_inviting_with_a_role_sending_again_withdrawing():
    head = browser("head")
    head.post(reverse("accounts:invite"), {"name": "Eva Falk", "email": "eva@example.org", "role": "clerk"})
    first = Invitation.objects.get()
    assert first.role_keys == ["clerk"]
    assert head.get(reverse("accounts:resend", args=[first.pk])).status_code == 200
    head.post(reverse("accounts:resend", args=[first.pk]))
    second = Invitation.objects.latest("pk")
    assert head.get(reverse("accounts:withdraw", args=[second.pk])).status_code == 200
    head.post(reverse("accounts:withdraw", args=[second.pk]))
    assert Invitation.objects.filter(withdrawn_at__isnull=True).count() == 0
    assert head.get(reverse("accounts:withdraw", args=[second.pk])).status_code == 404


@pytest.mark.parametrize("role", ["pedagogical", "member", "school"])
def test_others_find_the_doors_closed(role: str):
    user, client = a_user("clerk"), browser(role)
    before = AuditEntry.objects.count()
    for route, args in (
        ("team", ()),
        ("roles", ()),
        ("invite", ()),
        ("user", (user.pk,)),
        ("grant", (user.pk,)),
        ("activity", (user.pk,)),
    ):
        address = reverse(f"accounts:{route}", args=args)
        assert client.get(address).status_code == 403, route
        assert (
            client.post(address, {"active": "", "role": "head", "valid_from": "2026-03-04"}).status_code
            == 403
        )
        assert Client().get(address)["Location"].startswith("/anmelden/"), route
    user.refresh_from_db()
    assert (user.is_active, AuditEntry.objects.count()) == (True, before)


def test_the_clerk_sees_accounts_but_changes_none():
    user, clerk = a_user("member"), browser("clerk")
    page = text_of(clerk.get(reverse("accounts:user", args=[user.pk])))
    assert ("Rolle vergeben" in page, "Konto sperren" in page) == (False, False)
    assert clerk.get(reverse("accounts:grant", args=[user.pk])).status_code == 403
    assert clerk.post(reverse("accounts:activity", args=[user.pk]), {"active": ""}).status_code == 403


def test_demo_buttons_exist_only_in_the_demo(settings):
    user = a_user("clerk", "Petra Sommer", "verwaltung@demo.example")
    address = reverse("accounts:demo-login", args=[user.pk])
    assert "Demo-Konto" not in text_of(Client().get("/anmelden/"))
    assert Client().post(address).status_code == 404
    settings.MODE = "demo"
    page = text_of(Client().get("/anmelden/"))
    assert (f'action="{address}"' in page, "Verwaltungskraft" in page) == (True, True)
    client = Client()
    assert client.post(address)["Location"] == "/heute/"
    assert client.get("/verwaltung/konten/").status_code == 200


def test_a_demo_button_signs_in_demo_accounts_only(settings):
    settings.MODE = "demo"
    user = a_user("head", email="echt@example.org")
    assert Client().post(reverse("accounts:demo-login", args=[user.pk])).status_code == 404
    assert Client().get(reverse("accounts:demo-login", args=[user.pk])).status_code == 405
