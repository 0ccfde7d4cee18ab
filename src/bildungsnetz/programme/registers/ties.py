"""Institutions whose people carry out the same measure have something to do with each other."""

from collections import defaultdict
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import ties
from bildungsnetz.network.api import institutions_of_people
from bildungsnetz.programme.domain.states import MeasureState
from bildungsnetz.programme.models import Task
from bildungsnetz.programme.selectors.measures import measures


def register() -> None:
    ties.register("measure", _("gemeinsame Maßnahme"), joint_measures)


def joint_measures(actor: Actor, on: date) -> list[ties.Tie]:
    """Each institution with each other one in the measures the actor may read that ran on a day.

    A measure runs from its beginning to its end; one without a beginning or still an idea does not run.
    """
    running = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    found = list(measures(actor).filter(running, starts_on__lte=on).exclude(state=MeasureState.IDEA))
    people: dict[int, set[int]] = defaultdict(set)
    for measure in found:
        people[measure.pk] |= {measure.lead_id} - {None}  # type: ignore[arg-type]
    tasks = Task.objects.filter(measure__in=found, assignee__isnull=False).order_by("pk")
    for measure_pk, person in tasks.values_list("measure", "assignee"):
        people[measure_pk].add(person)
    home = institutions_of_people({person for those in people.values() for person in those}, on=on)
    return [
        tie
        for measure in found
        for tie in ties.among(
            {institution for person in people[measure.pk] for institution in home.get(person, ())},
            measure.title,
            measure.field_of_action_id,
        )
    ]
