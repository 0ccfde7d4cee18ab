"""A survey of the network: who is asked, what they answered, and on which consent."""

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import Versioned
from bildungsnetz.network.domain.cooperation import INTENSITY_NAMES, Intensity
from bildungsnetz.network.domain.survey import (
    ANSWER_STATES,
    INVITATION_STATES,
    SURVEY_STATES,
    AnswerState,
    InvitationState,
    SurveyState,
)
from bildungsnetz.network.models.cooperation import Cooperation
from bildungsnetz.network.models.field_of_action import FieldOfAction
from bildungsnetz.network.models.institution import Institution
from bildungsnetz.network.models.municipality import Municipality


class NetworkSurvey(Versioned):
    """The question, whom it goes to, until when, and what the institutions consent to."""

    title = models.CharField(_("Titel"), max_length=150)
    question = models.CharField(_("Frage"), max_length=300)
    purpose = models.TextField(_("Wozu wir fragen"), max_length=2000)
    legal_basis = models.TextField(_("Rechtsgrundlage und Freiwilligkeit"), max_length=2000)
    kind = models.CharField(_("Art der Einrichtungen"), max_length=40, blank=True)
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closes_on = models.DateField(_("Letzter Tag"))
    state = models.CharField(
        max_length=8, choices=list(SURVEY_STATES.items()), default=SurveyState.DRAFT.value
    )
    entered_at = models.DateTimeField(_("Angelegt am"))
    started_at = models.DateTimeField(_("Gestartet am"), null=True, blank=True)
    closed_at = models.DateTimeField(_("Beendet am"), null=True, blank=True)

    class Meta:
        ordering = ["-entered_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", started_at__isnull=True)
                | (~Q(state="draft") & Q(started_at__isnull=False)),
                name="survey_started_has_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state_name(self) -> str | Promise:
        return SURVEY_STATES[SurveyState(self.state)]

    @property
    def is_running(self) -> bool:
        return self.state == SurveyState.RUNNING


class SurveyInvitation(models.Model):
    """One institution that is asked. The secrets of its links are kept as hashes; the consent with its wording."""

    survey = models.ForeignKey(NetworkSurvey, on_delete=models.CASCADE, related_name="invitations")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="survey_invitations")
    email = models.EmailField(_("E-Mail"), blank=True)
    state = models.CharField(max_length=10, choices=list(INVITATION_STATES.items()))
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    reminder_hash = models.CharField(max_length=64, blank=True, db_index=True)
    sent_at = models.DateTimeField(_("Versandt am"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("Erinnert am"), null=True, blank=True)
    consented_at = models.DateTimeField(_("Eingewilligt am"), null=True, blank=True)
    consent_text = models.TextField(blank=True)
    answered_at = models.DateTimeField(_("Geantwortet am"), null=True, blank=True)

    class Meta:
        ordering = ["institution__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "institution"], name="survey_asks_once"),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(consented_at__isnull=False),
                name="survey_answer_needs_consent",
            ),
        ]

    def __str__(self) -> str:
        return self.institution.name

    @property
    def state_name(self) -> str | Promise:
        return INVITATION_STATES[InvitationState(self.state)]


class SurveyAnswer(models.Model):
    """One partner that an institution names. `cooperation` is the relation that the graph shows because of it."""

    invitation = models.ForeignKey(SurveyInvitation, on_delete=models.CASCADE, related_name="answers")
    partner = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="named_in_surveys")
    field_of_action = models.ForeignKey(
        FieldOfAction, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    intensity = models.PositiveSmallIntegerField(_("Wie oft"), choices=list(INTENSITY_NAMES.items()))
    state = models.CharField(
        max_length=10, choices=list(ANSWER_STATES.items()), default=AnswerState.NAMED.value
    )
    cooperation = models.ForeignKey(
        Cooperation, null=True, blank=True, on_delete=models.SET_NULL, related_name="survey_answers"
    )
    given_at = models.DateTimeField(_("Angegeben am"))

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "partner", "field_of_action"], name="survey_partner_once"
            ),
            models.UniqueConstraint(
                fields=["invitation", "partner"],
                condition=Q(field_of_action__isnull=True),
                name="survey_partner_once_without_topic",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invitation.institution} – {self.partner}"

    @property
    def state_name(self) -> str | Promise:
        return ANSWER_STATES[AnswerState(self.state)]

    @property
    def topic_name(self) -> str:
        return self.field_of_action.name if self.field_of_action else "–"

    @property
    def intensity_name(self) -> str | Promise:
        return INTENSITY_NAMES[Intensity(self.intensity)]
