from django.db import models
from django.db.models import Q


class PublicRecord(models.Model):
    """One object of the public interface (OParl) as it is told, with the moments a client needs to keep up.

    `content` is what `domain.oparl` makes of a thing: links and embedded objects by name, no address. `origin` says from
    what it is made ("session:12", "bodies"). What is not public any more keeps kind, key and moments, and no content.
    """

    kind = models.CharField(max_length=20)
    key = models.PositiveBigIntegerField()
    origin = models.CharField(max_length=40)
    body_id = models.PositiveBigIntegerField(null=True, blank=True)
    content = models.JSONField(default=dict)
    created = models.DateTimeField()
    modified = models.DateTimeField()
    deleted = models.BooleanField(default=False)

    class Meta:
        ordering = ["created", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="public_record_once"),
            models.CheckConstraint(condition=Q(deleted=False) | Q(content={}), name="public_record_forgets"),
            models.CheckConstraint(
                condition=Q(modified__gte=models.F("created")), name="public_record_modified_after_created"
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "deleted", "created"], name="public_record_list"),
            models.Index(fields=["origin"], name="public_record_origin"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.key}"
