"""The small demo region as it lies in the database."""

from collections.abc import Iterator

import pytest
from django.apps import apps

from bildungsnetz.accounts.models import Grant, Invitation, User
from bildungsnetz.config.demo.accounts import ACCOUNTS, PAIRS
from bildungsnetz.config.demo.canary import Canaries
from bildungsnetz.core.models import AuditEntry, OutgoingMail, SearchEntry
from bildungsnetz.governance.domain.agenda import ItemKind, ItemState
from bildungsnetz.governance.domain.composition import SeatStatus
from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.domain.session_states import SessionMode, SessionState
from bildungsnetz.governance.domain.traffic_light import Light
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import (
    AgendaItem,
    Body,
    Decision,
    InvitationReply,
    Minutes,
    MinutesSupplement,
    Order,
    Recommendation,
    Session,
    SessionInvitation,
)
from bildungsnetz.governance.selectors.orders import on_board
from bildungsnetz.governance.selectors.seats import composition
from bildungsnetz.network.models import Institution, Person
from bildungsnetz.portal.domain.feedback import FeedbackKind, FeedbackState
from bildungsnetz.portal.models import Feedback, LegalText
from bildungsnetz.programme.domain.states import MeasureState, TaskState
from bildungsnetz.programme.models import Measure, Task
from tests.conftest import NOW
from tests.demo.loaded import small_region

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def canaries(django_db_setup, django_db_blocker) -> Iterator[Canaries]:
    with small_region(NOW, django_db_blocker, canary=True) as words:
        yield words


def values(model, field: str) -> set[str]:
    return set(model.objects.order_by(field).values_list(field, flat=True))


@pytest.mark.parametrize(
    ("model", "field", "states", "without"),
    [
        (Session, "state", SessionState, ()),
        (Session, "mode", SessionMode, ()),
        (AgendaItem, "kind", ItemKind, ()),
        (
            AgendaItem,
            "state",
            ItemState,
            (ItemState.PROPOSED,),
        ),  # nobody proposes yet: items are entered by the office
        (AgendaItem, "visibility", Visibility, ()),
        (Decision, "outcome", Outcome, ()),
        (Minutes, "state", MinutesState, ()),
        (Recommendation, "state", RecommendationState, ()),
        (Order, "state", OrderState, ()),
        (SessionInvitation, "reply", InvitationReply, ()),
        (Measure, "state", MeasureState, ()),
        (Task, "state", TaskState, ()),
        (Feedback, "state", FeedbackState, ()),
        (Feedback, "kind", FeedbackKind, ()),
    ],
)
def test_every_state_is_there(canaries, model, field, states, without):
    assert values(model, field) == {state.value for state in states if state not in without}


def test_orders_show_every_light(canaries):
    lights = {on_board(order, NOW.date()).light.light for order in Order.objects.order_by("pk")}
    assert lights == set(Light)


def test_everybody_at_the_login_is_who_the_list_says(canaries):
    names = {
        user.email: user.name for user in User.objects.filter(email__endswith="@demo.example").order_by("pk")
    }
    assert names == {
        each.mail: f"{each.title} {each.first_name} {each.last_name}".strip() for each in ACCOUNTS
    }
    assert [mail for mail, _label in PAIRS] == [account.mail for account in ACCOUNTS]


def test_accounts_come_from_accepted_invitations_and_have_no_password(canaries):
    users = list(User.objects.order_by("pk"))
    assert Invitation.objects.filter(accepted_at__isnull=False).count() == len(users)
    assert [user.email for user in users if user.has_usable_password()] == []


def test_rights_by_hand_are_few_and_the_others_follow_from_seats(canaries):
    by_hand = Grant.objects.filter(source="").order_by("pk").values_list("user__email", "role__key")
    assert set(by_hand) == {(account.mail, account.role) for account in ACCOUNTS if account.role}
    of_seats = Grant.objects.filter(user__email="vorsitz-land@demo.example").order_by("role__key")
    assert {grant.role.key for grant in of_seats} == {"member", "co_chair"}


def test_a_seat_of_the_steering_committee_has_run_out(canaries):
    body = Body.objects.get(kind="steering_committee")
    found = {finding.rule.key: finding.status for finding in composition(body, NOW.date()).findings}
    assert found == {
        "schulaufsicht": SeatStatus.OK,
        "kreis": SeatStatus.OK,
        "staedte": SeatStatus.OK,
        "schulleitungen": SeatStatus.EXPIRED,
        "bildungsbuero": SeatStatus.OK,
    }


