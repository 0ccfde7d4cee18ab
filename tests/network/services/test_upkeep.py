"""Places, ways of contact, profile and lineage of institutions."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from bildungsnetz.core.actor import PUBLIC, SYSTEM, Actor
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.domain.lineage import SuccessionKind
from bildungsnetz.network.domain.opening import parse_day
from bildungsnetz.network.models import ContactChannel, Institution, Site, Succession
from bildungsnetz.network.selectors.lineage import lineage_of
from bildungsnetz.network.selectors.profiles import places_of, profile_entry
from bildungsnetz.network.services.channels import ChannelEntry, add_channel, edit_channel, remove_channel
from bildungsnetz.network.services.lineage import name_successor, set_parent, withdraw_successor
from bildungsnetz.network.services.profiles import ProfileEntry, edit_profile
from bildungsnetz.network.services.sites import SiteEntry, add_site, edit_site, remove_site
from tests.network.build import NOW, TODAY, an_actor, an_import, an_institution
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db


def test_a_profile_is_kept_and_the_second_editor_is_told() -> None:
    place = an_institution()
    entry = ProfileEntry(
        description="Neu.", languages=frozenset({"de", "tr"}), target_groups=frozenset({"primary"})
    )
    edit_profile(actor=an_actor(), institution=place, entry=entry, version=1, now=NOW)
    kept = Institution.objects.get()
    assert (profile_entry(kept)["languages"], kept.version) == (frozenset({"de", "tr"}), 2)
    assert history_of(kept)[0].sentence.endswith("geändert: Beschreibung, Sprachen, Zielgruppen.")
    with pytest.raises(StaleVersion):
        edit_profile(actor=an_actor(), institution=place, entry=ProfileEntry(), version=1, now=NOW)
    wrong = ProfileEntry(languages=frozenset({"klingonisch"}))
    with pytest.raises(RuleViolation):
        edit_profile(actor=an_actor(), institution=place, entry=wrong, version=2, now=NOW)


def test_a_further_place_has_hours_and_features_and_can_go() -> None:
    place = an_institution()
    entry = SiteEntry(
        label="Gruiten",
        street="Weg 1",
        city="Haan",
        spans=parse_day(1, "8-12, 14-16"),
        accessibility=frozenset({"lift"}),
        hours_note="In den Ferien geschlossen",
    )
    site = add_site(actor=an_actor(), institution=place, entry=entry, now=NOW)
    shown = places_of(place)[1]
    assert (shown.site.is_main, shown.hours[0].hours, shown.features, shown.hours_note) == (
        False,
        "8:00–12:00, 14:00–16:00 Uhr",
        ["Aufzug"],
        "In den Ferien geschlossen",
    )
    remove_site(actor=an_actor(), site=site, now=NOW)
    assert Site.objects.count() == 1
    with pytest.raises(RuleViolation):
        remove_site(actor=an_actor(), site=Site.objects.get(), now=NOW)


def test_the_official_address_is_locked_but_hours_are_own() -> None:
    an_import(msb_file(msb_row()))
    site = Site.objects.get()
    address = {
        name: getattr(site, name) for name in ("street", "postal_code", "city", "longitude", "latitude")
    }
    edit_site(actor=an_actor(), site=site, entry=SiteEntry(**address, spans=parse_day(2, "7-13")), now=NOW)
    assert places_of(site.institution)[0].hours[0].days == "Dienstag"
    with pytest.raises(RuleViolation) as refused:
        edit_site(actor=an_actor(), site=site, entry=SiteEntry(**{**address, "street": "Weg 1"}), now=NOW)
    assert refused.value.field == "street"


def test_several_channels_of_a_kind_differ_by_purpose() -> None:
    place = an_institution(email="info@demo.example")
    entry = ChannelEntry(kind="email", value="leitung@demo.example", purpose="invitations", is_public=False)
    added = add_channel(actor=an_actor(), institution=place, entry=entry, now=NOW)
    general = ChannelEntry(kind="email", value="zweite@demo.example")
    with pytest.raises(RuleViolation) as refused:
        add_channel(actor=an_actor(), institution=place, entry=general, now=NOW)
    assert refused.value.field == "purpose"
    changed = ChannelEntry(kind="email", value="schulleitung@demo.example", purpose="invitations")
    assert edit_channel(actor=an_actor(), channel=added, entry=changed, now=NOW).value == changed.value
    with pytest.raises(RuleViolation):
        edit_channel(actor=an_actor(), channel=added, entry=ChannelEntry(kind="email", value="kein"), now=NOW)
    remove_channel(actor=an_actor(), channel=added, now=NOW)
    assert sorted(ContactChannel.objects.values_list("kind", flat=True)) == ["email", "phone"]


def test_official_channels_change_only_with_the_list() -> None:
    an_import(msb_file(msb_row()))
    channel = ContactChannel.objects.filter(is_official=True).order_by("pk")[0]
    with pytest.raises(RuleViolation):
        remove_channel(actor=an_actor(), channel=channel, now=NOW)


def test_a_ring_of_branches_is_refused() -> None:
    library, branch, corner = (an_institution(name) for name in ("Bücherei", "Zweigstelle", "Leseecke"))
    set_parent(actor=an_actor(), institution=branch, parent=library, now=NOW)
    set_parent(actor=an_actor(), institution=corner, parent=branch, now=NOW)
    with pytest.raises(RuleViolation) as refused:
        set_parent(actor=an_actor(), institution=library, parent=corner, now=NOW)
    assert str(refused.value.message) == "Das ergäbe einen Kreis: Leseecke gehört schon zu Bücherei."
    shown = lineage_of(SYSTEM, branch)
    assert (shown.parent, shown.branches) == (library, [corner])
    set_parent(actor=an_actor(), institution=branch, parent=None, now=NOW)
    assert lineage_of(SYSTEM, branch).parent is None


def test_a_succession_is_told_as_a_chain_and_closes_the_old_one() -> None:
    old, middle, new = (an_institution(name) for name in ("Alte VHS", "VHS Haan", "VHS Kreis"))
    merged, day = SuccessionKind.MERGED, date(2025, 8, 1)
    for before, after in ((old, middle), (middle, new)):
        name_successor(
            actor=an_actor(), institution=before, successor=after, kind=merged, happened_on=day, now=NOW
        )
    with pytest.raises(RuleViolation):
        name_successor(
            actor=an_actor(), institution=new, successor=old, kind=merged, happened_on=TODAY, now=NOW
        )
    steps = lineage_of(PUBLIC, old).successors
    assert [(step.words, step.institution.name, step.may_open) for step in steps] == [
        ("aufgegangen in", "VHS Haan", False),
        ("aufgegangen in", "VHS Kreis", True),
    ]
    assert Institution.objects.get(pk=old.pk).status == "closed"
    withdraw_successor(actor=an_actor(), institution=old, now=NOW)
    assert lineage_of(SYSTEM, old).successors == []


@pytest.mark.parametrize("actor", [PUBLIC, an_actor("school"), an_actor("scientific")], ids=lambda a: a.name)
def test_whoever_does_not_keep_an_institution_leaves_no_trace(actor: Actor) -> None:
    place, other = an_institution(), an_institution("Andere")
    logged = AuditEntry.objects.count()
    phone = ChannelEntry(kind="phone", value="1")
    with pytest.raises(NotAllowed):
        add_site(actor=actor, institution=place, entry=SiteEntry(city="Haan"), now=NOW)
    with pytest.raises(NotAllowed):
        add_channel(actor=actor, institution=place, entry=phone, now=NOW)
    with pytest.raises(NotAllowed):
        edit_profile(actor=actor, institution=place, entry=ProfileEntry(), version=1, now=NOW)
    with pytest.raises(NotAllowed):
        set_parent(actor=actor, institution=place, parent=other, now=NOW)
    assert (Site.objects.count(), ContactChannel.objects.count(), AuditEntry.objects.count()) == (
        2,
        2,
        logged,
    )


def test_a_chain_costs_its_own_steps_however_many_successions_there_are(
    django_assert_num_queries: Callable[..., AbstractContextManager[None]],
) -> None:
    def follows(before: Institution, after: Institution) -> None:
        Succession.objects.create(
            predecessor=before, successor=after, kind=SuccessionKind.MERGED, happened_on=TODAY
        )

    old, middle, new, elsewhere = (an_institution(name) for name in ("Alt", "Mitte", "Neu", "Anderswo"))
    follows(old, middle)
    follows(middle, new)
    for number in range(3):
        follows(an_institution(f"Frühere {number}"), elsewhere)
    with django_assert_num_queries(7):
        found = lineage_of(SYSTEM, old)
    assert [step.institution.name for step in found.successors] == ["Mitte", "Neu"]
