"""Institutions of the register and of the public directory."""

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When

from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.domain.school_keys import OperatingStatus
from bildungsnetz.network.models import ContactChannel, FieldOfAction, Institution, Municipality, Site

_ORDER_OF_CHANNELS = Case(
    *(When(kind=kind, then=Value(place)) for place, kind in enumerate(ContactChannel.Kind.values)),
    output_field=IntegerField(),
)
_IN_DIRECTORY = Q(is_public=True, resting_since__isnull=True) & ~Q(status=OperatingStatus.CLOSED)


def institutions(actor: Actor) -> QuerySet[Institution]:
    """All institutions for the office, those of the public directory for everybody else."""
    found = Institution.objects.select_related("municipality").order_by("name", "pk")
    return found if policies.may_see_all_institutions(actor) else found.filter(_IN_DIRECTORY)


def is_in_directory(institution: Institution) -> bool:
    """Whether everybody may see the institution."""
    is_shown = institution.is_public and institution.resting_since is None
    return is_shown and institution.status != OperatingStatus.CLOSED


def with_main_site(found: QuerySet[Institution]) -> QuerySet[Institution]:
    """Each with `main_sites`, a list of one or none."""
    main = Site.objects.filter(is_main=True).order_by("pk")
    return found.prefetch_related(Prefetch("sites", queryset=main, to_attr="main_sites"))


def with_open_channels(found: QuerySet[Institution], actor: Actor) -> QuerySet[Institution]:
    """Each with `open_channels`, the ways of contact that the actor may know."""
    return found.prefetch_related(
        Prefetch("channels", queryset=_open_channels(actor), to_attr="open_channels")
    )


def channels(actor: Actor, institution: Institution) -> QuerySet[ContactChannel]:
    """The ways to reach an institution that the actor may know; whoever keeps it knows all."""
    if policies.keeps(actor, institution):
        return _all_channels().filter(institution=institution)
    return _open_channels(actor).filter(institution=institution)


def _all_channels() -> QuerySet[ContactChannel]:
    return ContactChannel.objects.order_by(_ORDER_OF_CHANNELS, "purpose", "is_official", "pk")


def _open_channels(actor: Actor) -> QuerySet[ContactChannel]:
    found = _all_channels()
    return found if policies.may_see_all_institutions(actor) else found.filter(is_public=True)


def municipalities() -> QuerySet[Municipality]:
    """The municipalities of the region by name."""
    return Municipality.objects.order_by("name", "ags")


def fields_of_action() -> QuerySet[FieldOfAction]:
    """All fields of action, also ended ones, in their order."""
    return FieldOfAction.objects.order_by("position", "name", "pk")


def running_fields_of_action() -> QuerySet[FieldOfAction]:
    """The fields of action in which the network works today, in their order."""
    return fields_of_action().filter(ended_on__isnull=True)
