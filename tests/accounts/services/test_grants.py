"""Rights follow from grants and end with them."""

from datetime import date, timedelta

import pytest

from bildungsnetz.accounts.models import Grant
from bildungsnetz.accounts.selectors.actors import actor_for, users_who_may
from bildungsnetz.accounts.selectors.team import all_roles, lines
from bildungsnetz.accounts.services.grants import end_grant, grant_role, replace_grants
from bildungsnetz.accounts.services.users import set_active
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.core.registers import scopes
from tests.accounts.build import NOW, TODAY, a_user, actor_of, an_actor

pytestmark = pytest.mark.django_db


def test_a_role_holds_from_its_first_to_its_last_day():
    user = a_user()
    grant_role(
        actor=an_actor("head"),
        user=user,
        role="clerk",
        valid_from=date(2026, 3, 10),
        valid_until=date(2026, 3, 20),
        now=NOW,
    )
    held = [actor_of(user, NOW + timedelta(days=days)).has_role("clerk") for days in (5, 6, 16, 17)]
    assert held == [False, True, True, False]


def test_a_limited_role_counts_only_in_its_scope():
    user = a_user()
    replace_grants(source="governance.mandate:7", wanted=[(user, "clerk", "body:12", TODAY, None)])
    actor = actor_of(user)
    act = "accounts.user.see"
    assert [actor.can(act), actor.can(act, "body:12"), actor.can(act, "body:13")] == [False, True, False]
    assert users_who_may(act, on=TODAY) == []
    assert users_who_may(act, on=TODAY, scope="body:12") == [user]


def test_ending_takes_the_rights_at_once():
    user = a_user("clerk")
    granted = Grant.objects.get(user=user)
    end_grant(actor=an_actor("head"), grant=granted, last_day=TODAY - timedelta(days=1), now=NOW)
    assert actor_of(user).roles == ()
    assert AuditEntry.objects.filter(act="accounts.role.end").count() == 1


def test_ending_never_makes_a_role_longer():
    user = a_user()
    granted = grant_role(
        actor=an_actor("head"),
        user=user,
        role="clerk",
        valid_from=date(2025, 1, 1),
        valid_until=date(2025, 6, 30),
        now=NOW,
    )
    end_grant(actor=an_actor("head"), grant=granted, last_day=TODAY, now=NOW)
    granted.refresh_from_db()
    assert granted.valid_until == date(2025, 6, 30)


def test_nobody_ends_their_own_role():
    head = a_user("head")
    with pytest.raises(RuleViolation):
        end_grant(actor=actor_of(head), grant=Grant.objects.get(user=head), last_day=TODAY, now=NOW)
    assert Grant.objects.get(user=head).valid_until is None
    assert not AuditEntry.objects.filter(act="accounts.role.end").exists()


def test_the_same_role_twice_is_refused_at_the_field():
    user = a_user("clerk")
    with pytest.raises(RuleViolation) as refused:
        grant_role(actor=an_actor("head"), user=user, role="clerk", valid_from=TODAY, now=NOW)
    assert refused.value.field == "role"
    assert Grant.objects.filter(user=user).count() == 1


@pytest.mark.parametrize("role", ["clerk", "pedagogical", "co_chair", "data_protection"])
def test_others_may_not_grant(role: str):
    actor, user = an_actor(role), a_user()
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        grant_role(actor=actor, user=user, role="head", valid_from=TODAY, now=NOW)
    assert (Grant.objects.filter(user=user).count(), AuditEntry.objects.count()) == (0, before)


def test_replacing_leaves_exactly_the_wanted():
    user, other = a_user(), a_user("clerk")
    replace_grants(source="governance.mandate:7", wanted=[(user, "member", "body:1", TODAY, None)])
    replace_grants(source="governance.mandate:7", wanted=[(user, "co_chair", "body:1", TODAY, None)])
    kept = Grant.objects.order_by("pk").values_list("user", "role__key", "source")
    assert list(kept) == [(other.pk, "clerk", ""), (user.pk, "co_chair", "governance.mandate:7")]


def test_a_locked_account_is_the_public():
    user = a_user("head")
    set_active(actor=an_actor("administration"), user=user, active=False, now=NOW)
    user.refresh_from_db()
    assert actor_for(user, now=NOW) == PUBLIC
    assert user not in users_who_may("accounts.role.grant", on=TODAY)


def test_locking_twice_is_told_once_and_never_opens():
    user, head = a_user(), an_actor("head")
    set_active(actor=head, user=user, active=False, now=NOW)
    set_active(actor=head, user=user, active=False, now=NOW)
    user.refresh_from_db()
    assert not user.is_active
    assert AuditEntry.objects.filter(act="accounts.user.lock").count() == 1


def test_nobody_locks_their_own_account_and_others_may_not_lock():
    head, user = a_user("head"), a_user()
    with pytest.raises(RuleViolation):
        set_active(actor=actor_of(head), user=head, active=False, now=NOW)
    with pytest.raises(NotAllowed):
        set_active(actor=an_actor("clerk"), user=user, active=False, now=NOW)
    user.refresh_from_db()
    head.refresh_from_db()
    assert (user.is_active, head.is_active) == (True, True)
    assert not AuditEntry.objects.filter(act="accounts.user.lock").exists()


def test_roles_in_words_name_their_scope():
    scopes.register("testbody", lambda pks: {pk: f"Gremium {pk}" for pk in pks})
    user = a_user("clerk")
    replace_grants(
        source="x:1",
        wanted=[
            (user, "member", "testbody:3", TODAY, None),
            (user, "deputy", "testbody:4", date(2025, 1, 1), date(2025, 12, 31)),
        ],
    )
    held = [(role.label, role.scope, role.state, role.by_hand) for role in all_roles(user, on=TODAY)]
    assert held == [
        ("Mitglied", "Gremium 3", "running", False),
        ("Verwaltungskraft", "", "running", True),
        ("Stellvertretung", "Gremium 4", "ended", False),
    ]
    assert [role.label for role in lines([user], on=TODAY)[0].roles] == ["Mitglied", "Verwaltungskraft"]
