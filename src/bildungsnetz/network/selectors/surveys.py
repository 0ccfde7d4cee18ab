"""Surveys of the network as the office sees them, and whom they ask."""

from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.domain.school_keys import OperatingStatus
from bildungsnetz.network.domain.survey import REMINDED_BEFORE, WAITED_AT_LEAST, InvitationState
from bildungsnetz.network.models import (
    ContactChannel,
    Institution,
    NetworkSurvey,
    SurveyAnswer,
    SurveyInvitation,
)


def surveys(actor: Actor) -> QuerySet[NetworkSurvey]:
    """All surveys for those who may see them, the newest first, with `asked` and `answered`."""
    if not policies.may_see_surveys(actor):
        return NetworkSurvey.objects.none()
    counted = NetworkSurvey.objects.annotate(
        asked=Count("invitations"),
        answered=Count("invitations", filter=Q(invitations__state=InvitationState.ANSWERED.value)),
    )
    return counted.select_related("municipality").order_by("-entered_at", "-pk")


def to_invite(survey: NetworkSurvey) -> QuerySet[Institution]:
    """The institutions of the choice that are public and not closed, each with `mails`."""
    mails = ContactChannel.objects.filter(kind=ContactChannel.Kind.EMAIL).order_by("is_official", "pk")
    chosen = {"kind": survey.kind, "municipality": survey.municipality_id}
    found = Institution.objects.filter(is_public=True).exclude(status=OperatingStatus.CLOSED.value)
    found = found.filter(**{name: value for name, value in chosen.items() if value})
    return found.prefetch_related(Prefetch("channels", queryset=mails, to_attr="mails")).order_by(
        "name", "pk"
    )


def invitations_of(survey: NetworkSurvey, state: str = "") -> QuerySet[SurveyInvitation]:
    """Who is asked, all or those in one state, by name, with `named`. Ask for the right to see the survey before."""
    found = survey.invitations.select_related("institution__municipality").annotate(named=Count("answers"))
    return (found.filter(state=state) if state else found).order_by("institution__name", "pk")


def state_counts(survey: NetworkSurvey) -> dict[InvitationState, int]:
    """How many invitations are in which state, every state present."""
    counted = dict(survey.invitations.order_by("state").values_list("state").annotate(Count("pk")))
    return {state: counted.get(state.value, 0) for state in InvitationState}


def answers_of(survey: NetworkSurvey) -> QuerySet[SurveyAnswer]:
    """All that was named, what waits for a second opinion first. Ask for the right to see the survey before."""
    found = SurveyAnswer.objects.filter(invitation__survey=survey)
    return _with_ends(found).order_by("-state", "invitation__institution__name", "pk")


def answers(actor: Actor) -> QuerySet[SurveyAnswer]:
    """All answers of all surveys for those who may see surveys."""
    found = SurveyAnswer.objects.all() if policies.may_see_surveys(actor) else SurveyAnswer.objects.none()
    return _with_ends(found).order_by("pk")


def invitation_by_token(token: str) -> SurveyInvitation | None:
    """The invitation that a personal link opens, that of the reminder too."""
    key = tokens.hash_of(token)
    rows = SurveyInvitation.objects.select_related("survey", "institution__municipality")
    return rows.filter(Q(token_hash=key) | Q(reminder_hash=key)).order_by("pk").first()


def own_answers(invitation: SurveyInvitation) -> QuerySet[SurveyAnswer]:
    """What the institution named."""
    return _with_ends(invitation.answers.all()).order_by("given_at", "pk")


def named_by_others(invitation: SurveyInvitation) -> QuerySet[SurveyAnswer]:
    """By whom the institution was named in the same survey, while nobody has said whether it is right."""
    found = SurveyAnswer.objects.filter(
        invitation__survey=invitation.survey_id, partner=invitation.institution_id, state="named"
    )
    return _with_ends(found).order_by("given_at", "pk")


def waiting_invitations(survey: NetworkSurvey | None = None) -> list[int]:
    """Keys of invitations whose mail has not left yet."""
    rows = SurveyInvitation.objects.filter(state=InvitationState.WAITING.value, survey__state="running")
    found = rows.filter(survey=survey) if survey is not None else rows
    return list(found.order_by("pk").values_list("pk", flat=True))


def to_remind(*, on: date) -> list[int]:
    """Keys of invitations without answer a week before the end, and not before three days."""
    rows = SurveyInvitation.objects.filter(
        state=InvitationState.SENT.value,
        reminded_at__isnull=True,
        survey__state="running",
        survey__closes_on__gte=on,
        survey__closes_on__lte=on + REMINDED_BEFORE,
        sent_at__date__lte=on - WAITED_AT_LEAST,
    )
    return list(rows.order_by("pk").values_list("pk", flat=True))


def over_on(day: date) -> QuerySet[NetworkSurvey]:
    """Running surveys whose last day has passed."""
    return NetworkSurvey.objects.filter(state="running", closes_on__lt=day).order_by("pk")


def _with_ends(found: QuerySet[SurveyAnswer]) -> QuerySet[SurveyAnswer]:
    return found.select_related(
        "invitation__institution__municipality",
        "invitation__survey",
        "partner__municipality",
        "field_of_action",
    )


def answers_of_each_other(one: int, other: int) -> list[int]:
    """The answers in which one of two institutions names the other: when both become one they say nothing any more."""
    both = (one, other)
    found = SurveyAnswer.objects.filter(invitation__institution__in=both, partner__in=both)
    return list(found.order_by("pk").values_list("pk", flat=True))
