"""Both ends name each other at the same moment: one relation, confirmed from both sides."""

import pytest

from bildungsnetz.network.domain.survey import AnswerEntry
from bildungsnetz.network.models import Cooperation, Institution, SurveyAnswer
from bildungsnetz.network.services.survey_answers import give_answer
from tests.at_once import at_once
from tests.network.build import NOW
from tests.network.build_surveys import a_survey, invitation


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_ends_at_once() -> None:
    _survey, links = a_survey("Amsel", "Biber")
    keys = {name: Institution.objects.get(name=name).pk for name in ("Amsel", "Biber")}

    def names(link: str, partner: str) -> None:
        entry = AnswerEntry(keys[partner], 3)
        give_answer(invitation=invitation(link), entry=entry, consents=True, now=NOW)

    at_once(lambda: names(links[0], "Biber"), lambda: names(links[1], "Amsel"))
    relation = Cooperation.objects.get()
    assert (
        list(SurveyAnswer.objects.order_by("pk").values_list("cooperation", "state"))
        == [(relation.pk, "confirmed")] * 2
    )
