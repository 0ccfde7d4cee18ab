"""The first account of an installation is made by a command."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from bildungsnetz.accounts.models import Grant, Invitation, User
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from tests.sign_in import a_user_with

pytestmark = pytest.mark.django_db


def invite(email: str = "leitung@kreis.example") -> str:
    said = StringIO()
    call_command("invite_head", email=email, name="Ines Anders", stdout=said)
    return said.getvalue()


def test_the_link_that_is_shown_makes_the_account_of_the_head(client: Client):
    named, link = invite().splitlines()
    assert named == "Eingeladen: Ines Anders <leitung@kreis.example>"
    password = {"password": "ein langes Passwort", "repeated": "ein langes Passwort"}
    assert client.post(link, password).status_code == 302
    head = User.objects.get()
    assert (head.email, head.name) == ("leitung@kreis.example", "Ines Anders")
    assert Grant.objects.get(user=head).role.key == "head"


def test_the_mail_carries_the_same_link_and_the_name_of_the_network():
    link = invite().splitlines()[1]
    mail = OutgoingMail.objects.get()
    assert link in mail.body.split()
    assert "Regionales Bildungsnetzwerk Kreis Mettmann lädt Sie ein" in mail.body


def test_a_lost_link_is_replaced():
    first, second = invite().splitlines()[1], invite().splitlines()[1]
    assert first != second
    assert Invitation.objects.filter(withdrawn_at__isnull=True).count() == 1


def test_a_second_head_is_refused():
    a_user_with("head")
    with pytest.raises(CommandError, match=r"^Es gibt schon eine Leitung\."):
        invite()
    assert not Invitation.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert not AuditEntry.objects.exists()


def test_a_locked_head_does_not_count():
    User.objects.filter(pk=a_user_with("head").pk).update(is_active=False)
    assert invite().startswith("Eingeladen: Ines Anders")


def test_a_wrong_address_is_refused():
    with pytest.raises(CommandError, match="gültige E-Mail-Adresse"):
        invite("leitung")
    assert not Invitation.objects.exists()
