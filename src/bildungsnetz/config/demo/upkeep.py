"""What institutions say about themselves, who keeps them, what became of some, and who objects: all invented."""

from dataclasses import replace
from datetime import date

from bildungsnetz.config.demo.accounts import CLERK, PARTNER, SCHOOL
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.network.api import (
    ChannelEntry,
    Institution,
    MergeKind,
    ObjectionSubject,
    PersonChannelEntry,
    ProfileEntry,
    SiteEntry,
    SuccessionKind,
    add_channel,
    add_person_channel,
    add_site,
    edit_profile,
    edit_site,
    enter_institution,
    entry_of,
    fields_of_action,
    give_stewardship,
    merge,
    name_successor,
    parse_day,
    record_objection,
    set_parent,
    sites_of,
)

ADDRESS = ("street", "postal_code", "city", "longitude", "latitude")
HOURS = {
    1: "8:00-12:30, 13:30-16:00",
    2: "8:00-12:30",
    3: "8:00-12:30",
    4: "8:00-12:30, 13:30-18:00",
    5: "8:00-12:00",
}


def keep_up(region: Region, others: list[Institution]) -> None:
    """A few institutions have a whole profile; two are kept by themselves; one went over into another."""
    kinds = {each.kind: each for each in reversed(others)}
    for key in ("library", "counselling", "adult_education"):
        if key in kinds:
            _describe(region, kinds[key])
    for key in (SCHOOL, PARTNER):
        _hand_over(region, key)
    _found_branch(region, kinds["library"])
    _open_second_site(region, kinds["adult_education"])
    _merge_old(region, kinds["music_school"])
    _make_doubles(region, kinds["music_school"])
    _objections(region)


def _describe(region: Region, place: Institution) -> None:
    at = region.at(FOUNDED + 80)
    clerk = region.actor(CLERK, at)
    entry = ProfileEntry(
        description=place.description,
        languages=frozenset({"de", "leicht", "en", "tr", "uk"}),
        target_groups=frozenset({"parents", "newcomers", "adults"}),
        fields_of_action=frozenset(
            fields_of_action().filter(institutions=place).values_list("pk", flat=True)
        ),
    )
    kept = edit_profile(actor=clerk, institution=place, entry=entry, version=place.version, now=at)
    place.version = kept.version
    site = sites_of(place)[0]
    spans = [span for day, typed in HOURS.items() for span in parse_day(day, typed)]
    address = {name: getattr(site, name) for name in ADDRESS}
    details = SiteEntry(
        **address,
        spans=spans,
        hours_note="In den Schulferien nur vormittags",
        accessibility=frozenset({"step_free", "lift", "toilet"}),
        accessibility_note="Der Aufzug liegt am Hintereingang, bitte klingeln.",
    )
    edit_site(actor=clerk, site=site, entry=details, now=at)
    channel = ChannelEntry(kind="email", value=f"anmeldung-{place.pk}@demo.example", purpose="registration")
    add_channel(actor=clerk, institution=place, entry=channel, now=at)


def _hand_over(region: Region, key: str) -> None:
    at = region.at(FOUNDED + 90)
    person = region.people[key]
    person.refresh_from_db()
    place = person.functions.get().institution
    give_stewardship(actor=region.actor(CLERK, at), person=person, institution=place, now=at)


def _found_branch(region: Region, library: Institution) -> None:
    at = region.at(FOUNDED + 100)
    clerk = region.actor(CLERK, at)
    entry = replace(entry_of(library), name=f"Zweigstelle der {library.name}")
    branch = enter_institution(actor=clerk, entry=entry, now=at)
    set_parent(actor=clerk, institution=branch, parent=library, now=at)


def _open_second_site(region: Region, place: Institution) -> None:
    """The courses of the afternoon are given in a house of their own."""
    at = region.at(FOUNDED + 105)
    main = sites_of(place)[0]
    entry = SiteEntry(
        label="Kurshaus am Markt",
        street="Marktgasse 7",
        postal_code=main.postal_code,
        city=main.city,
        spans=[span for day in (1, 3, 5) for span in parse_day(day, "14:00-18:00")],
        accessibility=frozenset({"step_free"}),
        accessibility_note="Stufenlos sind die Räume im Erdgeschoss, ins Obergeschoss führt nur eine Treppe.",
    )
    add_site(actor=region.actor(CLERK, at), institution=place, entry=entry, now=at)


def _merge_old(region: Region, school: Institution) -> None:
    at = region.at(FOUNDED + 110)
    clerk = region.actor(CLERK, at)
    entry = replace(entry_of(school), name="Singschule am Erlenbach", is_public=True)
    old = enter_institution(actor=clerk, entry=entry, now=at)
    name_successor(
        actor=clerk,
        institution=old,
        successor=school,
        kind=SuccessionKind.MERGED,
        happened_on=_first_of_august(region),
        now=at,
    )


def _make_doubles(region: Region, school: Institution) -> None:
    """Two were entered twice: one pair has become one, the other still waits in the list."""
    at = region.at(-50)
    clerk = region.actor(CLERK, at)
    for name in (f"{school.name} e. V.", f"{school.name} (Haupthaus)"):
        double = enter_institution(actor=clerk, entry=replace(entry_of(school), name=name), now=at)
        if name.endswith("e. V."):
            kind = MergeKind.INSTITUTION
            merge(actor=clerk, kind=kind, winner=school.pk, loser=double.pk, taken=[], now=at)


def _first_of_august(region: Region) -> date:
    return date(region.day(FOUNDED).year, 8, 1)


def _objections(region: Region) -> None:
    at = region.at(-30)
    clerk, person = region.actor(CLERK, at), region.people[PARTNER]
    # Everybody sees the own entry, so the partner knows this number too.
    readers = {*region.who_may("network.person.see"), "partner"}
    number = region.canary.mark("0171 3920 077", "network.PersonChannel.value", readers)
    channel = PersonChannelEntry(
        kind="mobile", value=number, purpose="urgent", basis="consent", consented_on=region.day(-40)
    )
    add_person_channel(actor=clerk, person=person, entry=channel, now=at)
    record_objection(
        actor=clerk,
        person=person,
        against=ObjectionSubject.MAILINGS,
        received_on=region.day(-31),
        now=at,
        note="Telefonisch im Bildungsbüro",
    )
