"""Answers rest on consent; they become relations, and go when the consent is withdrawn."""

import pytest

from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.domain.survey import AnswerEntry
from bildungsnetz.network.models import Cooperation, Institution, SurveyAnswer, SurveyInvitation
from bildungsnetz.network.selectors.graph import Selection, network_graph
from bildungsnetz.network.selectors.surveys import named_by_others
from bildungsnetz.network.services.survey_answers import (
    decline_survey,
    give_answer,
    judge_answer,
    judge_as_partner,
    remove_answer,
    withdraw_consent,
)
from bildungsnetz.network.services.surveys import close_survey
from tests.network.build import NOW, TODAY, a_cooperation, an_actor
from tests.network.build_surveys import a_survey, invitation

pytestmark = pytest.mark.django_db


def key(name: str) -> int:
    return Institution.objects.get(name=name).pk


def name(token: str, partner: str, *, consents: bool = True, intensity: int = 3) -> SurveyAnswer:
    entry = AnswerEntry(key(partner), intensity)
    give_answer(invitation=invitation(token), entry=entry, consents=consents, now=NOW)
    return SurveyAnswer.objects.order_by("-pk")[0]


def pairs() -> list[tuple[str, str, str, int]]:
    rows = Cooperation.objects.order_by("pk")
    return list(rows.values_list("first__name", "second__name", "source", "intensity"))


def test_without_consent_nothing_is_kept_and_nothing_logged() -> None:
    _survey, links = a_survey("Amsel", "Biber")
    logged = AuditEntry.objects.count()
    for entry in (AnswerEntry(key("Biber"), 2), None):
        with pytest.raises(RuleViolation) as refused:
            give_answer(invitation=invitation(links[0]), entry=entry, consents=False, now=NOW)
        assert (str(refused.value.message), refused.value.field) == (
            "Ohne Ihre Einwilligung speichern wir nichts.",
            "consent",
        )
    kept = invitation(links[0])
    assert (kept.state, kept.consented_at, kept.consent_text) == ("sent", None, "")
    assert (pairs(), SurveyAnswer.objects.count(), AuditEntry.objects.count()) == ([], 0, logged)


def test_an_answer_becomes_a_surveyed_relation_in_the_graph_and_the_consent_is_kept_with_its_words() -> None:
    survey, links = a_survey("Amsel", "Biber")
    name(links[0], "Biber")
    kept = invitation(links[0])
    assert (kept.state, kept.consented_at) == ("answered", NOW)
    assert kept.consent_text == (
        "Mit wem arbeiten Sie zusammen?\n\nWir möchten das Netzwerk sehen.\n\nIhre Einwilligung."
    )
    assert pairs() == [("Amsel", "Biber", "surveyed", 3)]
    graph = network_graph(SYSTEM, Selection(on=TODAY))
    assert [(edge.weight, edge.sources) for edge in graph.edges] == [(3, frozenset({"surveyed"}))]
    assert history_of(survey)[0].sentence == "Amsel hat bei der Befragung Netzwerkbefragung 2026 geantwortet."


def test_consent_is_asked_once() -> None:
    _survey, links = a_survey("Amsel", "Biber", "Dachs")
    name(links[0], "Biber")
    name(links[0], "Dachs", consents=False)
    assert SurveyAnswer.objects.count() == 2


def test_to_have_no_partner_is_an_answer() -> None:
    _survey, links = a_survey("Amsel")
    give_answer(invitation=invitation(links[0]), entry=None, consents=True, now=NOW)
    assert (invitation(links[0]).state, SurveyAnswer.objects.count()) == ("answered", 0)


def test_a_relation_known_before_is_not_entered_twice_and_stays_after_the_withdrawal() -> None:
    _survey, links = a_survey("Amsel", "Biber")
    known = a_cooperation("Biber", "Amsel", kind="cooperation")
    answer = name(links[0], "Biber")
    assert (answer.cooperation, Cooperation.objects.count()) == (known, 1)
    withdraw_consent(invitation=invitation(links[0]), now=NOW)
    assert list(Cooperation.objects.all()) == [known]


def test_withdrawing_deletes_the_answers_and_what_rests_on_them() -> None:
    survey, links = a_survey("Amsel", "Biber", "Dachs")
    name(links[0], "Biber")
    name(links[0], "Dachs")
    name(links[1], "Amsel")
    withdraw_consent(invitation=invitation(links[0]), now=NOW)
    kept = invitation(links[0])
    assert (kept.state, kept.consented_at, kept.consent_text, kept.answered_at) == (
        "withdrawn",
        None,
        "",
        None,
    )
    assert [str(answer) for answer in SurveyAnswer.objects.all()] == ["Biber – Amsel"]
    assert pairs() == [("Amsel", "Biber", "surveyed", 3)]  # Biber says so too
    assert history_of(survey)[0].sentence == (
        "Amsel hat die Einwilligung zur Befragung Netzwerkbefragung 2026 widerrufen; die Angaben sind gelöscht."
    )
    with pytest.raises(RuleViolation):
        withdraw_consent(invitation=invitation(links[0]), now=NOW)


