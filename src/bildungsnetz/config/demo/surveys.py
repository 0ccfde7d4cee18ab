"""A survey that runs, with answers of every kind, and a draft for next year."""

import re
from datetime import timedelta

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.region import Region
from bildungsnetz.core import outbox
from bildungsnetz.core.audit import kind_of
from bildungsnetz.network.api import (
    AnswerEntry,
    NetworkSurvey,
    SurveyEntry,
    SurveyInvitation,
    decline_survey,
    enter_survey,
    give_answer,
    invitation_by_token,
    judge_as_partner,
    own_answers,
    send_waiting,
    start_survey,
    withdraw_consent,
)

_LINK = re.compile(r"/netzwerkbefragung/([\w-]+)/")
KIND = "municipality"
PURPOSE = (
    "Wir möchten sehen, wer im Netzwerk mit wem zusammenarbeitet und wo Schulen Partner fehlen. Ihre Angaben erscheinen als "
    "Verbindung zwischen zwei Einrichtungen im Netzwerkgraphen, ohne Namen von Personen."
)
BASIS = (
    "Ihre Einwilligung (Art. 6 Abs. 1 lit. a DSGVO). Die Teilnahme ist freiwillig. Sie können die Einwilligung jederzeit mit "
    "demselben Link widerrufen; dann löschen wir Ihre Angaben."
)


def ask_the_network(region: Region) -> None:
    at = region.at(-10, 10)
    clerk = region.actor(CLERK, at)
    entry = SurveyEntry(
        title=f"Netzwerkbefragung {region.today.year}",
        question="Mit wem arbeiten Sie zu welchem Thema wie oft zusammen?",
        purpose=PURPOSE,
        legal_basis=BASIS,
        closes_on=region.today + timedelta(days=20),
        kind=KIND,
    )
    survey = start_survey(actor=clerk, survey=enter_survey(actor=clerk, entry=entry, now=at), now=at)
    send_waiting(now=at)
    _answer(region, survey)
    later = SurveyEntry(
        title=f"Befragung der Schulen {region.today.year + 1}",
        question="Mit welchen Partnern arbeitet Ihre Schule zusammen?",
        purpose=PURPOSE,
        legal_basis=BASIS,
        closes_on=region.today + timedelta(days=120),
        kind="school",
    )
    enter_survey(actor=clerk, entry=later, now=at)


def _answer(region: Region, survey: NetworkSurvey) -> None:
    """The first names a partner and one that disagrees, the second too, the next decline and withdraw, the rest wait."""
    invited = _invited(survey)
    topics = [topic.pk for topic in region.fields_of_action.values()]
    at = region.at(-6, 15)
    schools = [each.pk for name, each in sorted(region.institutions.items()) if name.startswith("school:")]
    for number, asked in enumerate(invited[:2]):
        for place, partner in enumerate(schools[number : number + 2]):
            entry = AnswerEntry(partner, 1 + (number + place) % 4, topics[(number + place) % len(topics)])
            give_answer(invitation=asked, entry=entry, consents=True, now=at)
    if len(invited) > 1:
        entry = AnswerEntry(invited[1].institution_id, 1)
        give_answer(invitation=invited[0], entry=entry, consents=True, now=at)
        named = own_answers(invited[0]).order_by("-pk")[0]
        judge_as_partner(invitation=invited[1], answer=named, is_right=False, now=at)
    if len(invited) > 4:
        decline_survey(invitation=invited[2], now=at)
        give_answer(invitation=invited[3], entry=None, consents=True, now=at)
        withdraw_consent(invitation=invited[3], now=at)


def _invited(survey: NetworkSurvey) -> list[SurveyInvitation]:
    """Those who got a mail, by the links in their mails: as they answer themselves."""
    mails = outbox.mails().filter(about_kind=kind_of(survey), about_key=str(survey.pk))
    links = (_LINK.search(each.body) for each in mails.order_by("pk"))
    invited = (invitation_by_token(link[1]) for link in links if link)
    return [each for each in invited if each]
