"""Putting a recommendation on an agenda."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.recommendations import RecommendationState, may_go_on_agenda
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import AgendaItem, Recommendation, Session
from bildungsnetz.governance.policies import recommendations as policies
from bildungsnetz.governance.selectors.recommendations import open_items
from bildungsnetz.governance.services.agenda import add_item


@transaction.atomic
def put_recommendation_on_agenda(
    *, actor: Actor, recommendation: Recommendation, session: Session, now: datetime, proposal: str = ""
) -> AgendaItem:
    """Make a decision item of a recommendation in a planned session of a body that gives orders.

    The act is told on the session (`add_item`). Raises NotAllowed, RuleViolation (field `session`).
    """
    rows = Recommendation.objects.select_related("body").select_for_update(of=("self",))
    chosen = rows.get(pk=recommendation.pk)
    if not policies.may_change(actor, chosen):
        raise NotAllowed
    if not may_go_on_agenda(RecommendationState(chosen.state)):
        raise RuleViolation(
            _("Nur eine Empfehlung, die dem Lenkungskreis übergeben ist, kommt auf eine Tagesordnung.")
        )
    if open_items(chosen).exists():
        raise RuleViolation(_("Diese Empfehlung steht schon auf einer Tagesordnung."))
    if not session.body.gives_orders or session.state != SessionState.PLANNED:
        text = _("Wählen Sie eine geplante Sitzung eines Gremiums, das im Konsens der Seiten beschließt.")
        raise RuleViolation(text, "session")
    return add_item(
        actor=actor,
        session=session,
        title=chosen.title,
        kind=ItemKind.DECISION,
        summary=chosen.text,
        proposal=proposal.strip(),
        recommendation=chosen,
        now=now,
    )
