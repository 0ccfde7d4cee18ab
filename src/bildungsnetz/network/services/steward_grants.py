"""Rights that follow from stewardships: they begin and end with them, and with the function in the institution."""

from datetime import date, timedelta

from bildungsnetz.accounts.api import replace_grants, roles
from bildungsnetz.network.domain.stewardship import Reach, scopes_of
from bildungsnetz.network.models import Function, Person, Stewardship
from bildungsnetz.network.selectors.keeping import running_stewardships
from bildungsnetz.network.selectors.people import current_functions


def sync_stewardship(row: Stewardship) -> None:
    """Write the rights of a stewardship anew; without an account there are none yet."""
    user = row.person.user
    scopes = scopes_of(
        Reach(row.reach),
        institution=row.institution_id,
        municipality=row.institution.municipality_id,
        number=row.authority_number,
    )
    role = roles.SCHOOL if row.institution.is_school else roles.PARTNER
    wanted = [] if user is None else [(user, role, scope, row.started_on, row.ended_on) for scope in scopes]
    replace_grants(source=f"network.stewardship:{row.pk}", wanted=wanted)


def sync_person(person: Person) -> None:
    """Write all these rights of a person anew, e.g. when she has got an account."""
    rows = Stewardship.objects.filter(person=person).select_related("institution", "person__user")
    for row in rows.order_by("pk"):
        sync_stewardship(row)


def end_with_function(function: Function, *, last_day: date) -> list[Stewardship]:
    """Whoever has no other function in the institution after the day keeps it no longer; gives what ended."""
    after = last_day + timedelta(days=1)
    rest = current_functions(function.person, on=after).filter(institution=function.institution_id)
    if rest.exclude(pk=function.pk).exists():
        return []
    ended = []
    rows = running_stewardships(last_day).filter(
        person=function.person_id, institution=function.institution_id
    )
    for row in rows.select_related("institution", "person__user"):
        row.ended_on = max(last_day, row.started_on)
        row.save(update_fields=["ended_on"])
        sync_stewardship(row)
        ended.append(row)
    return ended


def sync_keys(keys: list[int]) -> None:
    """The same for rows known by their keys, after a merge has moved them."""
    rows = Stewardship.objects.filter(pk__in=keys).select_related("institution", "person__user")
    for row in rows.order_by("pk"):
        sync_stewardship(row)
