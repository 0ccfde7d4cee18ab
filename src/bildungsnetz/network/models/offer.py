from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.network.domain import offer_words as words
from bildungsnetz.network.domain.offers import grades, unpack
from bildungsnetz.network.models.institution import Institution


class Offer(Versioned):
    """What an institution offers others: entered once, shown in portal, feed and newsletter until its last day.

    `audiences`, `access` and `languages` hold packed keys (see domain.offers.pack); `reminded` is the last reminder sent
    for this `valid_until` (30 or 7 days before).
    """

    institution = models.ForeignKey(
        Institution, verbose_name=_("Anbieter"), on_delete=models.PROTECT, related_name="offers"
    )
    reference = models.CharField(_("Kennung beim Anbieter"), max_length=80, blank=True)
    title = models.CharField(_("Titel"), max_length=160)
    kind = models.CharField(_("Art des Angebots"), max_length=20, choices=list(words.KINDS.items()))
    topic = models.CharField(_("Thema"), max_length=20, choices=list(words.TOPICS.items()))
    description = models.TextField(_("Beschreibung"), blank=True, max_length=4000)
    audiences = models.CharField(_("Zielgruppen"), max_length=200, blank=True)
    grade_from = models.PositiveSmallIntegerField(_("Von Klasse"), null=True, blank=True)
    grade_to = models.PositiveSmallIntegerField(_("Bis Klasse"), null=True, blank=True)
    cost = models.CharField(_("Kosten"), max_length=10, choices=list(words.COSTS.items()))
    cost_note = models.CharField(_("Kosten im Einzelnen"), max_length=200, blank=True)
    place = models.CharField(_("Wo"), max_length=10, choices=list(words.PLACES.items()))
    place_note = models.CharField(_("Ort im Einzelnen"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("Beginn"), null=True, blank=True)
    ends_at = models.DateTimeField(_("Ende"), null=True, blank=True)
    dates_note = models.CharField(_("Termine in Worten"), max_length=300, blank=True)
    capacity = models.PositiveIntegerField(_("Plätze"), null=True, blank=True)
    access = models.CharField(_("Barrierefreiheit"), max_length=200, blank=True)
    languages = models.CharField(_("Sprachen"), max_length=100, blank=True)
    contact_name = models.CharField(_("Ansprechstelle"), max_length=120, blank=True)
    email = models.EmailField(_("E-Mail"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    website = models.CharField(_("Internetseite"), max_length=300, blank=True)
    valid_until = models.DateField(_("Gültig bis"))
    is_public = models.BooleanField(_("Öffentlich zeigen"), default=True)
    reminded = models.PositiveSmallIntegerField(null=True)
    entered_at = models.DateTimeField(_("Erfasst am"))
    changed_at = models.DateTimeField(_("Geändert am"))

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "reference"], condition=~Q(reference=""), name="offer_reference_once"
            ),
            models.CheckConstraint(
                condition=Q(grade_from__isnull=True)
                | Q(grade_to__isnull=True)
                | Q(grade_from__lte=F("grade_to")),
                name="offer_grades_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="offer_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(fields=["is_public", "valid_until"], name="offer_shown"),
            models.Index(fields=["topic", "kind"], name="offer_topic"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def grades(self) -> str:
        return grades(self.grade_from, self.grade_to)

    @property
    def audience_names(self) -> list[str | Promise]:
        return words.names_of(unpack(self.audiences), words.AUDIENCES)

    @property
    def access_names(self) -> list[str | Promise]:
        return words.names_of(unpack(self.access), words.ACCESS)

    @property
    def language_names(self) -> list[str | Promise]:
        return words.names_of(unpack(self.languages), words.LANGUAGES)
