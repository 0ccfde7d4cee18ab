"""Inviting, accepting, withdrawing; who may not leaves no trace."""

from datetime import timedelta

import pytest

from bildungsnetz.accounts.models import Grant, Invitation, User
from bildungsnetz.accounts.services.invitations import (
    accept_invitation,
    refusal,
    resend_invitation,
    send_invitation,
    withdraw_invitation,
)
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from tests.accounts.build import NOW, PASSWORD, TODAY, a_user, an_actor, last_mail, link_in

pytestmark = pytest.mark.django_db


def invited(role_keys: tuple[str, ...] = (), email: str = "Neu@Example.org") -> Invitation:
    return send_invitation(
        actor=an_actor("head"), email=email, name="Karl Winter", role_keys=role_keys, now=NOW
    )


def token_of_last_mail() -> str:
    return link_in(last_mail()).rstrip("/").rsplit("/", 1)[1]


def test_an_invitation_goes_out_by_mail_with_a_link():
    invitation = invited(("pedagogical",))
    mail = last_mail()
    assert (invitation.email, mail.recipient, mail.secret) == ("neu@example.org", "neu@example.org", True)
    assert mail.subject == "Ihr Zugang zum Bildungsnetz"
    assert "Mi., 18.03.2026, 15:00 Uhr" in mail.body
    assert "/einladung/" in link_in(mail)


def test_accepting_makes_the_account_with_its_roles():
    invited(("pedagogical",))
    user = accept_invitation(token=token_of_last_mail(), password=PASSWORD, now=NOW)
    assert (user.email, user.name, user.check_password(PASSWORD)) == ("neu@example.org", "Karl Winter", True)
    granted = Grant.objects.get(user=user)
    assert (granted.role.key, granted.valid_from, granted.valid_until) == ("pedagogical", TODAY, None)
    assert list(AuditEntry.objects.order_by("pk").values_list("act", flat=True))[-3:] == [
        "accounts.invitation.send",
        "accounts.role.grant",
        "accounts.invitation.accept",
    ]


def test_a_link_works_once():
    invited()
    token = token_of_last_mail()
    accept_invitation(token=token, password=PASSWORD, now=NOW)
    with pytest.raises(RuleViolation, match="schon angenommen"):
        accept_invitation(token=token, password=PASSWORD, now=NOW)
    assert User.objects.filter(email="neu@example.org").count() == 1


def test_a_link_ends_after_14_days():
    invitation = invited()
    end = NOW + timedelta(days=14)
    assert refusal(invitation, now=end - timedelta(seconds=1)) == ""
    assert "abgelaufen" in refusal(invitation, now=end)
    with pytest.raises(RuleViolation, match="abgelaufen"):
        accept_invitation(token=token_of_last_mail(), password=PASSWORD, now=end)
    assert not User.objects.filter(email="neu@example.org").exists()


def test_a_newer_invitation_makes_the_older_void():
    invited()
    old = token_of_last_mail()
    invited()
    with pytest.raises(RuleViolation, match="gilt nicht mehr"):
        accept_invitation(token=old, password=PASSWORD, now=NOW)
    assert (
        accept_invitation(token=token_of_last_mail(), password=PASSWORD, now=NOW).email == "neu@example.org"
    )


def test_sending_again_keeps_roles_and_reference():
    first = send_invitation(
        actor=an_actor("head"),
        email="neu@example.org",
        name="Karl Winter",
        role_keys=("clerk",),
        reference="network.person:5",
        now=NOW,
    )
    second = resend_invitation(actor=an_actor("head"), invitation=first, now=NOW + timedelta(days=20))
    assert (second.role_keys, second.reference) == (["clerk"], "network.person:5")
    assert second.expires_at == NOW + timedelta(days=34)


def test_withdrawing_closes_the_link_and_is_told_once():
    invitation = invited()
    head = an_actor("head")
    withdraw_invitation(actor=head, invitation=invitation, now=NOW)
    withdraw_invitation(actor=head, invitation=invitation, now=NOW + timedelta(days=1))
    assert Invitation.objects.get().withdrawn_at == NOW
    assert AuditEntry.objects.filter(act="accounts.invitation.withdraw").count() == 1


def test_an_accepted_invitation_cannot_be_withdrawn_or_sent_again():
    invitation = invited()
    accept_invitation(token=token_of_last_mail(), password=PASSWORD, now=NOW)
    invitation.refresh_from_db()
    with pytest.raises(RuleViolation):
        withdraw_invitation(actor=an_actor("head"), invitation=invitation, now=NOW)
    with pytest.raises(RuleViolation):
        resend_invitation(actor=an_actor("head"), invitation=invitation, now=NOW)


def test_an_address_with_an_account_is_refused_at_the_field():
    a_user(email="neu@example.org")
    with pytest.raises(RuleViolation) as refused:
        invited()
    assert (refused.value.field, Invitation.objects.count(), OutgoingMail.objects.count()) == ("email", 0, 0)


@pytest.mark.parametrize("role", ["pedagogical", "member", "data_protection", "school"])
def test_others_may_not_invite(role: str):
    actor = an_actor(role)
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        send_invitation(actor=actor, email="neu@example.org", name="Karl Winter", now=NOW)
    assert (Invitation.objects.count(), OutgoingMail.objects.count()) == (0, 0)
    assert AuditEntry.objects.count() == before


def test_the_clerk_invites_but_gives_no_role():
    clerk = an_actor("clerk")
    send_invitation(actor=clerk, email="neu@example.org", name="Karl Winter", now=NOW)
    with pytest.raises(NotAllowed):
        send_invitation(actor=clerk, email="zwei@example.org", name="Eva Falk", role_keys=("head",), now=NOW)
    assert list(Invitation.objects.values_list("email", flat=True)) == ["neu@example.org"]