def test_a_session_runs_right_now(canaries):
    running = Session.objects.get(state=SessionState.IN_SESSION)
    assert running.starts_at < NOW < running.ends_at
    assert running.current_item is not None


def test_approved_minutes_got_a_supplement(canaries):
    assert MinutesSupplement.objects.count() == 1


def test_nothing_happened_in_the_future(canaries):
    assert not AuditEntry.objects.filter(at__gt=NOW).exists()
    assert not OutgoingMail.objects.filter(queued_at__gt=NOW).exists()
    assert not Decision.objects.filter(recorded_at__gt=NOW).exists()


def test_no_mail_leaves(canaries):
    assert values(OutgoingMail, "state") == {"held"}
    domains = {address.rpartition("@")[2] for address in values(OutgoingMail, "recipient")}
    assert {"demo.example", "post.demo.example"} <= domains
    assert [each for each in domains if not f".{each}".endswith(".demo.example")] == []


def test_everything_says_that_it_is_invented(canaries):
    others = Institution.objects.filter(official_number__isnull=True).order_by("pk")
    assert [each.name for each in others if "Erfunden" not in each.description] == []
    addresses = values(Person, "email") | values(User, "email")
    assert [each for each in addresses if not each.endswith((".example", "demo.example"))] == []
    assert LegalText.objects.count() == 3


def test_the_search_finds_the_region(canaries):
    assert SearchEntry.objects.filter(kind="network.institution").count() == Institution.objects.count()


def test_each_canary_stands_where_it_says(canaries):
    assert len(canaries) > 100
    missing = [where for word, (where, _roles) in canaries.items() if not _stands(word, where)]
    assert missing == []


def test_canaries_are_in_every_confidential_field(canaries):
    assert {where for where, _roles in canaries.values()} == {
        "governance.AgendaItem.proposal",
        "governance.AgendaItem.result",
        "governance.AgendaItem.summary",
        "governance.AgendaItem.title",
        "governance.Decision.note",
        "governance.Decision.wording",
        "governance.DecisionObjection.text",
        "governance.Contribution.refusal",
        "governance.Contribution.text",
        "governance.Contribution.title",
        "governance.CityCosts.estimate",
        "governance.CityCosts.waive_reason",
        "governance.CityCosts.waived_by",
        "governance.CircularResolution.reason",
        "governance.CircularResolution.title",
        "governance.CircularResolution.withdraw_reason",
        "governance.CircularResolution.wording",
        "governance.CircularSeat.text",
        "governance.IncomingReply.comment",
        "governance.MinutesObjection.text",
        "governance.ObjectionAnswer.reason",
        "governance.DecisionPosition.text",
        "governance.BodyDocument.text",
        "governance.BriefingEntry.text",
        "governance.ItemNote.text",
        "governance.ItemProposal.concern",
        "governance.ItemProposal.title",
        "governance.JoinRequest.brings",
        "governance.JoinRequest.reason",
        "governance.MinutesSupplement.text",
        "governance.Order.goal",
        "governance.Order.state_note",
        "governance.Order.title",
        "governance.OrderReport.text",
        "governance.UrgentOrder.goal",
        "governance.UrgentOrder.reason",
        "governance.UrgentOrder.withdraw_reason",
        "network.Cooperation.note",
        "network.PersonChannel.value",
        "governance.Paper.title",
        "governance.Paper.withdraw_reason",
        "governance.Recommendation.text",
        "governance.Session.cancel_reason",
        "governance.Session.online_link",
        "governance.SessionInvitation.note",
        "network.ChangeProposal.answer",
        "network.ChangeProposal.message",
        "network.Offer.description",
        "governance.YearlyReport.text",
        "network.Person.email",
        "network.Person.phone",
        "portal.Feedback.answer",
        "portal.Feedback.email",
        "portal.Feedback.message",
        "programme.Measure.impact",
        "programme.Measure.indicator",
        "programme.Measure.inputs",
        "programme.Measure.outcome",
        "programme.Measure.outputs",
        "programme.Measure.title",
        "programme.Task.title",
    }


def test_confidential_items_are_for_the_office_and_the_chairs(canaries):
    closed = AgendaItem.objects.filter(visibility=Visibility.OFFICE).order_by("pk")[0]
    word = closed.title.rpartition(" ")[2]
    roles = frozenset({"head", "pedagogical", "scientific", "clerk", "co_chair"})
    assert canaries[word] == ("governance.AgendaItem.title", roles)


def _stands(word: str, where: str) -> bool:
    label, _dot, field = where.rpartition(".")
    return apps.get_model(label).objects.filter(**{f"{field}__contains": word}).exists()
