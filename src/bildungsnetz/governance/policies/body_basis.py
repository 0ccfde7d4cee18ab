"""Who may keep the documents, reports and guests of a body, and who may say that a person can be named in public."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body
from bildungsnetz.network.api import Person

ADD_DOCUMENT = "governance.document.add"
GIVE_REPORT = "governance.yearly_report.give"
SET_GUEST = "governance.topic_guest.set"
SET_CONSENT = "governance.consent.set"


def may_add_document(actor: Actor, body: Body) -> bool:
    return actor.can(ADD_DOCUMENT, body.scope)


def may_give_report(actor: Actor, body: Body) -> bool:
    return actor.can(GIVE_REPORT, body.scope)


def may_set_guest(actor: Actor, body: Body) -> bool:
    """Enter a guest for a topic and end it."""
    return actor.can(SET_GUEST, body.scope)


def may_set_consent(actor: Actor, person: Person) -> bool:
    """Record a consent and its withdrawal: the secretariat for others, everybody for herself."""
    is_self = actor.user_id is not None and person.user_id == actor.user_id
    return is_self or actor.can(SET_CONSENT)
