from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.annual_plan import Recurrence, Rhythm, Weekday, WeekOfMonth
from bildungsnetz.governance.domain.session_states import SessionMode
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models.body import Body


class SessionTemplate(Versioned):
    """How the sessions of a body usually are: rhythm, time, place, recurring items."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="templates")
    name = models.CharField(_("Name"), max_length=80)
    months = models.JSONField(_("Monate"), default=list)
    weekday = models.PositiveSmallIntegerField(_("Wochentag"), choices=Weekday, default=Weekday.WEDNESDAY)
    week = models.PositiveSmallIntegerField(
        _("Welcher davon"), choices=WeekOfMonth, default=WeekOfMonth.SECOND
    )
    starts_at = models.TimeField(_("Beginn"))
    minutes = models.PositiveSmallIntegerField(_("Dauer in Minuten"), default=120)
    mode = models.CharField(_("Form"), max_length=10, choices=SessionMode, default=SessionMode.ON_SITE)
    place = models.CharField(_("Ort"), max_length=200, blank=True)
    online_link = models.URLField(_("Link zur Videokonferenz"), blank=True)

    class Meta:
        ordering = ["body", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "name"], name="template_name_unique_in_body"),
            models.CheckConstraint(
                condition=Q(minutes__gte=15, minutes__lte=720), name="template_lasts_reasonably"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.name}"

    @property
    def rhythm(self) -> Rhythm:
        return Rhythm(tuple(self.months), self.weekday, self.week)


class TemplateItem(models.Model):
    """An item that comes back; `every` counts for each nth session only."""

    template = models.ForeignKey(SessionTemplate, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("Titel"), max_length=200)
    kind = models.CharField(_("Art"), max_length=15, choices=ItemKind, default=ItemKind.INFORMATION)
    summary = models.TextField(_("Worum geht es"), blank=True)
    minutes_planned = models.PositiveSmallIntegerField(_("Minuten"), default=10)
    visibility = models.CharField(
        _("Wer darf es lesen"), max_length=10, choices=Visibility, default=Visibility.BODY
    )
    recurrence = models.CharField(_("Wie oft"), max_length=6, choices=Recurrence, default=Recurrence.EVERY)
    every = models.PositiveSmallIntegerField(_("n"), default=1)

    class Meta:
        ordering = ["template", "position", "pk"]
        constraints = [models.CheckConstraint(condition=Q(every__gte=1), name="template_item_every_positive")]

    def __str__(self) -> str:
        return self.title
