"""What an actor may, everywhere or in one scope."""

import pytest

from bildungsnetz.core.access import EVERYBODY, SIGNED_IN, needs
from bildungsnetz.core.actor import EVERYWHERE, PUBLIC, SYSTEM, Actor, HeldRole

CHAIR = Actor(
    7,
    "Anna Ähre",
    roles=(
        HeldRole("chair", frozenset({"see", "approve"}), "body:12"),
        HeldRole("chair", frozenset({"see"}), "body:3"),
        HeldRole("staff", frozenset({"enter"})),
    ),
)


@pytest.mark.parametrize(
    ("actor", "act", "scope", "allowed"),
    [
        (CHAIR, "approve", "body:12", True),
        (CHAIR, "approve", "body:3", False),
        (CHAIR, "approve", "body:1", False),
        (CHAIR, "approve", EVERYWHERE, False),
        (CHAIR, "enter", EVERYWHERE, True),
        (CHAIR, "enter", "body:99", True),
        (CHAIR, "leave", EVERYWHERE, False),
        (PUBLIC, "see", "body:12", False),
        (SYSTEM, "anything", "body:12", True),
    ],
)
def test_an_act_in_a_scope(actor: Actor, act: str, scope: str, allowed: bool) -> None:
    assert actor.can(act, scope) is allowed


def test_scopes_and_their_keys() -> None:
    assert CHAIR.scopes("see") == {"body:12", "body:3"}
    assert CHAIR.scope_keys("see", "body") == {12, 3}
    assert CHAIR.scope_keys("see", "order") == frozenset()
    assert CHAIR.scopes("enter") == {EVERYWHERE}
    assert SYSTEM.scopes("see") == {EVERYWHERE}
    assert PUBLIC.scopes("see") == frozenset()


@pytest.mark.parametrize(
    ("actor", "everybody", "signed_in", "approvers"),
    [(PUBLIC, True, False, False), (CHAIR, True, True, True), (Actor(8, "B"), True, True, False)],
)
def test_rules_of_routes(actor: Actor, everybody: bool, signed_in: bool, approvers: bool) -> None:
    allowed = (EVERYBODY.allows(actor), SIGNED_IN.allows(actor), needs("leave", "approve").allows(actor))
    assert allowed == (everybody, signed_in, approvers)


def test_who_is_anonymous() -> None:
    assert (PUBLIC.is_anonymous, SYSTEM.is_anonymous, CHAIR.is_anonymous) == (True, False, False)
    assert CHAIR.has_role("chair")
    assert not CHAIR.has_role("head")
