from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.models.body import BodySide
from bildungsnetz.governance.models.mandate import Mandate
from bildungsnetz.governance.models.session import Session


class InvitationReply(models.TextChoices):
    """What an invited person has answered."""

    OPEN = "open", _("noch keine Antwort")
    ACCEPTED = "accepted", _("zugesagt")
    DECLINED = "declined", _("abgesagt")


class SessionInvitation(models.Model):
    """One person is invited to one session; the link of the mail is stored as a hash.

    `mandate` is the seat she is invited for, None for guests; `as_deputy` when she stands in for its holder. `sent_at` is
    empty until the run has written the mail, `mail` is the last one about this session, `sequence` the version of the
    calendar entry whose time the person was asked about.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    mandate = models.ForeignKey(Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    as_deputy = models.BooleanField(default=False)
    token_hash = models.CharField(max_length=64, unique=True)
    uid = models.CharField(max_length=120, unique=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    mail = models.ForeignKey(
        "core.OutgoingMail", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    sequence = models.PositiveSmallIntegerField(default=0)
    expires_on = models.DateField()
    reply = models.CharField(max_length=10, choices=InvitationReply, default=InvitationReply.OPEN)
    replied_at = models.DateTimeField(null=True, blank=True)
    sends_deputy = models.BooleanField(_("Stellvertretung kommt"), default=False)
    note = models.CharField(_("Nachricht an die Geschäftsführung"), max_length=300, blank=True)

    class Meta:
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="invitation_once_per_session"),
            models.CheckConstraint(
                condition=Q(reply="open", replied_at__isnull=True)
                | (~Q(reply="open") & Q(replied_at__isnull=False)),
                name="invitation_reply_has_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.session}"


class Attendance(models.Model):
    """Who was there: for a seat (`mandate`, perhaps as its deputy) or as a guest; `side` is the one spoken for."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey("network.Person", on_delete=models.PROTECT, related_name="+")
    mandate = models.ForeignKey(Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    side = models.ForeignKey(BodySide, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    as_deputy = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=AttendanceStatus)

    class Meta:
        ordering = ["session", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="attendance_once_per_session")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_status_display()}"
