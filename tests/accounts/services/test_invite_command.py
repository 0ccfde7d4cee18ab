"""The first account of an installation comes from the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from bildungsnetz.accounts.models import Invitation, User
from tests.accounts.build import PASSWORD, a_user, browser_of, last_mail, link_in

pytestmark = pytest.mark.django_db


def test_the_link_opens_an_account_with_the_role():
    said = StringIO()
    call_command("invite", "Erste@Example.org", "Eva Falk", stdout=said)
    link = link_in(last_mail())
    assert said.getvalue().splitlines()[1].endswith(link)
    Client().post(link, {"password": PASSWORD, "repeated": PASSWORD})
    user = User.objects.get(email="erste@example.org")
    assert user.grants.get().role.key == "administration"
    assert browser_of(user).get("/verwaltung/konten/").status_code == 200


@pytest.mark.parametrize(
    ("email", "sentence"),
    [("keine-adresse", "keine E-Mail-Adresse"), ("schon@example.org", "schon ein Konto")],
)
def test_what_cannot_be_invited(email: str, sentence: str):
    a_user(email="schon@example.org")
    with pytest.raises(CommandError, match=sentence):
        call_command("invite", email, "Eva Falk")
    assert Invitation.objects.count() == 0
