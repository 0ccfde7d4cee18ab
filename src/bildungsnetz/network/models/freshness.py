from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.network.domain.proposals import (
    SOURCE_NAMES,
    STATE_NAMES,
    WANTS_NAMES,
    ProposalState,
    Wants,
    number_of,
)
from bildungsnetz.network.models.institution import Institution
from bildungsnetz.network.models.offer import Offer


class ConfirmationRequest(models.Model):
    """The yearly question to an institution whether its entry is right; at most one is open."""

    class Answer(models.TextChoices):
        CONFIRMED = "confirmed", _("alles richtig")
        CHANGED = "changed", _("Änderung vorgeschlagen")
        GONE = "gone", _("gibt es nicht mehr")

    institution = models.ForeignKey(
        Institution, on_delete=models.CASCADE, related_name="confirmation_requests"
    )
    email = models.EmailField(_("Angeschrieben"), blank=True)
    sent_at = models.DateTimeField(_("Angefragt am"))
    reminded_at = models.DateTimeField(_("Erinnert am"), null=True, blank=True)
    answered_at = models.DateTimeField(_("Beantwortet am"), null=True, blank=True)
    answer = models.CharField(_("Antwort"), max_length=10, choices=Answer, blank=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution"], condition=Q(answered_at__isnull=True), name="confirmation_one_open"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="confirmation_answer_has_time",
            ),
        ]

    def __str__(self) -> str:
        return self.institution.name


class ChangeProposal(Versioned):
    """What somebody says about an entry; nothing changes until the office has settled it.

    `before` holds the entry as it was, `changes` the proposed values; a report from outside has words only. `receipt` is
    the mark of the form, so that one form makes one proposal.
    """

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="proposals")
    offer = models.ForeignKey(
        Offer, null=True, blank=True, on_delete=models.CASCADE, related_name="proposals"
    )
    source = models.CharField(_("Herkunft"), max_length=15, choices=list(SOURCE_NAMES.items()))
    wants = models.CharField(max_length=10, choices=list(WANTS_NAMES.items()), default=Wants.CHANGE.value)
    receipt = models.CharField(max_length=64, unique=True)
    message = models.TextField(_("Nachricht"), blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    before = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    received_at = models.DateTimeField(_("Eingegangen am"))
    state = models.CharField(
        _("Stand"), max_length=10, choices=list(STATE_NAMES.items()), default=ProposalState.OPEN.value
    )
    answer = models.TextField(_("Antwort"), blank=True)
    settled_at = models.DateTimeField(_("Erledigt am"), null=True, blank=True)

    class Meta:
        ordering = ["received_at", "pk"]
        indexes = [models.Index(fields=["state", "received_at"], name="proposal_open")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True)
                | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="proposal_settled_has_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.institution.name})"

    @property
    def number(self) -> str:
        return number_of(self.pk)

    @property
    def is_open(self) -> bool:
        return self.state == ProposalState.OPEN
