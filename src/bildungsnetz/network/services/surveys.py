"""Surveys of the network: set up, start, close. Sending and answering stand beside."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.survey import (
    InvitationState,
    SurveyEntry,
    SurveyState,
    check_survey,
    require,
)
from bildungsnetz.network.models import Institution, NetworkSurvey, SurveyInvitation
from bildungsnetz.network.selectors.surveys import to_invite


@transaction.atomic
def enter_survey(*, actor: Actor, entry: SurveyEntry, now: datetime) -> NetworkSurvey:
    """Set up a survey as a draft; nobody hears of it. Raises NotAllowed, RuleViolation."""
    if not policies.may_run_survey(actor):
        raise NotAllowed
    check_survey(entry, today=day_of(now))
    survey = NetworkSurvey.objects.create(entered_at=now, **_columns(entry))
    audit.record("network.survey.enter", actor=actor, on=survey, now=now)
    return survey


@transaction.atomic
def edit_survey(
    *, actor: Actor, survey: NetworkSurvey, entry: SurveyEntry, version: int, now: datetime
) -> NetworkSurvey:
    """Change a draft. Raises NotAllowed, RuleViolation, StaleVersion."""
    kept = _locked(survey, actor)
    require(kept.state, "edit")
    check_survey(entry, today=day_of(now))
    for name, value in _columns(entry).items():
        setattr(kept, name, value)
    kept.save_version(version)
    audit.record("network.survey.edit", actor=actor, on=kept, now=now)
    return kept


@transaction.atomic
def start_survey(*, actor: Actor, survey: NetworkSurvey, now: datetime) -> NetworkSurvey:
    """Invite all institutions that the survey is for; the mails leave in the background.

    Raises NotAllowed, RuleViolation: already started, nobody to ask, too little time left.
    """
    kept = _locked(survey, actor)
    require(kept.state, "start")
    check_survey(_entry_of(kept), today=day_of(now))
    invited = [_invitation(kept, institution) for institution in to_invite(kept)]
    if not any(each.state == InvitationState.WAITING for each in invited):
        raise RuleViolation(_("Keine Einrichtung dieser Auswahl hat eine Mailadresse."))
    SurveyInvitation.objects.bulk_create(invited, batch_size=500)
    kept.state, kept.started_at = SurveyState.RUNNING.value, now
    kept.save(update_fields=["state", "started_at"])
    audit.record("network.survey.start", actor=actor, on=kept, now=now, asked=len(invited))
    return kept


@transaction.atomic
def close_survey(*, actor: Actor, survey: NetworkSurvey, now: datetime) -> NetworkSurvey:
    """Take no more answers; what was said stays and can still be withdrawn. Raises NotAllowed, RuleViolation."""
    kept = _locked(survey, actor)
    require(kept.state, "close")
    kept.state, kept.closed_at = SurveyState.CLOSED.value, now
    kept.save(update_fields=["state", "closed_at"])
    audit.record("network.survey.close", actor=actor, on=kept, now=now)
    return kept


def _locked(survey: NetworkSurvey, actor: Actor) -> NetworkSurvey:
    kept = NetworkSurvey.objects.select_for_update().get(pk=survey.pk)
    if not policies.may_run_survey(actor):
        raise NotAllowed
    return kept


def _invitation(survey: NetworkSurvey, institution: Institution) -> SurveyInvitation:
    email = next((way.value for way in institution.mails), "")  # type: ignore[attr-defined]
    state = InvitationState.WAITING if email else InvitationState.NO_ADDRESS
    return SurveyInvitation(survey=survey, institution=institution, email=email, state=state.value)


def _columns(entry: SurveyEntry) -> dict[str, object]:
    values = asdict(entry)
    municipality = values.pop("municipality")
    return {**values, "municipality_id": municipality}


def _entry_of(survey: NetworkSurvey) -> SurveyEntry:
    names = ("title", "question", "purpose", "legal_basis", "closes_on", "kind")
    values = {name: getattr(survey, name) for name in names}
    return SurveyEntry(municipality=survey.municipality_id, **values)
