"""Answers to a question to the register: the persons or institutions that fit. For those who may see persons."""

from collections.abc import Callable
from functools import reduce
from operator import and_, or_

from django.db.models import F, FilteredRelation, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from bildungsnetz.network import policies
from bildungsnetz.network.domain.questions import Condition, Group, Joint, Question
from bildungsnetz.network.models import ContactChannel, Institution, Person, Site
from bildungsnetz.network.selectors.asking import Asking
from bildungsnetz.network.selectors.criteria import CRITERIA, About, Input
from bildungsnetz.network.selectors.institutions import institutions, with_main_site
from bildungsnetz.network.selectors.people import functions_on, people

Meaning = Callable[[Condition], Q]


def people_that_fit(question: Question, asking: Asking) -> QuerySet[Person]:
    """The persons that fit, each with `current`: the functions of the day. What is asked about institution and function
    must hold for one and the same function; a person without any has an institution that is none."""
    running = Q(functions__ended_on__isnull=True) | Q(functions__ended_on__gte=asking.on)
    running &= Q(functions__started_on__lte=asking.on)
    rows = Person.objects.annotate(held=FilteredRelation("functions", condition=running)).annotate(
        place=Coalesce(F("held__institution_id"), Value(0)), role=Coalesce(F("held__kind"), Value(""))
    )
    fitting = rows.filter(_joined(question, lambda one: _of_person(one, asking))).order_by().values("pk")
    return with_current(people(asking.actor).filter(pk__in=fitting), asking)


def institutions_that_fit(question: Question, asking: Asking) -> QuerySet[Institution]:
    """The institutions that fit, each with `main_sites` and `mails`."""
    found = institutions(asking.actor)
    if not policies.may_see_people(asking.actor):
        return found.none()
    return with_mails(found.filter(_joined(question, lambda one: _of_institution(one, asking))))


def with_current(found: QuerySet[Person], asking: Asking) -> QuerySet[Person]:
    held = functions_on(asking.on).select_related(None).select_related("institution__municipality")
    main = Prefetch(
        "institution__sites", Site.objects.filter(is_main=True).order_by("pk"), to_attr="main_sites"
    )
    rows = held.order_by("started_on", "pk").prefetch_related(main)
    return found.prefetch_related(Prefetch("functions", queryset=rows, to_attr="current"))


def with_mails(found: QuerySet[Institution]) -> QuerySet[Institution]:
    mails = ContactChannel.objects.filter(kind=ContactChannel.Kind.EMAIL).order_by("is_official", "pk")
    return with_main_site(found).prefetch_related(Prefetch("channels", queryset=mails, to_attr="mails"))


def is_whole(condition: Condition) -> bool:
    """Whether a condition says enough to be asked; others wait for their value."""
    known = CRITERIA.get(condition.field)
    return known is not None and (known.input is Input.NONE or bool(condition.value))


def _joined(question: Question, meaning: Meaning) -> Q:
    groups = [_group(group, meaning) for group in question.groups]
    return _join([group for group in groups if group is not None], question.joint)


def _group(group: Group, meaning: Meaning) -> Q | None:
    parts = [
        ~meaning(condition) if condition.is_not else meaning(condition)
        for condition in group.conditions
        if is_whole(condition)
    ]
    return _join(parts, group.joint) if parts else None


def _join(parts: list[Q], joint: Joint) -> Q:
    return reduce(or_ if joint is Joint.ANY else and_, parts) if parts else Q()


def _of_person(condition: Condition, asking: Asking) -> Q:
    known = CRITERIA[condition.field]
    found = known.find(condition, asking)
    if known.about is About.INSTITUTION:
        return Q(place__in=Institution.objects.filter(found).order_by().values("pk"))
    if known.about is About.FUNCTION:
        return Q(role=condition.value)
    return Q(pk__in=Person.objects.filter(found).order_by().values("pk"))


def _of_institution(condition: Condition, asking: Asking) -> Q:
    known = CRITERIA[condition.field]
    found = known.find(condition, asking)
    if known.about is About.INSTITUTION:
        return Q(pk__in=Institution.objects.filter(found).order_by().values("pk"))
    held = functions_on(asking.on).select_related(None).order_by()
    if known.about is About.PERSON:
        found = Q(person__in=Person.objects.filter(found).order_by().values("pk"))
    return Q(pk__in=held.filter(found).values("institution"))
