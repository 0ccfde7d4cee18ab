"""The second factor at rest, and taking it away from somebody who lost phone and codes."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse

from bildungsnetz.accounts.models import User
from bildungsnetz.accounts.services.second_factor import reset_second_factor
from bildungsnetz.accounts.web.sealing import seal, unseal
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from tests.accounts.build import NOW, a_user, actor_of, an_actor, browser, last_mail

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"


def a_secured_user() -> User:
    user = a_user("member")
    TOTP.activate(user, SECRET)
    return user


def test_the_secret_lies_sealed_in_the_database():
    stored = Authenticator.objects.get(user=a_secured_user())
    assert SECRET not in str(stored.data)
    assert unseal(stored.data["secret"]) == SECRET


def test_under_another_key_no_code_fits(settings):
    sealed = seal(SECRET)
    settings.SECRET_KEY = "anders" * 10
    assert unseal(sealed) != SECRET
    assert unseal(sealed) != unseal(sealed)


def test_the_administration_takes_it_away_and_the_person_is_told():
    user, client = a_secured_user(), browser("administration")
    page = client.get(reverse("accounts:user", args=[user.pk])).content.decode()
    address = reverse("accounts:second-factor-reset", args=[user.pk])
    assert address in page
    assert client.get(address).status_code == 200
    assert client.post(address)["Location"] == reverse("accounts:user", args=[user.pk])
    assert not Authenticator.objects.filter(user=user).exists()
    assert (last_mail().recipient, last_mail().subject) == (user.email, "Ihr zweiter Faktor wurde entfernt")
    assert AuditEntry.objects.latest("pk").act == "accounts.second_factor.reset"


def test_the_clerk_may_not():
    user, clerk = a_secured_user(), an_actor("clerk")
    with pytest.raises(NotAllowed):
        reset_second_factor(actor=clerk, user=user, now=NOW)
    assert Authenticator.objects.filter(user=user).exists()
    assert not OutgoingMail.objects.filter(recipient=user.email).exists()
    assert not AuditEntry.objects.filter(act="accounts.second_factor.reset").exists()


def test_neither_the_own_one_nor_one_that_is_not_there():
    head = a_user("head")
    TOTP.activate(head, SECRET)
    with pytest.raises(RuleViolation, match="Den eigenen zweiten Faktor"):
        reset_second_factor(actor=actor_of(head), user=head, now=NOW)
    with pytest.raises(RuleViolation, match="hat keinen zweiten Faktor"):
        reset_second_factor(actor=actor_of(head), user=a_user("clerk"), now=NOW)
    assert Authenticator.objects.filter(user=head).exists()
    assert not AuditEntry.objects.filter(act="accounts.second_factor.reset").exists()
