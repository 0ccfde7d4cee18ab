from django.conf import settings
from django.db import models


class Invitation(models.Model):
    """An open door for one person: a link by mail that lets her set a password once.

    Only the hash of the token is stored. `reference` is the plain key of what the account belongs to
    ("network.person:5"); whoever made it listens to the signal `invitation_accepted`.
    """

    email = models.EmailField()
    name = models.CharField(max_length=200)
    token_hash = models.CharField(max_length=64, unique=True)
    role_keys = models.JSONField(default=list)
    reference = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["reference"], name="invitation_reference")]

    def __str__(self) -> str:
        return self.email
