"""The chairs of all sides answer an objection: only then does the text stay and the window go on."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain import minutes_window as rules
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.models import MinutesObjection, ObjectionAnswer
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.approvals import approvers, sides_by_key
from bildungsnetz.governance.selectors.minutes_window import open_objections, sides_without_answer
from bildungsnetz.governance.services.minutes import locked
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import person_of_user


@transaction.atomic
def answer_objection(
    *, actor: Actor, objection: MinutesObjection, side: str, reason: str, now: datetime
) -> ObjectionAnswer:
    """The chair of a side (or a deputy) says why the text stays; with the last answer the minutes are delivered again.

    Raises NotAllowed; RuleViolation (field `reason`) when nothing is open or the person does not chair that side.
    """
    minutes = locked(objection.minutes)
    person = person_of_user(actor.user_id)
    if person is None or not policies.may_approve(actor, minutes.session.body):
        raise NotAllowed
    raise_first(rules.refuse_answer(MinutesState(minutes.state), reason))
    if str(person.pk) not in approvers(minutes, day_of(now)).get(side, frozenset()):
        raise RuleViolation(_("Antworten können der Ko-Vorsitz dieser Seite und dessen Stellvertretung."))
    if side not in sides_without_answer(objection, minutes):
        raise RuleViolation(_("Diese Seite hat schon geantwortet."))
    row = sides_by_key(minutes).get(side)
    answer = ObjectionAnswer.objects.create(
        objection=objection, side=row, person=person, reason=reason.strip(), answered_at=now
    )
    audit.record(
        "governance.minutes.answer",
        actor=actor,
        on=minutes,
        thread=minutes,
        now=now,
        side=row.name if row else _("Vorsitz"),
    )
    if not open_objections(minutes):
        minutes.state = MinutesState.DELIVERED
        minutes.save_version(minutes.version)
    return answer
