"""Who may open a route: every route states one rule; the rule of an object stands in the policy of its context."""

from collections.abc import Callable
from dataclasses import dataclass

from bildungsnetz.core.actor import Actor


@dataclass(frozen=True)
class Rule:
    """A named audience of a route."""

    name: str
    allows: Callable[[Actor], bool]


def needs(*acts: str) -> Rule:
    """Everybody to whom at least one of the acts is allowed in some scope."""
    return Rule("|".join(acts), lambda actor: actor.can_somewhere(acts))


EVERYBODY = Rule("everybody", lambda _actor: True)
SIGNED_IN = Rule("signed in", lambda actor: not actor.is_anonymous)
TOKEN_HOLDER = Rule("holder of the link", lambda _actor: True)
"""Like EVERYBODY, for pages behind a secret link: the view itself answers 404 or an explanation for a wrong token."""
