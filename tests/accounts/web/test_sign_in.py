"""Login, password, second factor: what people see, what leaks nothing."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bildungsnetz.accounts.models import Grant
from bildungsnetz.core.models import OutgoingMail
from tests.accounts.build import PASSWORD, a_user, browser_of, last_mail, link_in

pytestmark = pytest.mark.django_db
NEW_PASSWORD = "ein anderer Satz nur für mich"


@pytest.fixture(autouse=True)
def no_attempts_counted() -> None:
    """The limits of attempts are kept in the cache."""
    cache.clear()


def log_in(client: Client, email: str, password: str = PASSWORD) -> HttpResponse:
    return client.post(reverse("account_login"), {"login": email, "password": password})


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_login_leads_to_my_day():
    user = a_user("clerk")
    answer = log_in(Client(), user.email.upper())
    assert (answer.status_code, answer["Location"]) == (302, "/heute/")


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer():
    user = a_user()
    wrong, unknown = log_in(Client(), user.email, "falsch"), log_in(Client(), "niemand@example.org", "falsch")
    sentence = "E-Mail-Adresse und Passwort passen nicht zusammen."
    assert (text_of(wrong).count(sentence), text_of(unknown).count(sentence)) == (1, 1)


def test_too_many_wrong_passwords_are_slowed_down():
    user = a_user()
    answers = [text_of(log_in(Client(), user.email, "falsch")) for _ in range(6)]
    assert ["zu viele Versuche" in text for text in answers] == [False] * 5 + [True]


def test_a_locked_account_hears_so_only_with_the_right_password():
    user = a_user("clerk")
    user.is_active = False
    user.save()
    right, wrong = log_in(Client(), user.email), log_in(Client(), user.email, "falsch")
    assert (right.status_code, "Ihr Konto ist gesperrt" in text_of(right)) == (403, True)
    assert (wrong.status_code, "gesperrt" in text_of(wrong)) == (200, False)


def test_locking_ends_a_session_at_once_without_a_loop():
    user = a_user("head")
    client = browser_of(user)
    assert client.get("/heute/").status_code == 200
    user.is_active = False
    user.save()
    answer = client.get("/heute/")
    assert (answer.status_code, answer["Location"]) == (302, "/anmelden/?next=/heute/")
    assert client.get(answer["Location"]).status_code == 200


def test_rights_that_end_leave_a_page_that_says_whom_to_ask():
    a_user("head", "Dr. Jutta Brandhoff-Lindemann", "leitung@example.org")
    user = a_user("clerk")
    Grant.objects.filter(user=user).delete()
    client = browser_of(user)
    page = text_of(client.get("/heute/"))
    assert "Sie haben zurzeit keine Rolle" in page
    assert "leitung@example.org" in page
    assert client.get("/verwaltung/konten/").status_code == 403


def test_the_reset_page_does_not_tell_whether_an_account_exists():
    user = a_user()
    answers = [
        Client().post(reverse("account_reset_password"), {"email": email})
        for email in (user.email, "niemand@example.org")
    ]
    assert [answer["Location"] for answer in answers] == ["/passwort/vergessen/gesendet/"] * 2
    assert list(OutgoingMail.objects.values_list("recipient", flat=True)) == [user.email]


def test_a_forgotten_password_is_set_by_a_link_that_works_once():
    user = a_user("clerk")
    other_device = browser_of(user)
    client = Client()
    client.post(reverse("account_reset_password"), {"email": user.email})
    mail = last_mail()
    assert (mail.subject, mail.secret) == ("Neues Passwort setzen", True)
    page = client.get(link_in(mail), follow=True)
    action = page.redirect_chain[-1][0]
    done = client.post(action, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert done["Location"] == "/passwort/neu/fertig/"
    user.refresh_from_db()
    assert user.check_password(NEW_PASSWORD)
    assert other_device.get("/heute/").status_code == 302
    assert (last_mail().subject, last_mail().secret) == ("Ihr Passwort wurde neu gesetzt", False)
    assert "Der Link gilt nicht mehr" in text_of(Client().get(link_in(mail), follow=True))


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ("kurz", "kurz", "mindestens 12 Zeichen"),
        ("passwort1234", "passwort1235", "Die beiden Passwörter sind verschieden."),
        ("123456789012", "123456789012", "Passwort"),
    ],
)
def test_rules_of_a_password_are_told_at_the_field(first: str, second: str, sentence: str):
    client = browser_of(a_user("clerk"))
    page = client.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": first, "password2": second}
    )
    assert page.status_code == 200
    assert sentence in text_of(page)
    assert "Bitte prüfen Sie Ihre Angaben" in text_of(page)


def test_changing_the_password_needs_the_old_one():
    user = a_user("clerk")
    client = browser_of(user)
    given = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    wrong = client.post(reverse("account_change_password"), {"oldpassword": "falsch", **given})
    assert "Das bisherige Passwort stimmt nicht." in text_of(wrong)
    right = client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, **given})
    assert right["Location"] == "/konto/sicherheit/"
    assert last_mail().subject == "Ihr Passwort wurde geändert"


def test_whoever_has_no_password_gets_one_by_mail():
    user = a_user("clerk")
    user.set_unusable_password()
    user.save()
    answer = browser_of(user).get(reverse("account_change_password"))
    assert answer["Location"] == "/passwort/vergessen/"


def code_of(secret: str) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def switch_on(client: Client) -> str:
    """Set the second factor up as a person does; gives the secret of the app."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = text_of(client.get(reverse("mfa_activate_totp")))
    assert 'src="data:image/svg+xml;base64,' in page
    secret = re.search(r"<code>(\w+)</code>", page).group(1)
    done = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert done["Location"] == "/konto/sicherheit/codes/"
    return secret


