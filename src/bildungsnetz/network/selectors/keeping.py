"""Which institutions somebody keeps, and who keeps an institution."""

from datetime import date

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.network import policies
from bildungsnetz.network.domain.kinds import SCHOOL
from bildungsnetz.network.domain.school_keys import LegalForm
from bildungsnetz.network.models import Institution, Stewardship
from bildungsnetz.network.selectors.institutions import institutions


def institutions_to_keep(actor: Actor) -> QuerySet[Institution]:
    """All for the office; for everybody else the own ones, hidden and closed ones too."""
    if policies.may_edit_institutions(actor):
        return institutions(actor)
    return own_institutions(actor)


def own_institutions(actor: Actor) -> QuerySet[Institution]:
    """What the actor keeps by a stewardship: the own institution, a Schulträger also its schools."""
    numbers = policies.kept_scopes(actor, "authority")
    cities = [int(key) for key in policies.kept_scopes(actor, "municipality")]
    own = [int(key) for key in policies.kept_scopes(actor, "institution")]
    schools = Q(kind=SCHOOL) & (
        Q(authority_number__in=numbers) | Q(municipality__in=cities, legal_form=LegalForm.PUBLIC.value)
    )
    found = Institution.objects.select_related("municipality")
    return found.filter(Q(pk__in=own) | schools).order_by("name", "pk")


def stewardships_of(institution: Institution) -> QuerySet[Stewardship]:
    """Who keeps an institution, running and newest first. Ask for the right to see persons before."""
    return (
        Stewardship.objects.filter(institution=institution)
        .select_related("person")
        .order_by("-ended_on", "-started_on", "-pk")
    )


def running_stewardships(on: date) -> QuerySet[Stewardship]:
    """All that hold on a day or begin later."""
    return Stewardship.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=on)).order_by("pk")
