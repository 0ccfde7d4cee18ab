from django.db import models
from django.db.models import Q

from bildungsnetz.governance.domain.feeds import FeedKind
from bildungsnetz.governance.models.body import Body


class Feed(models.Model):
    """A link by which a program fetches what an account may see: of all its bodies, or of one (`body`).

    Only the hash of the link is kept. `content_hash` and `changed_at` say when the answer last differed from the one
    before: the program is told that moment, because sessions also vanish when a mandate ends.
    """

    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=FeedKind)
    body = models.ForeignKey(Body, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_on = models.DateField(null=True, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["user", "kind", "body", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "body"], condition=Q(body__isnull=False), name="feed_once_per_body"
            ),
            models.UniqueConstraint(
                fields=["user", "kind"], condition=Q(body__isnull=True), name="feed_once_per_account"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.body.name}" if self.body else str(self.get_kind_display())
