"""Surveys from the draft to the last mail: who is asked, once; reminded, once; and until when."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.network.domain.survey import InvitationState
from bildungsnetz.network.models import NetworkSurvey, SurveyInvitation
from bildungsnetz.network.selectors.surveys import invitation_by_token, state_counts, surveys
from bildungsnetz.network.services.survey_mails import run_surveys, send_waiting
from bildungsnetz.network.services.surveys import close_survey, edit_survey, enter_survey, start_survey
from tests.network.build import NOW, an_actor, an_institution
from tests.network.build_surveys import CLOSES, a_draft, a_survey, an_entry, asked, invitation, link_of

pytestmark = pytest.mark.django_db


def mails() -> list[str]:
    return list(OutgoingMail.objects.order_by("pk").values_list("recipient", flat=True))


def test_a_draft_asks_nobody_and_can_be_changed() -> None:
    asked("Amsel")
    draft = enter_survey(actor=an_actor(), entry=an_entry(), now=NOW)
    edit_survey(actor=an_actor(), survey=draft, entry=an_entry(title="Neu"), version=draft.version, now=NOW)
    assert (NetworkSurvey.objects.get().title, mails(), SurveyInvitation.objects.count()) == ("Neu", [], 0)
    assert history_of(draft)[0].sentence == "Petra Sommer hat die Netzwerkbefragung Neu geändert."
    with pytest.raises(StaleVersion):
        edit_survey(actor=SYSTEM, survey=draft, entry=an_entry(), version=1, now=NOW)


def test_starting_asks_everybody_of_the_choice_once() -> None:
    asked("Amsel", "Biber")
    an_institution("Kita Dachs", kind="daycare", email="dachs@demo.example")
    an_institution("Ohne Adresse")
    survey = start_survey(actor=an_actor(), survey=a_draft(kind="music_school"), now=NOW)
    assert (send_waiting(now=NOW), send_waiting(now=NOW)) == (2, 0)
    assert mails() == ["post0@demo.example", "post1@demo.example"]
    counts = state_counts(survey)
    assert (counts[InvitationState.SENT], counts[InvitationState.NO_ADDRESS]) == (2, 1)
    with pytest.raises(RuleViolation) as refused:
        start_survey(actor=SYSTEM, survey=survey, now=NOW)
    assert str(refused.value.message) == "Diese Befragung ist schon gestartet."
    assert history_of(survey)[0].sentence == (
        "Petra Sommer hat die Netzwerkbefragung Netzwerkbefragung 2026 gestartet: 3 Einrichtungen."
    )


def test_a_broken_run_goes_on_where_it_stopped() -> None:
    asked("Amsel", "Biber", "Dachs")
    survey = start_survey(actor=SYSTEM, survey=a_draft(), now=NOW)
    SurveyInvitation.objects.filter(institution__name="Biber").update(state="sent", sent_at=NOW)
    assert run_surveys(now=NOW) == "2 angeschrieben, 0 erinnert, 0 beendet"
    assert mails() == ["post0@demo.example", "post2@demo.example"]
    assert state_counts(survey)[InvitationState.WAITING] == 0


def test_the_database_knows_only_the_hash_of_a_link() -> None:
    _survey, (link,) = a_survey("Amsel")
    kept = SurveyInvitation.objects.get()
    assert link not in (kept.token_hash, kept.reminder_hash)
    assert len(kept.token_hash) == 64
    assert invitation_by_token("x" * 43) is None
    assert invitation_by_token("") is None


def test_one_reminder_a_week_before_the_end_and_both_links_open_the_page() -> None:
    survey, links = a_survey("Amsel", "Biber")
    SurveyInvitation.objects.filter(institution__name="Biber").update(
        state="answered", consented_at=NOW, answered_at=NOW
    )
    early, due = NOW + timedelta(days=20), NOW + timedelta(days=21)
    assert run_surveys(now=early) == "0 angeschrieben, 0 erinnert, 0 beendet"
    assert run_surveys(now=due) == "0 angeschrieben, 1 erinnert, 0 beendet"
    assert run_surveys(now=due) == "0 angeschrieben, 0 erinnert, 0 beendet"
    assert OutgoingMail.objects.order_by("-pk")[0].subject == "Erinnerung: Netzwerkbefragung 2026"
    assert link_of("Amsel") != links[0]
    assert invitation(link_of("Amsel")) == invitation(links[0])
    assert history_of(survey)[0].sentence.endswith(
        "hat Amsel an die Befragung Netzwerkbefragung 2026 erinnert."
    )


def test_a_survey_ends_after_its_last_day() -> None:
    survey, _links = a_survey("Amsel")
    last = NOW + (CLOSES - NOW.date())
    assert run_surveys(now=last).endswith("0 beendet")
    assert run_surveys(now=last + timedelta(days=1)) == "0 angeschrieben, 0 erinnert, 1 beendet"
    survey.refresh_from_db()
    assert survey.state == "closed"


def test_nobody_to_write_to_starts_nothing() -> None:
    an_institution()
    draft = a_draft()
    with pytest.raises(RuleViolation) as refused:
        start_survey(actor=SYSTEM, survey=draft, now=NOW)
    assert str(refused.value.message) == "Keine Einrichtung dieser Auswahl hat eine Mailadresse."
    draft.refresh_from_db()
    assert (draft.state, SurveyInvitation.objects.count()) == ("draft", 0)


def test_whoever_may_not_run_surveys_leaves_no_trace() -> None:
    asked("Amsel")
    draft = a_draft()
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("member")):
        with pytest.raises(NotAllowed):
            enter_survey(actor=actor, entry=an_entry(), now=NOW)
        with pytest.raises(NotAllowed):
            edit_survey(actor=actor, survey=draft, entry=an_entry(), version=1, now=NOW)
        for act in (start_survey, close_survey):
            with pytest.raises(NotAllowed):
                act(actor=actor, survey=draft, now=NOW)
        assert not surveys(actor).exists()
    assert (NetworkSurvey.objects.get().state, AuditEntry.objects.count()) == ("draft", logged)
