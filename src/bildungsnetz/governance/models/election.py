import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.elections import ElectionState
from bildungsnetz.governance.models.body import SeatRuleRow


class Election(models.Model):
    """Heads of schools elect who speaks for them on a seat; open until a moment, then counted and settled."""

    seat_rule = models.ForeignKey(
        SeatRuleRow, verbose_name=_("Sitz"), on_delete=models.PROTECT, related_name="elections"
    )
    title = models.CharField(_("Bezeichnung"), max_length=120)
    school_form = models.CharField(_("Schulform"), max_length=2, blank=True)
    places = models.PositiveSmallIntegerField(_("Zu wählende Personen"), default=1)
    closes_at = models.DateTimeField(_("Ende der Wahl"))
    mandate_from = models.DateField(_("Mandat ab"))
    mandate_until = models.DateField(_("Mandat bis einschließlich"), null=True, blank=True)
    led_by = models.CharField(_("Wahlleitung"), max_length=120)
    state = models.CharField(max_length=10, choices=ElectionState, default=ElectionState.DRAFT)
    opened_at = models.DateTimeField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    cast = models.PositiveIntegerField(default=0)
    blank = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-closes_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(places__gte=1), name="election_has_a_place"),
            models.CheckConstraint(
                condition=Q(mandate_until__isnull=True) | Q(mandate_until__gte=F("mandate_from")),
                name="election_mandate_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Candidate(models.Model):
    """Somebody who can be elected; the votes are known once they are counted."""

    election = models.ForeignKey(Election, on_delete=models.CASCADE, related_name="candidates")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    votes = models.PositiveIntegerField(null=True, blank=True)
    is_elected = models.BooleanField(default=False)
    by_lot = models.BooleanField(default=False)

    class Meta:
        ordering = ["election", "person__last_name", "pk"]
        constraints = [models.UniqueConstraint(fields=["election", "person"], name="candidate_once")]

    def __str__(self) -> str:
        return str(self.person)


class Voter(models.Model):
    """Somebody with a vote and whether it was cast, never when or for whom; the link of the mail is stored as a hash."""

    election = models.ForeignKey(Election, on_delete=models.CASCADE, related_name="voters")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    school = models.ForeignKey("network.Institution", on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    has_voted = models.BooleanField(default=False)

    class Meta:
        ordering = ["election", "school__name", "pk"]
        constraints = [models.UniqueConstraint(fields=["election", "person"], name="voter_once")]

    def __str__(self) -> str:
        return str(self.person)


class Ballot(models.Model):
    """One ballot: the candidates chosen and nothing else, no voter, no time, a key by chance. Gone once settled."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    election = models.ForeignKey(Election, on_delete=models.CASCADE, related_name="ballots")
    choices = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return "Stimmzettel"
