"""Who finds an order from a confidential item."""

import pytest

from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.selectors.orders import decisions_for_orders, orders
from tests.governance.build import a_body, an_actor
from tests.governance.build_orders import a_decision, an_order

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "is_own_body", "found"),
    [
        ("head", None, 1),
        ("clerk", None, 1),
        ("co_chair", True, 1),
        ("co_chair", False, 0),
        ("member", True, 0),
        ("school", None, 0),
    ],
)
def test_a_confidential_order(role: str, is_own_body: bool | None, found: int) -> None:
    body, other = a_body(), a_body(name="Anderer Kreis")
    an_order(a_decision(body, visibility=Visibility.OFFICE))
    scope = {None: "", True: body.scope, False: other.scope}[is_own_body]
    actor = an_actor(role, scope, user_id=99)
    assert (orders(actor).count(), decisions_for_orders(actor).count()) == (found, found)
