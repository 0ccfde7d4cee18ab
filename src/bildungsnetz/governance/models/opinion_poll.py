from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.models.session import AgendaItem


class OpinionPoll(models.Model):
    """What a member asks those she represents about an item; whom she asked is not kept, only how many."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="polls")
    author = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    question = models.CharField(_("Frage"), max_length=300)
    options = models.JSONField(_("Antworten"))
    closes_on = models.DateField(_("letzter Tag"))
    started_at = models.DateTimeField()
    invited = models.PositiveSmallIntegerField()
    is_shown_to_body = models.BooleanField(_("Das Gremium darf das Ergebnis sehen"), default=False)

    class Meta:
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"Meinungsbild {self.pk}"


class PollTicket(models.Model):
    """That a link has not been used yet. It names nobody and goes with the answer."""

    poll = models.ForeignKey(OpinionPoll, on_delete=models.CASCADE, related_name="tickets")
    token_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["token_hash"]

    def __str__(self) -> str:
        return f"offener Zugang zu {self.poll}"


class PollAnswer(models.Model):
    """One answer: no person, no time, a key drawn by chance so that no order can be read from it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    poll = models.ForeignKey(OpinionPoll, on_delete=models.CASCADE, related_name="answers")
    option = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Antwort zu {self.poll}"
