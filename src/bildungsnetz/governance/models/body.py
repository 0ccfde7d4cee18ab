from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.governance.domain.chairs import ChairModel
from bildungsnetz.governance.domain.decision_kinds import DecisionRule
from bildungsnetz.governance.domain.decision_numbers import Numbering
from bildungsnetz.governance.domain.preset_shape import BodyKind


class Body(Versioned):
    """A body of the network: how it is chaired, how it decides, which deadlines it keeps (calendar days)."""

    name = models.CharField(_("Name"), max_length=120, unique=True)
    kind = models.CharField(_("Art"), max_length=30, choices=BodyKind)
    purpose = models.TextField(_("Aufgabe"), blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("gehört zu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    chair_model = models.CharField(_("Vorsitz"), max_length=12, choices=ChairModel)
    decision_rule = models.CharField(_("Beschlussregel"), max_length=30, choices=DecisionRule)
    member_objection_blocks = models.BooleanField(
        _("Widerspruch eines Mitglieds verhindert den Beschluss"), default=False
    )
    fields_of_action = models.ManyToManyField(
        "network.FieldOfAction", verbose_name=_("Handlungsfelder"), blank=True, related_name="+"
    )
    quorum_percent = models.PositiveSmallIntegerField(
        _("Beschlussfähig ab (Prozent der besetzten Sitze)"),
        default=50,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    total_max = models.PositiveSmallIntegerField(_("Mitglieder höchstens"), null=True, blank=True)
    release_needed = models.BooleanField(
        _("Der Vorsitz gibt die Tagesordnung frei, bevor eingeladen wird"), default=False
    )
    takes_requests = models.BooleanField(_("Nimmt Anfragen zur Mitarbeit an"), default=False)
    proposal_days = models.PositiveSmallIntegerField(
        _("Frist für Vorschläge von Mitgliedern in Tagen"), default=21
    )
    invitation_days = models.PositiveSmallIntegerField(_("Einladungsfrist in Tagen"), default=14)
    papers_days = models.PositiveSmallIntegerField(_("Frist für Unterlagen in Tagen"), default=7)
    minutes_days = models.PositiveSmallIntegerField(_("Frist für den Protokollentwurf in Tagen"), default=14)
    objection_days = models.PositiveSmallIntegerField(
        _("Widerspruchsfrist zum Protokoll in Tagen"), default=14
    )
    approval_reminder_days = models.PositiveSmallIntegerField(
        _("An die Freigabe des Protokolls erinnern alle … Tage"),
        default=7,
        help_text=_("0 heißt: nie."),
    )
    report_first_due_on = models.DateField(_("Erster Jahresbericht fällig am"), null=True, blank=True)
    numbering = models.CharField(
        _("Beschlüsse zählen"), max_length=15, choices=Numbering, default=Numbering.CALENDAR_YEAR
    )
    is_active = models.BooleanField(_("arbeitet"), default=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quorum_percent__gte=1, quorum_percent__lte=100), name="body_quorum_percent"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def gives_orders(self) -> bool:
        """Only bodies that decide by consensus of sides give orders."""
        return self.decision_rule == DecisionRule.CONSENSUS_SIDES

    @property
    def scope(self) -> str:
        """The scope of grants that follow from a seat here."""
        return f"body:{self.pk}"


class BodySide(models.Model):
    """A side of a body; `in_consensus` when its agreement is needed."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="sides")
    key = models.SlugField(max_length=30)
    name = models.CharField(_("Name"), max_length=80)
    in_consensus = models.BooleanField(_("ihre Zustimmung zählt für den Konsens"), default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["body", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["body", "key"], name="side_key_unique_in_body")]

    def __str__(self) -> str:
        return self.name


class SeatRuleRow(models.Model):
    """A kind of seat: side, function, how many, named by whom, in force from and until.

    Versions of one kind of seat share the `key`; a mandate stays with the version it was entered for and counts in all.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seat_rules")
    key = models.SlugField(max_length=40)
    side = models.ForeignKey(
        BodySide, verbose_name=_("Seite"), on_delete=models.PROTECT, related_name="seat_rules"
    )
    function = models.CharField(_("Funktion"), max_length=120)
    minimum = models.PositiveSmallIntegerField(_("mindestens"), default=0)
    maximum = models.PositiveSmallIntegerField(_("höchstens"), default=1)
    nominating_party = models.CharField(_("benannt durch"), max_length=120, blank=True)
    advisory = models.BooleanField(_("nur beratend"), default=False)
    valid_from = models.DateField(_("gilt ab"), null=True, blank=True)
    valid_until = models.DateField(_("gilt bis einschließlich"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["body", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(maximum__gte=F("minimum")), name="seat_rule_max_not_below_min"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="seat_rule_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.function
