"""Loading the demo region, part by part, each in one transaction."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from django.db import transaction
from django.utils.translation import override

from bildungsnetz.accounts.api import users
from bildungsnetz.config.demo.approval_links import note_approval_links
from bildungsnetz.config.demo.basis import note_basis
from bildungsnetz.config.demo.bodies import set_up_bodies
from bildungsnetz.config.demo.briefings import note_briefings
from bildungsnetz.config.demo.canary import Canaries, Canary
from bildungsnetz.config.demo.circulars import note_circulars
from bildungsnetz.config.demo.conferences import note_conferences
from bildungsnetz.config.demo.cooperations import note_cooperations
from bildungsnetz.config.demo.fields import enter_fields
from bildungsnetz.config.demo.following import note_following
from bildungsnetz.config.demo.freshness import note_freshness
from bildungsnetz.config.demo.institutions import describe_schools, enter_offices, enter_others
from bildungsnetz.config.demo.join_requests import note_join_requests
from bildungsnetz.config.demo.lists import note_lists
from bildungsnetz.config.demo.measures import note_own_measures
from bildungsnetz.config.demo.offers import enter_offers
from bildungsnetz.config.demo.page_views import count_looks
from bildungsnetz.config.demo.people import enter_people
from bildungsnetz.config.demo.places import enter_cities
from bildungsnetz.config.demo.portal import note_portal
from bildungsnetz.config.demo.post import note_post
from bildungsnetz.config.demo.recommendations import note_recommendations
from bildungsnetz.config.demo.region import Region
from bildungsnetz.config.demo.release import note_release
from bildungsnetz.config.demo.schools import import_schools
from bildungsnetz.config.demo.self_checks import note_self_checks
from bildungsnetz.config.demo.sessions import note_sessions
from bildungsnetz.config.demo.sharing import note_sharing
from bildungsnetz.config.demo.surveys import ask_the_network
from bildungsnetz.config.demo.team import enter_partners, enter_staff
from bildungsnetz.config.demo.templates import set_up_templates
from bildungsnetz.config.demo.upkeep import keep_up
from bildungsnetz.config.demo.urgent_orders import note_urgent_orders
from bildungsnetz.core import search
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.api import tell_what_is_public

Part = Callable[[Region], object]


def load(
    now: datetime,
    size: str = "full",
    *,
    canary: bool = False,
    say: Callable[[str], object] = lambda _line: None,
) -> Canaries:
    """Make the demo region in an empty database, as if it had worked for three years until `now`.

    `size` is "full" or "small" (a few of everything, every state present). With `canary` each confidential field holds a
    unique word; the answer maps it to (model.field, keys of the roles that may see it). `say` gets a line per part.
    """
    region = Region(now=now, is_small=size == "small", canary=Canary(is_on=canary))
    with override("de"), search.index_at_the_end():
        for label, part in PARTS:
            began = monotonic()
            with transaction.atomic():
                part(region)
            say(f"{label} ({monotonic() - began:.1f} s)")
    return region.canary.words


def is_empty() -> bool:
    """Whether nobody has an account yet: then nothing else can have been entered either."""
    return not users(SYSTEM).exists()


def _network(region: Region) -> None:
    municipalities = enter_cities(region)
    enter_offices(region, municipalities)
    enter_staff(region)
    enter_fields(region)
    schools = import_schools(region)
    describe_schools(region, schools)
    others = enter_others(region, municipalities)
    enter_partners(region)
    enter_people(region, schools, others)
    keep_up(region, others)
    note_cooperations(region, schools, others)
    enter_offers(region)
    count_looks(region)
    ask_the_network(region)


def _governance(region: Region) -> None:
    """Everything that happened, in the order of time, until today."""
    set_up_bodies(region)
    set_up_templates(region)
    note_basis(region)
    note_portal(region)
    note_post(region)
    note_freshness(region)
    note_lists(region)
    note_recommendations(region)
    note_conferences(region)
    note_self_checks(region)
    note_circulars(region)
    note_urgent_orders(region)
    note_sessions(region)
    note_own_measures(region)
    note_release(region)
    note_approval_links(region)
    note_following(region)
    note_sharing(region)
    note_join_requests(region)
    note_briefings(region)
    region.diary.live_until(region.now)
    tell_what_is_public(now=region.now)


PARTS: tuple[tuple[str, Part], ...] = (
    ("Netzwerk: Einrichtungen und Personen", _network),
    ("Gremien, Sitzungen, Aufträge, Maßnahmen", _governance),
)
