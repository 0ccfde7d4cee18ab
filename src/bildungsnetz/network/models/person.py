from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.network.domain.functions import FUNCTION_NAMES, FunctionKind
from bildungsnetz.network.models.institution import Institution


class Person(Versioned):
    """A person of the network. Has an account only if invited; what it does stands in its functions."""

    title = models.CharField(_("Titel"), max_length=40, blank=True)
    first_name = models.CharField(_("Vorname"), max_length=80)
    last_name = models.CharField(_("Nachname"), max_length=80)
    email = models.EmailField(_("E-Mail"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="person"
    )
    entered_at = models.DateTimeField(_("Erfasst am"))

    class Meta:
        ordering = ["last_name", "first_name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Title, first and last name, as one addresses a letter."""
        return " ".join(part for part in (self.title, self.first_name, self.last_name) if part)

    @property
    def sort_name(self) -> str:
        """Last name first, for lists."""
        return f"{self.last_name}, {' '.join(part for part in (self.title, self.first_name) if part)}"


class Function(models.Model):
    """A person does something in an institution from a day to a day (inclusive). Current is asked, never stored."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="functions")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="functions")
    kind = models.CharField(_("Funktion"), max_length=30, choices=list(FUNCTION_NAMES.items()))
    label = models.CharField(_("Genaue Bezeichnung"), max_length=120, blank=True)
    started_on = models.DateField(_("Seit"))
    ended_on = models.DateField(_("Bis einschließlich"), null=True, blank=True)

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="function_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.institution})"

    @property
    def name(self) -> str | Promise:
        """The exact name where there is one, else that of the kind."""
        return self.label or FUNCTION_NAMES[FunctionKind(self.kind)]
