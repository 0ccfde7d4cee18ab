from django.db import models


class MailboxPosition(models.Model):
    """Up to which mail a mailbox has been read: numbers of mails hold as long as the folder keeps its `validity`.

    `looked_at` is the last look, `trouble` why it failed.
    """

    name = models.CharField(max_length=300, unique=True)
    validity = models.PositiveBigIntegerField(null=True, blank=True)
    last_uid = models.PositiveBigIntegerField(default=0)
    looked_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
