from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.following import NewsKind, Rhythm
from bildungsnetz.governance.models.body import Body


class Follower(models.Model):
    """An account that follows something; `looked_at` when news were last looked for, whether there were any or not."""

    user = models.OneToOneField("accounts.User", on_delete=models.CASCADE, related_name="+")
    rhythm = models.CharField(_("Mails"), max_length=10, choices=Rhythm, default=Rhythm.WEEKLY)
    looked_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.user)


class Follow(models.Model):
    """One body or one topic that is followed `since` a moment: what is older is not told."""

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="follows")
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    field_of_action = models.ForeignKey(
        "network.FieldOfAction", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    since = models.DateTimeField()

    class Meta:
        ordering = ["follower", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(body__isnull=False, field_of_action__isnull=True)
                | Q(body__isnull=True, field_of_action__isnull=False),
                name="follow_is_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=["follower", "body"], condition=Q(body__isnull=False), name="follow_body_once"
            ),
            models.UniqueConstraint(
                fields=["follower", "field_of_action"],
                condition=Q(field_of_action__isnull=False),
                name="follow_topic_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.body or self.field_of_action)


class NewsTold(models.Model):
    """That somebody was told something, so that nobody is told twice; forgotten when it is no news any more."""

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="told")
    kind = models.CharField(max_length=10, choices=NewsKind)
    key = models.PositiveBigIntegerField()
    told_at = models.DateTimeField()

    class Meta:
        ordering = ["follower", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["follower", "kind", "key"], name="news_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
