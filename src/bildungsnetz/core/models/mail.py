from django.db import models
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """One mail to one recipient. It is written with the act that causes it and sent by a job after the commit.

    `sending` is the claim of the job that hands it to the mail server: whoever finds a mail in this state leaves it alone.
    `bounced` came back from the mail server of the recipient; `failure` says why.
    `secret` mails hold a link that opens an account: outside the demo the outbox does not show their text.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("wartet auf Versand")
        SENDING = "sending", _("wird gerade übergeben")
        HELD = "held", _("zurückgehalten (Demo)")
        SENT = "sent", _("versendet")
        FAILED = "failed", _("fehlgeschlagen")
        BOUNCED = "bounced", _("zurückgekommen")

    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    queued_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    failure = models.CharField(max_length=300, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    recipient = models.EmailField()
    recipient_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    secret = models.BooleanField(default=False)
    unsubscribe_url = models.CharField(max_length=300, blank=True)
    about_kind = models.CharField(max_length=60, blank=True)
    about_key = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["-queued_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "queued_at"], name="mail_state"),
            models.Index(fields=["about_kind", "about_key"], name="mail_about"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["sent", "bounced"], sent_at__isnull=False)
                | (~models.Q(state__in=["sent", "bounced"]) & models.Q(sent_at__isnull=True)),
                name="mail_sent_has_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.recipient}"


class MailAttachment(models.Model):
    """A file of a mail, kept with it (invitations are small)."""

    mail = models.ForeignKey(OutgoingMail, on_delete=models.CASCADE, related_name="attachments")
    filename = models.CharField(max_length=120)
    content_type = models.CharField(max_length=120)
    content = models.BinaryField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.filename
