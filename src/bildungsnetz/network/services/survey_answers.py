"""Answering a survey by the personal link: with consent, with the right to withdraw it. And what becomes of an answer."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.cooperation import CooperationKind, Source
from bildungsnetz.network.domain.survey import AnswerEntry, AnswerState, InvitationState, require
from bildungsnetz.network.models import Cooperation, SurveyAnswer, SurveyInvitation

_ANSWERABLE = (
    InvitationState.SENT,
    InvitationState.ANSWERED,
    InvitationState.DECLINED,
    InvitationState.WITHDRAWN,
)


@transaction.atomic
def give_answer(
    *, invitation: SurveyInvitation, entry: AnswerEntry | None, consents: bool, now: datetime
) -> SurveyInvitation:
    """Keep one relation, or that there is none. Nothing is kept without consent, given now or before.

    Raises RuleViolation: the survey is over, no consent, oneself as partner, the same partner and topic twice.
    """
    kept = _locked(invitation, "answer")
    _consent(kept, consents=consents, now=now)
    kept.state, kept.answered_at = InvitationState.ANSWERED.value, now
    kept.save(update_fields=["state", "answered_at", "consented_at", "consent_text"])
    if entry is not None:
        _keep(kept, entry, now)
    audit.record("network.survey.answer", actor=_holder(kept), on=kept.survey, now=now)
    return kept


@transaction.atomic
def remove_answer(*, invitation: SurveyInvitation, answer: SurveyAnswer, now: datetime) -> None:
    """Take one relation back that was named by mistake. Raises RuleViolation."""
    kept = _locked(invitation, "answer")
    own = kept.answers.select_for_update(of=("self",)).filter(pk=answer.pk).first()
    if own is None:
        raise RuleViolation(_("Diese Angabe gibt es nicht mehr."))
    _forget(own)
    audit.record("network.survey.answer", actor=_holder(kept), on=kept.survey, now=now)


@transaction.atomic
def decline_survey(*, invitation: SurveyInvitation, now: datetime) -> None:
    """The institution does not want to take part: no reminder, nothing kept. Raises RuleViolation."""
    kept = _locked(invitation, "answer")
    _clear(kept, InvitationState.DECLINED)
    audit.record("network.survey.decline", actor=_holder(kept), on=kept.survey, now=now)


@transaction.atomic
def withdraw_consent(*, invitation: SurveyInvitation, now: datetime) -> None:
    """Delete all answers, and the relations that rest on nothing else. Raises RuleViolation."""
    kept = _locked(invitation, "withdraw")
    if kept.consented_at is None:
        raise RuleViolation(_("Sie haben keine Einwilligung gegeben, die Sie widerrufen könnten."))
    _clear(kept, InvitationState.WITHDRAWN)
    audit.record("network.survey.withdraw", actor=_holder(kept), on=kept.survey, now=now)


@transaction.atomic
def judge_answer(*, actor: Actor, answer: SurveyAnswer, is_right: bool, now: datetime) -> SurveyAnswer:
    """The office confirms or disputes what an institution named. Raises NotAllowed, RuleViolation."""
    if not policies.may_run_survey(actor):
        raise NotAllowed
    kept = _answer(answer.pk)
    require(kept.invitation.survey.state, "judge")
    _judge(kept, actor, is_right=is_right, now=now)
    return kept


@transaction.atomic
def judge_as_partner(
    *, invitation: SurveyInvitation, answer: SurveyAnswer, is_right: bool, now: datetime
) -> SurveyAnswer:
    """The other end says whether it works together with whoever named it. Raises RuleViolation."""
    asked = _locked(invitation, "answer")
    kept = _answer(answer.pk)
    if kept.partner_id != asked.institution_id or kept.invitation.survey_id != asked.survey_id:
        raise RuleViolation(_("Diese Angabe betrifft Ihre Einrichtung nicht."))
    _judge(kept, _holder(asked), is_right=is_right, now=now)
    return kept


def _locked(invitation: SurveyInvitation, act: str) -> SurveyInvitation:
    """Answers to a survey are written one after the other: two ends that name each other make one relation."""
    rows = SurveyInvitation.objects.select_for_update(of=("self", "survey"))
    rows = rows.select_related("survey", "institution")
    kept = rows.get(pk=invitation.pk)
    require(kept.survey.state, act)
    if kept.state not in _ANSWERABLE:
        raise RuleViolation(_("Diese Einladung ist noch nicht versandt."))
    return kept


def _answer(pk: int) -> SurveyAnswer:
    rows = SurveyAnswer.objects.select_for_update(of=("self",))
    return rows.select_related("invitation__survey", "invitation__institution", "partner").get(pk=pk)


def _consent(kept: SurveyInvitation, *, consents: bool, now: datetime) -> None:
    """Keeps when and to which words somebody agreed."""
    if kept.consented_at is not None:
        return
    if not consents:
        raise RuleViolation(_("Ohne Ihre Einwilligung speichern wir nichts."), field="consent")
    survey = kept.survey
    kept.consented_at = now
    kept.consent_text = f"{survey.question}\n\n{survey.purpose}\n\n{survey.legal_basis}"


def _keep(kept: SurveyInvitation, entry: AnswerEntry, now: datetime) -> None:
    if entry.partner == kept.institution_id:
        raise RuleViolation(_("Eine Einrichtung arbeitet nicht mit sich selbst zusammen."), field="partner")
    if kept.answers.filter(partner=entry.partner, field_of_action=entry.field_of_action).exists():
        raise RuleViolation(_("Diesen Partner haben Sie zu diesem Thema schon genannt."), field="partner")
    answer = SurveyAnswer(
        invitation=kept,
        partner_id=entry.partner,
        field_of_action_id=entry.field_of_action,
        intensity=entry.intensity,
        given_at=now,
    )
    answer.cooperation = _relation(answer, now)
    mirrored = SurveyAnswer.objects.filter(
        invitation__survey=kept.survey,
        invitation__institution=entry.partner,
        partner=kept.institution,
        field_of_action=entry.field_of_action,
        state=AnswerState.NAMED.value,
    )
    if mirrored.update(state=AnswerState.CONFIRMED.value):
        answer.state = AnswerState.CONFIRMED.value
    answer.save()


def _relation(answer: SurveyAnswer, now: datetime) -> Cooperation:
    """The relation of the two on this topic that runs today; made with source "surveyed" where there is none."""
    pair = (answer.invitation.institution_id, answer.partner_id)
    today = day_of(now)
    known = Cooperation.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=today),
        first__in=pair,
        second__in=pair,
        field_of_action=answer.field_of_action_id,
        kind=CooperationKind.COOPERATION.value,
    )
    found = known.order_by("pk").first()
    return found or Cooperation.objects.create(
        first_id=pair[0],
        second_id=pair[1],
        kind=CooperationKind.COOPERATION.value,
        field_of_action_id=answer.field_of_action_id,
        intensity=answer.intensity,
        source=Source.SURVEYED.value,
        started_on=today,
        entered_at=now,
    )


def _judge(kept: SurveyAnswer, actor: Actor, *, is_right: bool, now: datetime) -> None:
    kept.state = (AnswerState.CONFIRMED if is_right else AnswerState.DISPUTED).value
    if is_right and kept.cooperation_id is None:
        kept.cooperation = _relation(kept, now)
    dropped = None if is_right else kept.cooperation
    if dropped is not None:
        kept.cooperation = None
    kept.save(update_fields=["state", "cooperation"])
    _drop(dropped)
    act = "network.survey.confirm" if is_right else "network.survey.dispute"
    audit.record(act, actor=actor, on=kept.invitation.survey, now=now)


def _clear(kept: SurveyInvitation, state: InvitationState) -> None:
    for answer in kept.answers.select_related("cooperation").order_by("pk"):
        _forget(answer)
    kept.state, kept.answered_at, kept.consented_at, kept.consent_text = state.value, None, None, ""
    kept.save(update_fields=["state", "answered_at", "consented_at", "consent_text"])


def _forget(answer: SurveyAnswer) -> None:
    relation = answer.cooperation
    answer.delete()
    _drop(relation)


def _drop(relation: Cooperation | None) -> None:
    """A relation that was only surveyed goes with the last answer that names it; others stay."""
    if relation is not None and relation.source == Source.SURVEYED and not relation.survey_answers.exists():
        relation.delete()


def _holder(invitation: SurveyInvitation) -> Actor:
    return Actor(user_id=None, name=invitation.institution.name)
