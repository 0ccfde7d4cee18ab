from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.conferences import (
    Audience,
    ContributionState,
    ForumState,
    shown_code,
    takes_contributions,
)
from bildungsnetz.governance.models.recommendation import Recommendation
from bildungsnetz.governance.models.session import Session


class Conference(Versioned):
    """What a session of a Bildungskonferenz is beside a session: for whom it is and what the public reads of it."""

    session = models.OneToOneField(Session, on_delete=models.CASCADE, related_name="conference")
    audience = models.CharField(_("Für wen"), max_length=10, choices=Audience, default=Audience.MEMBERS)
    introduction = models.TextField(_("Worum es geht"), blank=True)

    class Meta:
        ordering = ["-session__starts_at", "-pk"]

    def __str__(self) -> str:
        return str(self.session)

    @property
    def is_open(self) -> bool:
        """Open to everybody."""
        return self.audience == Audience.OPEN


class Forum(Versioned):
    """A round of a conference that collects contributions; its code opens it only while it is open."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="forums")
    title = models.CharField(_("Titel"), max_length=120)
    question = models.TextField(_("Frage an die Teilnehmenden"), blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=ForumState, default=ForumState.PREPARED)
    code = models.CharField(max_length=6, blank=True)
    closes_at = models.DateTimeField(_("schließt von selbst um"), null=True, blank=True)

    class Meta:
        ordering = ["conference", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="forum_code_unique"),
            models.CheckConstraint(
                condition=Q(state="open") & ~Q(code="") & Q(closes_at__isnull=False)
                | ~Q(state="open") & Q(code=""),
                name="forum_has_code_while_open",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def code_to_read(self) -> str:
        """The code in two groups."""
        return shown_code(self.code)

    def takes(self, now: object) -> bool:
        """Whether the code opens it at the moment."""
        return takes_contributions(ForumState(self.state), self.closes_at, now)  # type: ignore[arg-type]


class Contribution(Versioned):
    """What somebody contributed in a forum, without a name; or what several of these became.

    `receipt` is the mark of the form it came with, so that one form makes one contribution.
    """

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="contributions")
    receipt = models.CharField(max_length=64, unique=True)
    title = models.CharField(_("Ihr Vorschlag in einem Satz"), max_length=200)
    text = models.TextField(_("Warum ist das wichtig?"), blank=True)
    state = models.CharField(max_length=10, choices=ContributionState, default=ContributionState.WAITING)
    refusal = models.CharField(_("Grund"), max_length=300, blank=True)
    supporters = models.PositiveIntegerField(default=0)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="originals"
    )
    recommendation = models.ForeignKey(
        Recommendation, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions"
    )
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["forum", "-supporters", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | ~Q(state="merged") & Q(merged_into__isnull=True),
                name="contribution_merged_into_another",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="contribution_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"Beitrag {self.pk}"


class ContributionSupport(models.Model):
    """That one of those who entered the code supports a contribution. The mark names nobody and goes with the closing."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="supports")
    mark = models.CharField(max_length=64)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["contribution", "mark"], name="support_once_per_contribution")
        ]

    def __str__(self) -> str:
        return f"Unterstützung {self.pk}"
