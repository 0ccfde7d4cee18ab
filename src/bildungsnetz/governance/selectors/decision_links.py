"""Which decisions replaced or revoked which, as far as the asking person may know them."""

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.consensus import ADOPTED
from bildungsnetz.governance.domain.decision_kinds import DecisionState
from bildungsnetz.governance.models import Decision, DecisionLink
from bildungsnetz.governance.policies.decisions import may_read
from bildungsnetz.governance.selectors.decisions import decisions

FULL = ("later__body", "later__item__session", "earlier__body", "earlier__item__session")


def links_of(actor: Actor, decision: Decision) -> tuple[list[DecisionLink], DecisionLink | None]:
    """What the decision overtakes, and the one that overtook it; links to decisions the actor may not read are left out."""
    rows = DecisionLink.objects.select_related(*FULL)
    overtakes = [row for row in rows.filter(later=decision).order_by("pk") if may_read(actor, row.earlier)]
    by = rows.filter(earlier=decision).first()
    return overtakes, by if by is not None and may_read(actor, by.later) else None


def overtaken_by(actor: Actor, decision: Decision) -> DecisionLink | None:
    """What overtook a decision of the search, if the actor may read it; costs no query there."""
    link: DecisionLink | None = getattr(decision, "overtaken", None)
    return link if link is not None and may_read(actor, link.later) else None


def may_be_overtaken(actor: Actor, decision: Decision) -> QuerySet[Decision]:
    """The standing adopted decisions of the same body that are not younger, newest first."""
    rows = decisions(actor).filter(
        body=decision.body,
        state=DecisionState.RECORDED,
        outcome__in=ADOPTED,
        decided_on__lte=decision.decided_on,
    )
    if decision.is_closed:
        rows = rows.filter(is_closed=True)
    return rows.exclude(pk=decision.pk)


def link_for(actor: Actor, pk: int) -> DecisionLink | None:
    """One connection, if the actor may read both decisions."""
    row = DecisionLink.objects.select_related(*FULL).filter(pk=pk).first()
    return row if row is not None and may_read(actor, row.later) and may_read(actor, row.earlier) else None
