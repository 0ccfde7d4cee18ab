from datetime import date

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.clock import day_of
from bildungsnetz.core.models import Versioned
from bildungsnetz.network.domain.contact import GENERAL, PURPOSE_NAMES
from bildungsnetz.network.domain.coordinates import LATITUDES, LONGITUDES
from bildungsnetz.network.domain.kinds import SCHOOL
from bildungsnetz.network.domain.school_keys import (
    LEGAL_FORM_NAMES,
    SCHOOL_FORMS,
    SOCIAL_INDEX,
    STATUS_NAMES,
    LegalForm,
    OperatingStatus,
)
from bildungsnetz.network.models.field_of_action import FieldOfAction
from bildungsnetz.network.models.municipality import Municipality


class Institution(Versioned):
    """An actor of education: a school, a Kita, an office, a company. An official number locks it."""

    official_number = models.CharField(_("Schulnummer"), max_length=6, null=True, blank=True, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    short_name = models.CharField(_("Kurzbezeichnung"), max_length=80, blank=True)
    kind = models.CharField(_("Art der Einrichtung"), max_length=40)
    kind_name = models.CharField(_("Name der Art"), max_length=80, default="", editable=False)
    school_form = models.CharField(
        _("Schulform"), max_length=2, blank=True, choices=list(SCHOOL_FORMS.items())
    )
    legal_form = models.CharField(
        _("Rechtsform"),
        max_length=10,
        choices=list(LEGAL_FORM_NAMES.items()),
        default=LegalForm.PUBLIC.value,
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("Stadt oder Gemeinde"),
        on_delete=models.PROTECT,
        related_name="institutions",
    )
    status = models.CharField(
        _("Betriebsstand"),
        max_length=20,
        choices=list(STATUS_NAMES.items()),
        default=OperatingStatus.IN_OPERATION.value,
    )
    status_date = models.DateField(_("Datum zum Betriebsstand"), null=True, blank=True)
    social_index = models.PositiveSmallIntegerField(_("Schulsozialindex"), null=True, blank=True)
    authority_number = models.CharField(_("Nummer des Schulträgers"), max_length=10, blank=True)
    is_public = models.BooleanField(_("Im öffentlichen Verzeichnis zeigen"), default=False)
    description = models.TextField(_("Beschreibung"), blank=True, max_length=4000)
    fields_of_action = models.ManyToManyField(
        FieldOfAction, verbose_name=_("Handlungsfelder"), blank=True, related_name="institutions"
    )
    entered_at = models.DateTimeField(_("Erfasst am"))
    changed_at = models.DateTimeField(_("Geändert am"))
    confirmed_on = models.DateField(_("Zuletzt bestätigt am"), null=True, blank=True)
    resting_since = models.DateField(_("Verborgen seit"), null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(school_form="") | models.Q(kind=SCHOOL), name="institution_form_of_school"
            ),
            models.CheckConstraint(
                condition=models.Q(official_number__isnull=True)
                | models.Q(official_number__regex=r"^[1-9][0-9]{5}$"),
                name="institution_official_number",
            ),
            models.CheckConstraint(
                condition=models.Q(social_index__isnull=True)
                | models.Q(social_index__range=SOCIAL_INDEX, kind=SCHOOL),
                name="institution_social_index_of_school",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "name"], name="institution_kind"),
            models.Index(fields=["school_form"], name="institution_form"),
            models.Index(fields=["name", "id"], name="institution_name"),
            models.Index(fields=["is_public", "status", "kind"], name="institution_in_directory"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_official(self) -> bool:
        """Whether the official list owns name, address and the other locked fields."""
        return self.official_number is not None

    @property
    def known_on(self) -> date:
        """When somebody last said that the entry is right: the confirmation, else the day it was entered."""
        return self.confirmed_on or day_of(self.entered_at)

    @property
    def is_school(self) -> bool:
        return self.kind == SCHOOL

    @property
    def is_working(self) -> bool:
        return self.status == OperatingStatus.IN_OPERATION

    @property
    def what(self) -> str | Promise:
        """What it is in a word: the school form of a school, the kind of the others."""
        if self.school_form:
            return SCHOOL_FORMS[self.school_form]
        return gettext(self.kind_name)

    @property
    def status_name(self) -> str | Promise:
        return STATUS_NAMES[OperatingStatus(self.status)]


class Site(models.Model):
    """A place of an institution with its address; one of them is the main one."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="sites")
    is_main = models.BooleanField(_("Hauptstandort"), default=True)
    label = models.CharField(_("Bezeichnung"), max_length=80, blank=True)
    street = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    postal_code = models.CharField(_("Postleitzahl"), max_length=5, blank=True)
    city = models.CharField(_("Ort"), max_length=80, blank=True)
    longitude = models.FloatField(_("Länge"), null=True, blank=True)
    latitude = models.FloatField(_("Breite"), null=True, blank=True)

    class Meta:
        ordering = ["-is_main", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution"], condition=models.Q(is_main=True), name="site_one_main"
            ),
            models.CheckConstraint(
                condition=models.Q(longitude__isnull=True, latitude__isnull=True)
                | models.Q(longitude__range=LONGITUDES, latitude__range=LATITUDES),
                name="site_point_in_nrw",
            ),
        ]
        indexes = [
            models.Index(fields=["longitude", "latitude"], name="site_point"),
            models.Index(fields=["postal_code"], name="site_postal_code"),
        ]

    def __str__(self) -> str:
        return f"{self.street}, {self.postal_code} {self.city}".strip(", ")


class ContactChannel(models.Model):
    """A way to reach an institution. Official ones come from the list and change only with it."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("Telefon")
        FAX = "fax", _("Fax")
        EMAIL = "email", _("E-Mail")
        WEBSITE = "website", _("Internetseite")

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(_("Art"), max_length=10, choices=Kind.choices)
    value = models.CharField(_("Angabe"), max_length=200)
    purpose = models.CharField(
        _("Zweck"), max_length=20, choices=list(PURPOSE_NAMES.items()), default=GENERAL
    )
    is_official = models.BooleanField(_("Aus der amtlichen Liste"), default=False)
    is_public = models.BooleanField(_("Öffentlich"), default=True)

    class Meta:
        ordering = ["institution", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "kind", "is_official"],
                condition=models.Q(purpose=GENERAL),
                name="channel_once",
            ),
            models.UniqueConstraint(
                fields=["institution", "kind", "purpose", "value"],
                name="channel_of_purpose_once",
                condition=~models.Q(purpose=GENERAL),
            ),
            models.CheckConstraint(
                condition=models.Q(purpose=GENERAL) | models.Q(is_official=False),
                name="channel_official_general",
            ),
            models.CheckConstraint(condition=~models.Q(value=""), name="channel_not_empty"),
        ]

    def __str__(self) -> str:
        return self.value
