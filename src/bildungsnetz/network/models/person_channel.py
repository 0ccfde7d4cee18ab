from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.contact import (
    BASIS_NAMES,
    OBJECTION_NAMES,
    PERSON_CHANNEL_NAMES,
    PERSON_PURPOSE_NAMES,
    LegalBasis,
)
from bildungsnetz.network.models.person import Person


class PersonChannel(models.Model):
    """A further way to reach a person: what it may be used for and on which legal basis."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(_("Art"), max_length=10, choices=list(PERSON_CHANNEL_NAMES.items()))
    value = models.CharField(_("Angabe"), max_length=200)
    purpose = models.CharField(_("Zweck"), max_length=20, choices=list(PERSON_PURPOSE_NAMES.items()))
    basis = models.CharField(_("Rechtsgrundlage"), max_length=20, choices=list(BASIS_NAMES.items()))
    consented_on = models.DateField(_("Eingewilligt am"), null=True, blank=True)

    class Meta:
        ordering = ["person", "kind", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(value=""), name="person_channel_not_empty"),
            models.CheckConstraint(
                condition=Q(basis=LegalBasis.CONSENT.value, consented_on__isnull=False)
                | (~Q(basis=LegalBasis.CONSENT.value) & Q(consented_on__isnull=True)),
                name="person_channel_consent_dated",
            ),
            models.UniqueConstraint(
                fields=["person", "kind", "value", "purpose"], name="person_channel_once"
            ),
        ]

    def __str__(self) -> str:
        return self.value


class Objection(models.Model):
    """A person objects to being written to, or to being named in public (Art. 21 DSGVO), until withdrawn."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="objections")
    against = models.CharField(_("Wogegen"), max_length=20, choices=list(OBJECTION_NAMES.items()))
    received_on = models.DateField(_("Eingegangen am"))
    withdrawn_on = models.DateField(_("Zurückgenommen am"), null=True, blank=True)
    note = models.CharField(_("Vermerk"), max_length=300, blank=True)

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("received_on")),
                name="objection_withdrawn_after_received",
            ),
            models.UniqueConstraint(
                fields=["person", "against"],
                condition=Q(withdrawn_on__isnull=True),
                name="objection_open_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
