"""What single conditions find. Those about institutions give a Q on Institution, those about persons one on Person."""

from math import sin
from typing import Final

from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast

from bildungsnetz.core.registers import memberships
from bildungsnetz.network.domain.distance import EARTH_KM, box_around
from bildungsnetz.network.domain.freshness import Stand
from bildungsnetz.network.domain.questions import Condition
from bildungsnetz.network.models import (
    ContactChannel,
    Cooperation,
    Institution,
    InstitutionKind,
    InstitutionProfile,
    Offer,
    PersonChannel,
    Site,
)
from bildungsnetz.network.selectors.asking import Asking
from bildungsnetz.network.selectors.cooperations import running_on
from bildungsnetz.network.selectors.freshness import standing
from bildungsnetz.network.selectors.gazetteer import half_angle, spots_called

NOTHING: Final = Q(pk__in=())
NEAR_KM: Final = 5.0
_MOST_KM: Final = 300.0
GROUP: Final = "gruppe:"


def of_kind(condition: Condition, _asking: Asking) -> Q:
    return _kind(condition.value, "kind")


def in_city(condition: Condition, _asking: Asking) -> Q:
    return Q(municipality=_key(condition.value))


def of_form(condition: Condition, _asking: Asking) -> Q:
    return Q(school_form=condition.value)


def index_from(condition: Condition, _asking: Asking) -> Q:
    return Q(social_index__gte=_key(condition.value)) if condition.value.isdecimal() else NOTHING


def index_to(condition: Condition, _asking: Asking) -> Q:
    return Q(social_index__lte=_key(condition.value))


def in_field(condition: Condition, _asking: Asking) -> Q:
    through = Institution.fields_of_action.through.objects
    return Q(pk__in=through.filter(fieldofaction=_key(condition.value)).values("institution"))


def for_group(condition: Condition, _asking: Asking) -> Q:
    return _says("target_groups", condition.value)


def in_language(condition: Condition, _asking: Asking) -> Q:
    return _says("languages", condition.value)


def offers_topic(condition: Condition, asking: Asking) -> Q:
    valid = Offer.objects.filter(topic=condition.value, valid_until__gte=asking.on).order_by()
    return Q(pk__in=valid.values("institution"))


def works_on(condition: Condition, asking: Asking) -> Q:
    return _either_end(
        asking, Q(field_of_action=_key(condition.value)), Q(field_of_action=_key(condition.value))
    )


def works_with_kind(condition: Condition, asking: Asking) -> Q:
    return _either_end(asking, _kind(condition.value, "second__kind"), _kind(condition.value, "first__kind"))


def works_with(condition: Condition, asking: Asking) -> Q:
    text = condition.value
    return _either_end(asking, Q(second__name__icontains=text), Q(first__name__icontains=text))


def near(condition: Condition, _asking: Asking) -> Q:
    """Main sites within so many kilometres of the first place of that name; an unknown place finds nothing."""
    spots = spots_called(condition.value)
    if not spots:
        return NOTHING
    here, km = spots[0].point, _kilometres(condition.more)
    longitudes, latitudes = box_around(here, km)
    found = Site.objects.filter(is_main=True, longitude__range=longitudes, latitude__range=latitudes)
    within = found.annotate(half=half_angle(here)).filter(half__lte=sin(km / (2 * EARTH_KM)) ** 2)
    return Q(pk__in=within.order_by().values("institution"))


def standing_as(condition: Condition, asking: Asking) -> Q:
    if condition.value not in set(Stand):
        return NOTHING
    rows = standing(Stand(condition.value), now=asking.now).select_related(None).order_by()
    return Q(pk__in=rows.values("pk"))


def has_mail(_condition: Condition, _asking: Asking) -> Q:
    ways = ContactChannel.objects.filter(kind=ContactChannel.Kind.EMAIL).order_by()
    return Q(pk__in=ways.values("institution"))


def in_function(condition: Condition, _asking: Asking) -> Q:
    return Q(kind=condition.value)


def member_of(condition: Condition, asking: Asking) -> Q:
    return Q(pk__in=memberships.members(asking.actor, condition.value, asking.on))


def person_has_mail(_condition: Condition, _asking: Asking) -> Q:
    ways = PersonChannel.objects.filter(person=OuterRef("pk"), kind="email").order_by()
    return ~Q(email="") | Q(Exists(ways))


def has_account(_condition: Condition, _asking: Asking) -> Q:
    return Q(user__isnull=False)


def _key(text: str) -> int:
    """The key of a row as typed; a number that no row has where it is none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _kind(value: str, field: str) -> Q:
    if not value.startswith(GROUP):
        return Q(**{field: value})
    kinds = InstitutionKind.objects.filter(group=value.removeprefix(GROUP)).order_by()
    return Q(**{f"{field}__in": kinds.values("key")})


def _says(field: str, value: str) -> Q:
    """A list of keys holds the key; compared as text, since SQLite has no other way to ask."""
    rows = InstitutionProfile.objects.annotate(words=Cast(field, TextField()))
    return Q(pk__in=rows.filter(words__contains=f'"{value}"').order_by().values("institution"))


def _either_end(asking: Asking, as_first: Q, as_second: Q) -> Q:
    """Institutions at one end of a cooperation that runs on the day and fits, whichever end it is."""
    running = running_on(Cooperation.objects.order_by(), asking.on)
    return Q(pk__in=running.filter(as_first).values("first")) | Q(
        pk__in=running.filter(as_second).values("second")
    )


def _kilometres(text: str) -> float:
    km = float(text) if text.isdecimal() else NEAR_KM
    return min(max(km, 0.1), _MOST_KM)
