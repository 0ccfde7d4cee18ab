import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.network.models import Offer
from bildungsnetz.network.selectors.offer_links import offer_by_token, token_of
from bildungsnetz.network.selectors.offers import WantedOffers, find_offers, offer_entry_of, shown_offers
from bildungsnetz.network.services.offer_reminders import remind_of_ends
from bildungsnetz.network.services.offers import edit_offer, enter_offer, prolong_offer
from tests.network.build import NOW, TODAY, an_actor, an_institution
from tests.network.build_offers import an_offer, an_offer_entry

pytestmark = pytest.mark.django_db


def titles(**wanted: object) -> list[str]:
    return [each.title for each in find_offers(PUBLIC, WantedOffers(**wanted), on=TODAY)]  # type: ignore[arg-type]


def test_an_entered_offer_holds_what_was_typed() -> None:
    entry = an_offer_entry(
        access=frozenset({"wheelchair"}), languages=frozenset({"de", "tr"}), reference="M-1"
    )
    offer = enter_offer(actor=an_actor(), institution=an_institution(), entry=entry, now=NOW)
    assert offer_entry_of(Offer.objects.get()) == entry
    assert history_of(offer)[0].sentence == (
        "Petra Sommer hat das Angebot Trommeln für alle von Musikschule Haan erfasst."
    )


def test_an_edit_says_what_changed_and_the_second_editor_is_told() -> None:
    offer = an_offer()
    after = replace(offer_entry_of(offer), cost="paid", cost_note="5 €")
    edit_offer(actor=an_actor(), offer=offer, entry=after, version=1, now=NOW)
    assert history_of(offer)[0].sentence == (
        "Petra Sommer hat das Angebot Trommeln für alle geändert: Kosten, Kosten im Einzelnen."
    )
    with pytest.raises(StaleVersion):
        edit_offer(actor=an_actor(), offer=offer, entry=replace(after, cost="free"), version=1, now=NOW)
    assert Offer.objects.get().cost == "paid"


def test_a_reference_is_used_once_by_an_institution() -> None:
    an_offer(reference="M-1")
    with pytest.raises(RuleViolation) as refused:
        an_offer("Geigen", reference="M-1")
    assert refused.value.field == "reference"
    an_offer("Geigen", an_institution("Kunstschule Haan"), reference="M-1")
    assert Offer.objects.count() == 2


def test_whoever_may_not_leaves_no_trace() -> None:
    offer = an_offer()
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("scientific"), an_actor("partner"), an_actor("member")):
        with pytest.raises(NotAllowed):
            enter_offer(actor=actor, institution=offer.institution, entry=an_offer_entry("Geigen"), now=NOW)
        with pytest.raises(NotAllowed):
            edit_offer(actor=actor, offer=offer, entry=an_offer_entry("Geigen"), version=1, now=NOW)
    assert [each.title for each in Offer.objects.order_by("pk")] == ["Trommeln für alle"]
    assert AuditEntry.objects.count() == logged


def test_the_public_sees_an_offer_until_its_last_day() -> None:
    an_offer("Heute zuletzt", valid_until=TODAY)
    an_offer("Gestern vorbei", valid_until=TODAY - timedelta(days=1))
    an_offer("Intern", is_public=False)
    an_offer("Verborgen", an_institution("Firma Haan", is_public=False))
    assert titles() == ["Heute zuletzt"]
    everything = [each.title for each in find_offers(an_actor(), WantedOffers(), on=TODAY)]
    assert everything == ["Gestern vorbei", "Heute zuletzt", "Intern", "Verborgen"]
    over = find_offers(an_actor(), WantedOffers(state="abgelaufen"), on=TODAY)
    assert [each.title for each in over] == ["Gestern vorbei"]


def test_filters_of_the_list() -> None:
    an_offer("Trommeln", access=frozenset({"wheelchair"}))
    an_offer("Beratung", grade_from=None, grade_to=None, topic="family", audiences=frozenset({"parents"}))
    an_offer("Robotik", grade_from=7, grade_to=None, topic="science", cost="paid", place="online")
    assert titles(grade=6) == ["Trommeln"]
    assert titles(grade=9) == ["Robotik"]
    assert titles(topic="family") == titles(audience="parents") == ["Beratung"]
    assert titles(cost="paid") == titles(place="online") == ["Robotik"]
    assert titles(access="wheelchair") == titles(text="tromeln") == ["Trommeln"]
    assert titles(language="de", sort="-titel") == ["Trommeln", "Robotik", "Beratung"]


def test_reminders_go_out_once_a_step_and_the_link_prolongs_once() -> None:
    offer = an_offer(valid_until=TODAY + timedelta(days=25), email="info@musik.example")
    an_offer("Ohne Adresse", valid_until=TODAY + timedelta(days=3))
    assert remind_of_ends(now=NOW) == "1 Erinnerung versendet, 1 ohne Adresse"
    assert remind_of_ends(now=NOW) == "0 Erinnerungen versendet, 1 ohne Adresse"
    mail = OutgoingMail.objects.get()
    assert (mail.recipient, mail.subject) == (
        "info@musik.example",
        "Gilt Ihr Angebot noch? Trommeln für alle",
    )
    token = re.search(r"/angebot/verlaengern/([^/\s]+)/", mail.body).group(1)  # type: ignore[union-attr]
    kept = prolong_offer(token=token, now=NOW)
    assert (kept.valid_until, kept.reminded) == (date(2027, 3, 29), None)
    assert history_of(offer)[0].sentence == (
        "Musikschule Haan hat das Angebot Trommeln für alle per Link bis 29.03.2027 verlängert."
    )
    with pytest.raises(RuleViolation):
        prolong_offer(token=token, now=NOW)
    assert Offer.objects.get(pk=offer.pk).valid_until == date(2027, 3, 29)


def test_the_second_step_comes_seven_days_before() -> None:
    an_offer(valid_until=TODAY + timedelta(days=25), email="info@musik.example")
    for days in (0, 10, 18, 20):
        remind_of_ends(now=NOW + timedelta(days=days))
    assert [mail.queued_at for mail in OutgoingMail.objects.order_by("pk")] == [NOW, NOW + timedelta(days=18)]


def test_a_link_of_an_ended_offer_brings_it_back() -> None:
    offer = an_offer(valid_until=TODAY - timedelta(days=5))
    assert not shown_offers(on=TODAY).exists()
    prolong_offer(token=token_of(offer), now=NOW)
    assert [each.title for each in shown_offers(on=TODAY)] == ["Trommeln für alle"]


@pytest.mark.parametrize("token", ["", "x", "WzEsIjIwMjYiXQ:abc", "x" * 43])
def test_a_forged_link_belongs_to_nothing(token: str) -> None:
    an_offer()
    assert offer_by_token(token) is None


def test_the_system_may_enter() -> None:
    assert enter_offer(actor=SYSTEM, institution=an_institution(), entry=an_offer_entry(), now=NOW).pk
