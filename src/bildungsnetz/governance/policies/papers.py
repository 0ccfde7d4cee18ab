"""Who may read, add, change and withdraw papers, and publish a session."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import AgendaItem, Paper, Session
from bildungsnetz.governance.policies.visibility import may_read_visibility

ADD = "governance.paper.add"
CHANGE = "governance.paper.change"
WITHDRAW = "governance.paper.withdraw"
PUBLISH = "governance.session.publish"


def may_add_paper(actor: Actor, item: AgendaItem) -> bool:
    """The secretariat, as far as it may read the item."""
    scope = item.session.body.scope
    return actor.can(ADD, scope) and may_read_visibility(actor, item.visibility, scope)


def may_change_paper(actor: Actor, paper: Paper) -> bool:
    return actor.can(CHANGE, paper.item.session.body.scope) and _may_read(actor, paper)


def may_withdraw_paper(actor: Actor, paper: Paper) -> bool:
    return actor.can(WITHDRAW, paper.item.session.body.scope) and _may_read(actor, paper)


def may_publish(actor: Actor, session: Session) -> bool:
    """Putting the public part of a session on the public pages, and taking it away."""
    return actor.can(PUBLISH, session.body.scope)


def _may_read(actor: Actor, paper: Paper) -> bool:
    scope = paper.item.session.body.scope
    return may_read_visibility(actor, paper.visibility, scope) and may_read_visibility(
        actor, paper.item.visibility, scope
    )
