"""Surveys for tests: running ones with the personal links of the institutions."""

import re
from datetime import date

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.network.domain.survey import SurveyEntry
from bildungsnetz.network.models import Institution, NetworkSurvey, SurveyInvitation
from bildungsnetz.network.selectors.surveys import invitation_by_token
from bildungsnetz.network.services.survey_mails import send_waiting
from bildungsnetz.network.services.surveys import enter_survey, start_survey
from tests.network.build import NOW, an_institution

CLOSES = date(2026, 4, 1)
_LINK = re.compile(r"/netzwerkbefragung/([\w-]+)/")


def an_entry(**values: object) -> SurveyEntry:
    given: dict[str, object] = {
        "title": "Netzwerkbefragung 2026",
        "question": "Mit wem arbeiten Sie zusammen?",
        "purpose": "Wir möchten das Netzwerk sehen.",
        "legal_basis": "Ihre Einwilligung.",
        "closes_on": CLOSES,
    }
    return SurveyEntry(**{**given, **values})  # type: ignore[arg-type]


def a_draft(**values: object) -> NetworkSurvey:
    return enter_survey(actor=SYSTEM, entry=an_entry(**values), now=NOW)


def asked(*names: str) -> list[Institution]:
    """Institutions with a mail address."""
    return [an_institution(name, email=f"post{place}@demo.example") for place, name in enumerate(names)]


def a_survey(*names: str) -> tuple[NetworkSurvey, list[str]]:
    """A running survey whose mails have left, and the links in the order of the names."""
    asked(*names)
    survey = start_survey(actor=SYSTEM, survey=a_draft(), now=NOW)
    send_waiting(now=NOW)
    return survey, [link_of(name) for name in names]


def link_of(name: str) -> str:
    """The secret of the last mail to an institution."""
    mail = OutgoingMail.objects.filter(recipient_name=name).order_by("-pk")[0]
    found = _LINK.search(mail.body)
    assert found is not None
    return found[1]


def invitation(token: str) -> SurveyInvitation:
    found = invitation_by_token(token)
    assert found is not None
    return found
