from django.db import models


class AuditEntry(models.Model):
    """One act that happened. No foreign keys, so it keeps nothing from deletion and outlives what it names."""

    at = models.DateTimeField()
    act = models.CharField(max_length=80)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    object_kind = models.CharField(max_length=60)
    object_key = models.CharField(max_length=60)
    object_label = models.CharField(max_length=300)
    thread = models.CharField(max_length=121)
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["object_kind", "object_key"], name="audit_object"),
            models.Index(fields=["thread", "-at"], name="audit_thread"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.object_kind}:{self.object_key}"
