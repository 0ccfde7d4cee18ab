"""On what a body stands: rules of procedure and contract, yearly reports, guests for a topic, consent to be named."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.body_documents import DocumentKind
from bildungsnetz.governance.models.body import Body
from bildungsnetz.governance.models.mandate import ENDS_AFTER_START


class BodyDocument(models.Model):
    """A version of a document on which the body works, in force from a day until the next version of its kind."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("Art"), max_length=20, choices=DocumentKind)
    valid_from = models.DateField(_("gilt ab"))
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("Wortlaut"), blank=True)
    note = models.CharField(_("Was ist neu"), max_length=200, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["body", "kind", "-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "kind", "valid_from"], name="body_document_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} vom {self.valid_from:%d.%m.%Y}"


class YearlyReport(models.Model):
    """The report a body owed for a due day."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="yearly_reports")
    due_on = models.DateField(_("fällig am"))
    text = models.TextField(_("Bericht"))
    file = models.ForeignKey(
        "core.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["body", "-due_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["body", "due_on"], name="yearly_report_once")]

    def __str__(self) -> str:
        return f"Jahresbericht {self.body} zum {self.due_on:%d.%m.%Y}"


class TopicGuest(models.Model):
    """A person the body invites as a guest whenever its topic is on the agenda; never a member, never a vote."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="topic_guests")
    person = models.ForeignKey(
        "network.Person", verbose_name=_("Person"), on_delete=models.PROTECT, related_name="+"
    )
    topic = models.CharField(_("Thema oder Anlass"), max_length=120)
    starts_on = models.DateField(_("ab"))
    ends_on = models.DateField(_("bis einschließlich"), null=True, blank=True)

    class Meta:
        ordering = ["body", "topic", "starts_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=ENDS_AFTER_START, name="topic_guest_ends_after_start")
        ]

    def __str__(self) -> str:
        return f"{self.person} zu „{self.topic}“"


class NameConsent(models.Model):
    """A person agrees to be named on public pages of bodies, until she withdraws it."""

    person = models.ForeignKey(
        "network.Person", verbose_name=_("Person"), on_delete=models.CASCADE, related_name="+"
    )
    given_on = models.DateField(_("Einwilligung vom"))
    how = models.CharField(_("Wie erteilt"), max_length=200)
    withdrawn_on = models.DateField(_("widerrufen am"), null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["person", "-given_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(withdrawn_on__isnull=True), name="name_consent_one_in_force"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("given_on")),
                name="name_consent_withdrawn_after_given",
            ),
        ]

    def __str__(self) -> str:
        return f"Einwilligung von {self.person}"
