"""What bodies and recommendations put on the page "Heute": answers that are due, seats to fill, mandates that end."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import my_day
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.policies import recommendations as recommendation_policies
from bildungsnetz.governance.selectors.bodies import bodies_to_fill
from bildungsnetz.governance.selectors.body_basis import reports_to_give
from bildungsnetz.governance.selectors.elections import elections_to_count
from bildungsnetz.governance.selectors.mandates import mandates_ending, own_turns
from bildungsnetz.governance.selectors.recommendations import decided_without_answer, waiting


def register() -> None:
    my_day.register(_recommendations)
    my_day.register(_seats)
    my_day.register(_reports)
    my_day.register(_own_turns)
    my_day.register(_elections)


def _recommendations(actor: Actor, now: datetime) -> list[Matter]:  # noqa: ARG001 - the form of every source
    if not actor.can_somewhere([recommendation_policies.ANSWER]):
        return []
    decided = list(decided_without_answer(actor))
    matters = [
        Matter("waiting", _("Empfehlung: Antwort eintragen"), each.title, _page("recommendation", each.pk))
        for each in decided
    ]
    known = [each.pk for each in decided]
    to_submit = waiting(actor).filter(state=RecommendationState.ADOPTED).exclude(pk__in=known)
    return matters + [
        Matter(
            "waiting",
            _("Empfehlung: dem Lenkungskreis übergeben"),
            each.title,
            _page("recommendation", each.pk),
        )
        for each in to_submit
    ]


def _seats(actor: Actor, now: datetime) -> list[Matter]:
    today = day_of(now)
    open_seats = [
        Matter("waiting", _("Besetzung prüfen"), f"{body.name}: {state}", _page("body", body.pk))
        for body, state in bodies_to_fill(actor, on=today)
    ]
    ending = [
        Matter(
            "next",
            _("Mandat endet"),
            f"{mandate.person.name}, {mandate.seat_rule.body.name}",
            _page("mandate", mandate.pk),
            mandate.ends_on,
        )
        for mandate in mandates_ending(actor, on=today)
    ]
    return open_seats + ending


def _reports(actor: Actor, now: datetime) -> list[Matter]:
    return [
        Matter(
            "due", _missing(each.missing), each.body.name, _page("body-report-new", each.body.pk), each.due_on
        )
        for each in reports_to_give(actor, day_of(now))
    ]


def _missing(reports: int) -> str:
    if not reports:
        return gettext("Jahresbericht abgeben")
    words = ngettext("Jahresbericht fehlt", "%(number)d Jahresberichte fehlen", reports)
    return words % {"number": reports}


def _own_turns(actor: Actor, now: datetime) -> list[Matter]:
    return [
        Matter("next", words, turn.seat_rule.body.name, _page("rotations", turn.seat_rule.body_id), day)
        for turn, words, day in own_turns(actor, on=day_of(now))
    ]


def _elections(actor: Actor, now: datetime) -> list[Matter]:
    return [
        Matter(
            "due",
            _("Wahl auszählen und feststellen"),
            each.title,
            _page("election", each.pk),
            day_of(each.closes_at),
        )
        for each in elections_to_count(actor, now)
    ]


def _page(name: str, pk: int) -> str:
    return reverse(f"governance:{name}", args=[pk])