def test_consent_can_be_withdrawn_after_the_end_but_nothing_answered() -> None:
    survey, links = a_survey("Amsel", "Biber")
    name(links[0], "Biber")
    close_survey(actor=SYSTEM, survey=survey, now=NOW)
    with pytest.raises(RuleViolation) as refused:
        name(links[1], "Amsel")
    assert str(refused.value.message) == "Diese Befragung läuft nicht."
    withdraw_consent(invitation=invitation(links[0]), now=NOW)
    assert pairs() == []


def test_both_ends_naming_each_other_confirm_one_relation() -> None:
    _survey, links = a_survey("Amsel", "Biber")
    name(links[0], "Biber")
    name(links[1], "Amsel", intensity=1)
    assert {answer.state for answer in SurveyAnswer.objects.all()} == {"confirmed"}
    assert len(pairs()) == 1


def test_the_named_end_can_dispute_and_the_office_can_confirm_after_all() -> None:
    survey, links = a_survey("Amsel", "Biber", "Dachs")
    answer = name(links[0], "Biber")
    assert list(named_by_others(invitation(links[1]))) == [answer]
    with pytest.raises(RuleViolation) as refused:
        judge_as_partner(invitation=invitation(links[2]), answer=answer, is_right=False, now=NOW)
    assert str(refused.value.message) == "Diese Angabe betrifft Ihre Einrichtung nicht."
    judge_as_partner(invitation=invitation(links[1]), answer=answer, is_right=False, now=NOW)
    answer.refresh_from_db()
    assert (answer.state, answer.cooperation, pairs()) == ("disputed", None, [])
    assert history_of(survey)[0].sentence == (
        "Biber hat eine Angabe der Befragung Netzwerkbefragung 2026 bestritten."
    )
    judge_answer(actor=an_actor(), answer=answer, is_right=True, now=NOW)
    answer.refresh_from_db()
    assert (answer.state, pairs()) == ("confirmed", [("Amsel", "Biber", "surveyed", 3)])


def test_one_answer_can_be_taken_back() -> None:
    _survey, links = a_survey("Amsel", "Biber")
    answer = name(links[0], "Biber")
    with pytest.raises(RuleViolation):
        remove_answer(invitation=invitation(links[1]), answer=answer, now=NOW)
    remove_answer(invitation=invitation(links[0]), answer=answer, now=NOW)
    assert (pairs(), invitation(links[0]).state) == ([], "answered")


def test_declining_keeps_nothing_and_can_be_changed() -> None:
    _survey, links = a_survey("Amsel", "Biber")
    name(links[0], "Biber")
    decline_survey(invitation=invitation(links[0]), now=NOW)
    assert (invitation(links[0]).state, invitation(links[0]).consented_at, pairs()) == ("declined", None, [])
    name(links[0], "Biber")
    assert invitation(links[0]).state == "answered"


@pytest.mark.parametrize(
    ("partner", "sentence"),
    [
        ("Amsel", "Eine Einrichtung arbeitet nicht mit sich selbst zusammen."),
        ("Biber", "Diesen Partner haben Sie zu diesem Thema schon genannt."),
    ],
)
def test_a_partner_that_makes_no_sense_is_refused(partner: str, sentence: str) -> None:
    _survey, links = a_survey("Amsel", "Biber")
    name(links[0], "Biber")
    with pytest.raises(RuleViolation) as refused:
        name(links[0], partner)
    assert (str(refused.value.message), refused.value.field) == (sentence, "partner")
    assert SurveyAnswer.objects.count() == 1


def test_whoever_may_not_run_surveys_judges_nothing() -> None:
    _survey, links = a_survey("Amsel", "Biber")
    answer = name(links[0], "Biber")
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("member")):
        with pytest.raises(NotAllowed):
            judge_answer(actor=actor, answer=answer, is_right=False, now=NOW)
    answer.refresh_from_db()
    assert (answer.state, AuditEntry.objects.count()) == ("named", logged)


def test_an_invitation_that_was_never_sent_cannot_be_answered() -> None:
    _survey, links = a_survey("Amsel")
    SurveyInvitation.objects.update(state="no_address")
    with pytest.raises(RuleViolation):
        give_answer(invitation=invitation(links[0]), entry=None, consents=True, now=NOW)
