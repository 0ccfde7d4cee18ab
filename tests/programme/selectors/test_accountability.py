"""The accountability report holds what the actor may read, and no more."""

from datetime import date

import pytest

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.calendar import SchoolYear
from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Order
from bildungsnetz.programme.selectors.accountability import (
    AccountabilityReport,
    accountability_report,
    years_to_report,
)
from tests.governance import build
from tests.governance.build_orders import a_decision, an_order
from tests.programme.build_report import a_measure, answered_with_order

pytestmark = pytest.mark.django_db
YEAR = SchoolYear(2025)


def titles(report: AccountabilityReport) -> tuple[list[str], list[str]]:
    return (
        [line.title for group in report.orders for line in group.lines],
        [line.title for group in report.measures for line in group.lines],
    )


def test_the_office_reads_the_whole_year() -> None:
    order = answered_with_order("Tandems")
    a_measure("Tandems erproben", order)
    report = accountability_report(build.an_actor("scientific"), YEAR)
    [line] = report.answers
    assert (line.answer.recommendation.title, line.answer.position) == ("Tandems", "angenommen")
    assert [each.title for each in line.answer.orders] == ["Auftrag Tandems"]
    assert [each.title for each in line.measures] == ["Tandems erproben"]
    assert titles(report) == ([f"{order.number}/2026: Auftrag Tandems"], ["Tandems erproben"])
    assert [(group.label, group.count) for group in (*report.orders, *report.measures)] == [
        ("erteilt", 1),
        ("Idee", 1),
    ]
    assert (report.order_count, report.measure_count, report.is_confidential) == (1, 1, False)


def test_another_year_holds_none_of_it() -> None:
    a_measure("Tandems erproben", answered_with_order("Tandems"), ends_on=date(2026, 5, 1))
    before = accountability_report(build.an_actor("head"), SchoolYear(2024))
    assert (before.answers, titles(before)) == ((), ([], []))
    after = accountability_report(build.an_actor("head"), SchoolYear(2026))
    assert (after.answers, after.order_count, after.measure_count) == ((), 1, 0)
    Order.objects.update(state=OrderState.WITHDRAWN)
    assert accountability_report(build.an_actor("head"), SchoolYear(2026)).order_count == 0
    Order.objects.update(state=OrderState.CLOSED, settled_on=date(2026, 8, 1))
    assert accountability_report(build.an_actor("head"), SchoolYear(2026)).order_count == 1
    Order.objects.update(settled_on=date(2026, 7, 31))
    assert accountability_report(build.an_actor("head"), SchoolYear(2026)).order_count == 0


def test_a_chair_reads_the_orders_of_the_own_body_and_its_confidential_ones() -> None:
    body, other = build.a_body(), build.a_body(name="Anderer Kreis")
    own = an_order(a_decision(body), title="Eigener")
    secret = an_order(a_decision(body, visibility=Visibility.OFFICE, number=2), title="Vertraulicher")
    an_order(a_decision(other), title="Fremder")
    a_measure("Vom Büro", own)
    chair = accountability_report(build.an_actor("co_chair", body.scope), YEAR)
    assert titles(chair) == (
        [f"{own.number}/2026: Eigener", f"{secret.number}/2026: Vertraulicher"],
        [],
    )
    assert chair.is_confidential is True
    stranger = accountability_report(build.an_actor("co_chair", other.scope), YEAR)
    assert ([line.split(": ")[1] for line in titles(stranger)[0]], stranger.is_confidential) == (
        ["Fremder"],
        False,
    )


def test_the_chair_who_leads_a_measure_finds_it() -> None:
    person = build.a_person_with_account()
    a_measure("Geleitete", lead=person)
    a_measure("Andere")
    chair = build.an_actor("co_chair", build.a_body().scope, user_id=person.user_id or 0)
    assert titles(accountability_report(chair, YEAR)) == ([], ["Geleitete"])


def test_strangers_find_nothing() -> None:
    a_measure("Tandems erproben", answered_with_order("Tandems"))
    for actor in (PUBLIC, build.an_actor("school"), build.an_actor("administration")):
        report = accountability_report(actor, YEAR)
        assert (report.answers, titles(report)) == ((), ([], []))


def test_the_years_offered() -> None:
    assert [str(year) for year in years_to_report(date(2026, 7, 31))][:2] == ["2025/26", "2024/25"]
