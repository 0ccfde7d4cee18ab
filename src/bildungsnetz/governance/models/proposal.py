from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.proposals import ProposalState
from bildungsnetz.governance.models.session import AgendaItem, Session


class ItemProposal(models.Model):
    """What a member wants on the agenda; accepted, it has become an item."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="proposals")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("Titel"), max_length=200)
    kind = models.CharField(_("Art"), max_length=15, choices=ItemKind, default=ItemKind.CONSULTATION)
    concern = models.TextField(_("Worum geht es, und warum jetzt"))
    wording = models.TextField(_("Beschlussvorschlag"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("Minuten"), default=10)
    state = models.CharField(max_length=10, choices=ProposalState, default=ProposalState.OPEN)
    proposed_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(_("Begründung"), max_length=500, blank=True)
    item = models.OneToOneField(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="proposed_as"
    )

    class Meta:
        ordering = ["session", "proposed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(answer=""), name="proposal_refused_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", item__isnull=False)
                | (~Q(state="accepted") & Q(item__isnull=True)),
                name="proposal_accepted_with_item",
            ),
        ]

    def __str__(self) -> str:
        return self.title
