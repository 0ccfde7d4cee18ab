"""The yearly question to the institutions of the demo: most answer, some stay silent, a few report mistakes."""

from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.region import Region
from bildungsnetz.network.api import (
    ConfirmationRequest,
    confirm_by_link,
    confirm_institution,
    keep_fresh,
    open_requests,
    propose_changes,
    report_mistake,
    say_gone,
    settle_proposal,
)

CALLED, ASKED, ANSWERED, REMINDED, HIDDEN, ASKED_NOW = -365, -230, -226, -214, -45, -10
SETTLE = "network.proposal.settle"
SILENT, CHANGES, GONE = {7}, {3}, {5}
"""Of ten institutions these stay silent, propose changes or say that they are gone; the others confirm."""
FEW = 20
BY_PHONE = ("daycare", "youth_work", "foundation", "training_provider")
REPORTS = (
    (-9, "library", "Die Bücherei hat samstags jetzt auch geöffnet, das fehlt in der Beschreibung.", "a.leser@post.demo.example"),
    (-2, "museum", "Die Telefonnummer führt zu einer anderen Stelle.", ""),
)  # fmt: skip


def note_freshness(region: Region) -> None:
    """Asked last spring, reminded a fortnight later; who never answered is hidden now, new ones were asked this month."""
    diary = region.diary
    diary.note(region.at(CALLED, 11), partial(_call, region))
    diary.note(region.at(ASKED, 7), partial(_turn, region))
    diary.note(region.at(ANSWERED, 11), partial(_answer, region))
    for days in (REMINDED, HIDDEN, ASKED_NOW):
        diary.note(region.at(days, 7), partial(_turn, region))
    for number, (days, key, message, email) in enumerate(REPORTS):
        diary.note(region.at(days, 20, number), partial(_report, region, number, key, message, email))


def _call(region: Region, at: datetime) -> None:
    """The first round was done by phone."""
    clerk = region.actor(CLERK, at)
    for key in BY_PHONE:
        confirm_institution(actor=clerk, institution=region.institutions[key], now=at)


def _turn(_region: Region, at: datetime) -> None:
    keep_fresh(now=at)


def _answer(region: Region, at: datetime) -> None:
    """By link, in the order of their names; offices, and the first of each kind with its offers, always confirm."""
    reliable = {found.pk for key, found in region.institutions.items() if ":" not in key}
    for number, request in enumerate(list(open_requests())):
        place = number % 10
        may_differ = request.institution_id not in reliable
        if may_differ and place in SILENT:
            continue
        if may_differ and place in CHANGES and number < FEW:
            _propose(region, request, at, is_settled=number < FEW / 2)
        elif may_differ and place in GONE and number < FEW:
            say_gone(request=request, message=_secret(region, "Wir haben zum Sommer geschlossen."), now=at)
        else:
            confirm_by_link(request=request, now=at)


def _propose(region: Region, request: ConfirmationRequest, at: datetime, *, is_settled: bool) -> None:
    typed = {"description": f"{request.institution.description} Neu: Werkstatt am Nachmittag."}
    message = _secret(region, "Bitte auch im Newsletter nennen.")
    proposal = propose_changes(request=request, typed=typed, message=message, now=at)
    if is_settled:
        settle_proposal(
            actor=region.actor(CLERK, at),
            proposal=proposal,
            accepted=["description"],
            answer=region.canary.mark("Gern.", "network.ChangeProposal.answer", region.who_may(SETTLE)),
            version=proposal.version,
            now=at,
        )


def _secret(region: Region, text: str) -> str:
    return region.canary.mark(text, "network.ChangeProposal.message", region.who_may(SETTLE))


def _report(region: Region, number: int, key: str, message: str, email: str, at: datetime) -> None:
    report_mistake(
        receipt=f"demo-report-{number}",
        institution=region.institutions[key],
        message=_secret(region, message),
        email=email,
        now=at,
    )