def test_the_second_factor_asks_for_the_password_first():
    client = browser_of(a_user("clerk"))
    answer = client.get(reverse("mfa_activate_totp"))
    assert answer["Location"].startswith("/anmelden/bestaetigen/")


def test_login_with_a_second_factor():
    user = a_user("clerk")
    secret = switch_on(browser_of(user))
    client = Client()
    assert log_in(client, user.email)["Location"] == "/anmelden/zweiter-faktor/"
    assert client.get("/heute/").status_code == 302
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Der Code stimmt nicht." in text_of(wrong)
    cache.clear()
    assert client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})["Location"] == "/heute/"
    assert client.get("/heute/").status_code == 200


def test_an_emergency_code_works_once_in_place_of_the_app():
    user = a_user("clerk")
    owner = browser_of(user)
    switch_on(owner)
    code = text_of(owner.get(reverse("mfa_download_recovery_codes"))).split()[0]
    client, again = Client(), Client()
    log_in(client, user.email)
    assert client.post(reverse("mfa_authenticate"), {"code": code})["Location"] == "/heute/"
    log_in(again, user.email)
    assert "Der Code stimmt nicht." in text_of(again.post(reverse("mfa_authenticate"), {"code": code}))


def test_removing_the_second_factor_removes_the_codes():
    user = a_user("clerk")
    client = browser_of(user)
    switch_on(client)
    assert Authenticator.objects.filter(user=user).count() == 2
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=user).exists()
    assert last_mail().subject == "Zweiter Faktor entfernt"


@pytest.mark.parametrize(
    "route",
    [
        "account_logout",
        "account_change_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_generate_recovery_codes",
        "mfa_view_recovery_codes",
    ],
)
def test_no_page_of_the_account_says_du(route: str):
    client = browser_of(a_user("clerk"))
    switch_on(client) if route.endswith("codes") else client.post(
        reverse("account_reauthenticate"), {"password": PASSWORD}
    )
    page = client.get(reverse(route))
    assert page.status_code == 200
    assert re.findall(r"\b([Dd]u|[Dd]ein\w*|[Dd]ir|[Dd]ich)\b", text_of(page)) == []
    wrong = text_of(
        client.post(reverse(route), {"code": "1", "password": "x", "password1": "a", "password2": "b"})
    )
    assert re.findall(r"\b([Dd]u|[Dd]ein\w*|[Dd]ir|[Dd]ich)\b", wrong) == []


def test_no_public_page_of_the_login_says_du():
    pages = [
        text_of(Client().get(path, follow=True))
        for path in (
            "/anmelden/",
            "/passwort/vergessen/",
            "/passwort/vergessen/gesendet/",
            "/passwort/neu/1-x/",
        )
    ]
    assert [re.findall(r"\b([Dd]u|[Dd]ein\w*|[Dd]ir|[Dd]ich)\b", page) for page in pages] == [[]] * 4
