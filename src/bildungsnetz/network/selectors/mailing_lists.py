"""Living mailing lists: whom they mean now, who is left out and why, what changed since the last use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.network import policies
from bildungsnetz.network.domain.contact import LegalBasis, ObjectionSubject
from bildungsnetz.network.domain.questions import Question, Subject, from_json
from bildungsnetz.network.domain.rolls import Candidate, Roll, roll_of
from bildungsnetz.network.models import (
    Institution,
    ListChoice,
    ListRecipient,
    ListUse,
    MailingList,
    Person,
    PersonChannel,
)
from bildungsnetz.network.selectors.answers import (
    institutions_that_fit,
    people_that_fit,
    with_current,
    with_mails,
)
from bildungsnetz.network.selectors.asking import Asking
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.objections import objecting
from bildungsnetz.network.selectors.people import people
from bildungsnetz.network.selectors.postal import own_lines, postal_lines

Kind = ListUse.Kind


@dataclass(frozen=True, slots=True)
class Changes:
    """Names that came or went since the last use; `since` None: never used."""

    since: datetime | None
    came: list[str]
    went: list[str]


def mailing_lists(actor: Actor) -> QuerySet[MailingList]:
    """All lists for those who may see persons, shared in the office."""
    if not policies.may_see_people(actor):
        return MailingList.objects.none()
    used = Count("uses", filter=Q(uses__state=ListUse.State.OUT))
    return MailingList.objects.annotate(used=used).order_by("name", "pk")


def uses_of(mailing_list: MailingList) -> QuerySet[ListUse]:
    """Drafts and what went out, the newest first. Ask for the right to see the list before."""
    return mailing_list.uses.annotate(addressed=Count("recipients")).order_by("-written_at", "-pk")


def list_uses(actor: Actor) -> QuerySet[ListUse]:
    """All uses of lists that the actor may see."""
    return (
        ListUse.objects.filter(mailing_list__in=mailing_lists(actor).order_by())
        .select_related("mailing_list")
        .order_by("-written_at", "-pk")
    )


def choices_of(mailing_list: MailingList) -> list[ListChoice]:
    """What was put on or kept off by hand; of several choices about one the last counts."""
    rows = mailing_list.choices.select_related("person", "institution").order_by("noted_at", "pk")
    return list({_key(row): row for row in rows}.values())


def question_of(mailing_list: MailingList) -> Question:
    return from_json(mailing_list.question)


def roll(actor: Actor, mailing_list: MailingList, kind: str, *, now: datetime) -> Roll:
    """Whom the list means at this moment for one kind of use. Ask for the right to see the list before."""
    question = question_of(mailing_list)
    asking = Asking(actor, question.on or day_of(now), now)
    choices = choices_of(mailing_list)
    persons = _persons(question, asking, choices)
    found = _institutions(question, asking, choices)
    keys = [person.pk for person in persons]
    ways = _own_ways(mailing_list, keys, "post" if kind == Kind.LETTER else "email")
    candidates = [_of_person(each, ways, kind, choices) for each in persons]
    candidates += [_of_institution(each, kind, choices) for each in found]
    needs_consent = mailing_list.basis == LegalBasis.CONSENT
    return roll_of(
        candidates,
        excluded={_key(row): row.reason for row in choices if not row.is_added},
        objecting=[f"p{pk}" for pk in objecting(keys, ObjectionSubject.MAILINGS)],
        consenting=[*(f"p{pk}" for pk in ways), *(f"i{each.pk}" for each in found)]
        if needs_consent
        else None,
        merges=kind == Kind.MAIL,
    )


def keys_of(use: ListUse) -> list[str] | None:
    """The keys of those who were meant when it went out; None for a draft."""
    if use.is_draft:
        return None
    return [row.key for row in ListRecipient.objects.filter(use=use).order_by("pk")]


def changes_since(mailing_list: MailingList, now: Roll) -> Changes:
    """What is different from those who were meant by the last use."""
    last = mailing_list.uses.filter(state=ListUse.State.OUT).order_by("-used_at", "-pk").first()
    if last is None:
        return Changes(None, [], [])
    rows = ListRecipient.objects.filter(use=last).select_related("person", "institution").order_by("pk")
    before = {row.key: str(row) for row in rows}
    present = {one.key: one.name for one in now.members}
    came = [name for key, name in present.items() if key not in before]
    return Changes(last.used_at, came, [name for key, name in before.items() if key not in present])


def _persons(question: Question, asking: Asking, choices: list[ListChoice]) -> list[Person]:
    added = {row.person_id for row in choices if row.is_added and row.person_id}
    found = list(people_that_fit(question, asking)) if question.subject is Subject.PEOPLE else []
    further = added - {person.pk for person in found}
    extra = with_current(people(asking.actor).filter(pk__in=further), asking) if further else []
    return [*found, *extra]


def _institutions(question: Question, asking: Asking, choices: list[ListChoice]) -> list[Institution]:
    added = {row.institution_id for row in choices if row.is_added and row.institution_id}
    is_asked = question.subject is Subject.INSTITUTIONS
    found = list(institutions_that_fit(question, asking)) if is_asked else []
    further = added - {each.pk for each in found}
    extra = with_mails(institutions(asking.actor).filter(pk__in=further)) if further else []
    return [*found, *extra]


def _own_ways(mailing_list: MailingList, keys: Iterable[int], kind: str) -> dict[int, str]:
    """Person → the address held for the purpose of the list; with consent as basis only those consented to."""
    rows = PersonChannel.objects.filter(person__in=list(keys), kind=kind, purpose=mailing_list.purpose)
    if mailing_list.basis == LegalBasis.CONSENT:
        rows = rows.filter(basis=LegalBasis.CONSENT)
    return dict(rows.order_by("-pk").values_list("person", "value"))


def _of_person(person: Person, ways: dict[int, str], kind: str, choices: list[ListChoice]) -> Candidate:
    key = f"p{person.pk}"
    held = person.current  # type: ignore[attr-defined]
    why = _chosen(key, choices) or "; ".join(f"{one.name}, {one.institution.name}" for one in held)
    why = (why or _("entspricht der Suche"))[:300]
    if kind == Kind.LETTER:
        own = ways.get(person.pk)
        lines = (
            own_lines(person.name, own)
            if own
            else postal_lines(person.name, held[0].institution if held else None)
        )
        return Candidate(key, person.name, why, "\n".join(lines), lines)
    return Candidate(key, person.name, why, ways.get(person.pk) or person.email or _without(kind))


def _without(kind: str) -> str:
    """A table lists also those without an address."""
    return "–" if kind == Kind.TABLE else ""


def _of_institution(institution: Institution, kind: str, choices: list[ListChoice]) -> Candidate:
    key = f"i{institution.pk}"
    why = _chosen(key, choices) or f"{institution.what}, {institution.municipality.name}"
    lines = postal_lines("", institution) if kind == Kind.LETTER else ()
    mails = institution.mails  # type: ignore[attr-defined]
    address = (
        "\n".join(lines) if kind == Kind.LETTER else next((mail.value for mail in mails), _without(kind))
    )
    return Candidate(key, institution.name, why[:300], address, tuple(lines))


def _chosen(key: str, choices: list[ListChoice]) -> str:
    reasons = [row.reason for row in choices if row.is_added and _key(row) == key]
    return _("von Hand hinzugefügt: %(reason)s") % {"reason": reasons[0]} if reasons else ""


def _key(row: ListChoice) -> str:
    return f"p{row.person_id}" if row.person_id else f"i{row.institution_id}"
