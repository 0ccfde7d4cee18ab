"""Consent to be named: recorded, withdrawn, seen on the public page at once."""

from datetime import date, timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.models import NameConsent
from bildungsnetz.governance.selectors.public_bodies import PublicSeat, public_composition
from bildungsnetz.governance.services.consents import record_consent, withdraw_consent
from tests.governance import build

pytestmark = pytest.mark.django_db
LATER = build.NOW + timedelta(days=40)


def names_of(body: object) -> list[str]:
    return [name for seat in public_composition(body, build.TODAY).seats for name in seat.names]  # type: ignore[arg-type]


def test_functions_always_names_only_with_consent_and_until_it_is_withdrawn() -> None:
    body = build.a_steering_body()
    winter = build.member(body, "Winter")
    assert names_of(body) == []
    assert public_composition(body, build.TODAY).seats[0] == PublicSeat(
        "Schulaufsicht (obere und untere)", "Land", advisory=False, filled=2, names=[]
    )
    consent = record_consent(
        actor=build.an_actor("clerk"),
        person=winter,
        given_on=date(2026, 3, 1),
        how="schriftlich",
        now=build.NOW,
    )
    seat = public_composition(body, build.TODAY).seats[0]
    assert (seat.names, seat.unnamed) == (["Karl Winter"], 1)
    assert [(chair.function, chair.names) for chair in public_composition(body, build.TODAY).chairs] == [
        ("Schulaufsicht (obere und untere)", ["Karl Winter"]), ("Kreis", []),
    ]  # fmt: skip
    withdraw_consent(actor=build.an_actor("clerk"), consent=consent, now=build.NOW)
    assert names_of(body) == []
    consent.refresh_from_db()
    assert (consent.given_on, consent.withdrawn_on, consent.how) == (
        date(2026, 3, 1),
        build.TODAY,
        "schriftlich",
    )
    told = list(AuditEntry.objects.filter(act__startswith="governance.consent").order_by("pk"))
    assert [entry.act for entry in told] == ["governance.consent.record", "governance.consent.withdraw"]


def test_everybody_decides_for_herself_and_nobody_for_others() -> None:
    body = build.a_steering_body()
    lang, weber = build.member(body, "Lang"), build.member(body, "Weber")
    actor = build.actor_of(lang)
    record_consent(actor=actor, person=lang, given_on=build.TODAY, how="selbst erklärt", now=build.NOW)
    with pytest.raises(NotAllowed):
        record_consent(actor=actor, person=weber, given_on=build.TODAY, how="gehört", now=build.NOW)
    assert [consent.person for consent in NameConsent.objects.all()] == [lang]
    assert AuditEntry.objects.filter(act="governance.consent.record").count() == 1
    with pytest.raises(NotAllowed):
        withdraw_consent(actor=build.actor_of(weber), consent=NameConsent.objects.get(), now=build.NOW)
    assert NameConsent.objects.get().withdrawn_on is None


def test_a_second_one_only_after_the_first_was_withdrawn() -> None:
    person = build.a_person()
    wanted = {"actor": SYSTEM, "person": person, "given_on": build.TODAY, "how": "schriftlich"}
    first = record_consent(**wanted, now=build.NOW)  # type: ignore[arg-type]
    with pytest.raises(RuleViolation, match="schon eingetragen"):
        record_consent(**wanted, now=build.NOW)  # type: ignore[arg-type]
    withdraw_consent(actor=SYSTEM, consent=first, now=build.NOW)
    withdraw_consent(actor=SYSTEM, consent=first, now=LATER)
    first.refresh_from_db()
    assert first.withdrawn_on == build.TODAY
    record_consent(**wanted, now=LATER)  # type: ignore[arg-type]
    assert NameConsent.objects.count() == 2


@pytest.mark.parametrize(
    ("given_on", "how", "field"), [(date(2026, 3, 5), "schriftlich", "given_on"), (build.TODAY, "  ", "how")]
)
def test_what_a_consent_needs(given_on: date, how: str, field: str) -> None:
    with pytest.raises(RuleViolation) as caught:
        record_consent(actor=SYSTEM, person=build.a_person(), given_on=given_on, how=how, now=build.NOW)
    assert caught.value.field == field
    assert NameConsent.objects.count() == 0
