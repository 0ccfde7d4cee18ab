"""Elections as their pages show them, and who has a vote."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.governance.domain.elections import ElectionState, Result, count
from bildungsnetz.governance.models import Ballot, Candidate, Election, Voter
from bildungsnetz.governance.policies.elections import RUN
from bildungsnetz.network.api import Function, FunctionKind, Institution, Person, functions_on


@dataclass(frozen=True)
class Elector:
    """A head of a school who may vote."""

    person: Person
    school: Institution


def elections(actor: Actor) -> QuerySet[Election]:
    """The elections the actor runs, newest first, each with `voter_count` and `voted_count`."""
    found = Election.objects.select_related("seat_rule__body", "seat_rule__side")
    if EVERYWHERE not in actor.scopes(RUN):
        found = found.filter(seat_rule__body__in=actor.scope_keys(RUN, "body"))
    return found.annotate(
        voter_count=Count("voters"), voted_count=Count("voters", filter=Q(voters__has_voted=True))
    ).order_by("-closes_at", "-pk")


def electorate(school_form: str, on: date) -> list[Elector]:
    """The heads of all working schools of a form (or of all schools) on a day, each once, by name of the school."""
    heads: QuerySet[Function] = functions_on(on).filter(
        kind=FunctionKind.PRINCIPAL.value, institution__kind="school", institution__status="in_operation"
    )
    if school_form:
        heads = heads.filter(institution__school_form=school_form)
    found: dict[int, Elector] = {}
    for head in heads.order_by("institution__name", "pk"):
        found.setdefault(head.person_id, Elector(head.person, head.institution))
    return list(found.values())


def candidates(election: Election) -> list[Candidate]:
    """Who can be elected: by name, once counted by votes."""
    rows = election.candidates.select_related("person").order_by(
        "person__last_name", "person__first_name", "pk"
    )
    return sorted(rows, key=lambda row: -(row.votes or 0))


def voters(election: Election) -> QuerySet[Voter]:
    """Who has a vote, by name of the school. Ask for the right to run the election before."""
    return election.voters.select_related("person", "school").order_by("school__name", "pk")


def result_of(election: Election) -> Result:
    """The count of the ballots as they lie. Ask for the right to run the election before."""
    keys = [str(pk) for pk in election.candidates.order_by("pk").values_list("pk", flat=True)]
    ballots = Ballot.objects.filter(election=election).order_by("id").values_list("choices", flat=True)
    return count(keys, [[str(key) for key in choices] for choices in ballots], election.places)


def voter_by_hash(token_hash: str) -> Voter | None:
    """The voter behind a link."""
    rows = Voter.objects.filter(token_hash=token_hash).select_related("election__seat_rule__body", "person")
    return rows.order_by("pk").first()


def elections_to_count(actor: Actor, now: datetime) -> list[Election]:
    """Elections whose time is over and that are not settled yet."""
    over = Q(state=ElectionState.OPEN, closes_at__lte=now) | Q(state=ElectionState.COUNTED)
    return list(elections(actor).filter(over))
