"""The yearly question: who is asked, reminded, called, hidden."""

import re
from datetime import timedelta

import pytest

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.network.domain.freshness import Stand
from bildungsnetz.network.models import ConfirmationRequest, Institution
from bildungsnetz.network.selectors.confirmation_links import confirmation_token, request_by_token
from bildungsnetz.network.selectors.freshness import standing, with_freshness
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.services.confirmations import confirm_by_link, confirm_institution, keep_fresh
from tests.network.build import NOW, an_actor, an_import, an_institution
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
A_YEAR = 340 * DAY


def names(stand: Stand, days: int) -> list[str]:
    return [each.name for each in standing(stand, now=NOW + days * DAY)]


def test_nobody_is_asked_before_eleven_months() -> None:
    an_institution(email="info@musik.example")
    assert keep_fresh(now=NOW + 300 * DAY) == "0 angefragt, 0 erinnert, 0 verborgen"
    assert not OutgoingMail.objects.exists()


def test_asked_once_reminded_once_then_called() -> None:
    shown = an_institution(email="info@musik.example")
    turns = [keep_fresh(now=NOW + A_YEAR + days * DAY) for days in (0, 1, 14, 20, 60)]
    assert turns == [
        "1 angefragt, 0 erinnert, 0 verborgen",
        "0 angefragt, 0 erinnert, 0 verborgen",
        "0 angefragt, 1 erinnert, 0 verborgen",
        "0 angefragt, 0 erinnert, 0 verborgen",
        "0 angefragt, 0 erinnert, 0 verborgen",
    ]
    assert [mail.subject for mail in OutgoingMail.objects.order_by("pk")] == [
        "Stimmt Ihr Eintrag noch? Musikschule Haan",
        "Erinnerung: Stimmt Ihr Eintrag noch? Musikschule Haan",
    ]
    assert names(Stand.SILENT, 340 + 27) == []
    assert names(Stand.SILENT, 340 + 28) == names(Stand.ASKED, 340) == [shown.name]


def test_without_an_address_it_waits_for_a_call_and_is_asked_when_there_is_one() -> None:
    shown = an_institution()
    assert keep_fresh(now=NOW + A_YEAR) == "0 angefragt, 0 erinnert, 0 verborgen"
    assert names(Stand.SILENT, 340) == [shown.name]
    shown.channels.create(kind="email", value="info@musik.example")
    assert keep_fresh(now=NOW + A_YEAR + DAY) == "1 angefragt, 0 erinnert, 0 verborgen"
    assert names(Stand.SILENT, 341) == []


def test_closed_and_internal_entries_are_left_alone() -> None:
    an_institution("Zu", status="closed", email="zu@haan.example")
    an_institution("Intern", is_public=False, email="intern@haan.example")
    assert keep_fresh(now=NOW + 2 * A_YEAR) == "0 angefragt, 0 erinnert, 0 verborgen"


def test_badge_after_twelve_months_hidden_after_eighteen_and_back_by_link() -> None:
    shown = an_institution(email="info@musik.example")
    for days in (340, 354, 366, 540, 560):
        keep_fresh(now=NOW + days * DAY)
    assert (names(Stand.CONFIRMED, 365), names(Stand.UNCONFIRMED, 366)) == ([shown.name], [shown.name])
    assert names(Stand.RESTING, 560) == [shown.name]
    assert list(institutions(PUBLIC)) == []
    assert [each.name for each in institutions(an_actor())] == [shown.name]
    token = re.search(r"/bestaetigen/([^/\s]+)/", OutgoingMail.objects.order_by("pk")[0].body).group(1)  # type: ignore[union-attr]
    asked = request_by_token(token)
    assert asked is not None
    confirm_by_link(request=asked, now=NOW + 561 * DAY)
    assert [each.name for each in institutions(PUBLIC)] == [shown.name]
    assert names(Stand.CONFIRMED, 561) == [shown.name]
    assert history_of(shown)[0].sentence == (
        "Musikschule Haan hat den Eintrag Musikschule Haan per Link bestätigt."
    )
    with pytest.raises(RuleViolation):
        confirm_by_link(request=asked, now=NOW + 562 * DAY)


def test_an_installation_that_begins_to_ask_hides_nothing_at_once() -> None:
    an_institution(email="info@musik.example")
    assert keep_fresh(now=NOW + 1000 * DAY) == "1 angefragt, 0 erinnert, 0 verborgen"
    assert keep_fresh(now=NOW + 1160 * DAY) == "0 angefragt, 1 erinnert, 0 verborgen"
    assert keep_fresh(now=NOW + 1190 * DAY) == "0 angefragt, 0 erinnert, 1 verborgen"


def test_schools_of_the_official_list_get_the_badge_but_stay() -> None:
    an_import(msb_file(msb_row()))
    keep_fresh(now=NOW + A_YEAR)
    keep_fresh(now=NOW + 600 * DAY)
    late = with_freshness(institutions(PUBLIC), on=(NOW + 600 * DAY).date())
    assert [each.is_unconfirmed for each in late] == [True]


def test_the_next_question_makes_the_old_link_useless() -> None:
    an_institution(email="info@musik.example")
    keep_fresh(now=NOW + A_YEAR)
    old = confirmation_token(ConfirmationRequest.objects.get())
    assert keep_fresh(now=NOW + 2 * A_YEAR) == "0 angefragt, 1 erinnert, 1 verborgen"
    assert keep_fresh(now=NOW + 2 * A_YEAR + 30 * DAY) == "1 angefragt, 0 erinnert, 0 verborgen"
    assert request_by_token(old) is None
    assert request_by_token(confirmation_token(ConfirmationRequest.objects.get())) is not None


def test_a_call_is_noted_by_the_office_only() -> None:
    shown = an_institution(email="info@musik.example")
    keep_fresh(now=NOW + A_YEAR)
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("scientific"), an_actor("member")):
        with pytest.raises(NotAllowed):
            confirm_institution(actor=actor, institution=shown, now=NOW + A_YEAR)
    assert (Institution.objects.get().confirmed_on, AuditEntry.objects.count()) == (None, logged)
    confirm_institution(actor=an_actor(), institution=shown, now=NOW + A_YEAR)
    assert ConfirmationRequest.objects.get().answer == "confirmed"
    assert (
        history_of(shown)[0].sentence
        == "Petra Sommer hat vermerkt, dass der Eintrag Musikschule Haan stimmt."
    )
