"""What other contexts may use of governance."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.domain.consensus import MemberObjection, SidePosition
from bildungsnetz.governance.domain.decision_kinds import Position
from bildungsnetz.governance.domain.decision_links import LinkKind
from bildungsnetz.governance.domain.feeds import FeedKind
from bildungsnetz.governance.domain.following import Rhythm
from bildungsnetz.governance.domain.invitation import Answer
from bildungsnetz.governance.domain.orders import OrderState
from bildungsnetz.governance.domain.presence import MoveKind
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.domain.reporting import due_days
from bildungsnetz.governance.domain.self_check import STATEMENTS
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import (
    AgendaItem,
    Body,
    Conference,
    ConferenceReport,
    Contribution,
    Decision,
    Forum,
    InvitationReply,
    ItemProposal,
    Mandate,
    Minutes,
    Order,
    Paper,
    Recommendation,
    SelfCheck,
    Session,
    SessionInvitation,
)
from bildungsnetz.governance.selectors.agenda_release import (
    sessions_to_release,
)
from bildungsnetz.governance.selectors.attendance import SeatLine, seat_lines
from bildungsnetz.governance.selectors.conference_reports import (
    ConferenceAnswer,
    FollowingOrder,
    conference_answers,
)
from bildungsnetz.governance.selectors.orders import orders
from bildungsnetz.governance.selectors.presence import presence
from bildungsnetz.governance.selectors.seats import chair_seats
from bildungsnetz.governance.services.agenda import (
    add_item,
    postpone_item,
    record_result,
    treat_item,
    withdraw_item,
)
from bildungsnetz.governance.services.agenda_release import (
    release_agenda,
)
from bildungsnetz.governance.services.attendance import SeatEntry, record_attendance, state_quorum
from bildungsnetz.governance.services.bodies import (
    BodySettings,
    change_body,
    create_body_from_preset,
)
from bildungsnetz.governance.services.body_basis import add_document, give_yearly_report, set_topic_guest
from bildungsnetz.governance.services.calendar_replies import take_reply
from bildungsnetz.governance.services.chairs import set_chair
from bildungsnetz.governance.services.conference_reports import close_report, draft_report
from bildungsnetz.governance.services.conferences import add_forum, open_forum, set_up_conference
from bildungsnetz.governance.services.consents import record_consent
from bildungsnetz.governance.services.contributions import (
    enter_contribution,
    merge_contributions,
    refuse_contribution,
    release_contribution,
    support_contribution,
    take_up_contribution,
)
from bildungsnetz.governance.services.decision_links import link_decision
from bildungsnetz.governance.services.decision_wording import read_out_decision
from bildungsnetz.governance.services.decisions import record_decision
from bildungsnetz.governance.services.deputyships import add_deputyship
from bildungsnetz.governance.services.elections import (
    count_election,
    open_election,
    prepare_election,
    settle_election,
)
from bildungsnetz.governance.services.feeds import open_feed
from bildungsnetz.governance.services.following import follow, set_rhythm
from bildungsnetz.governance.services.invitation_run import write_invitation_mails
from bildungsnetz.governance.services.invitations import send_invitations
from bildungsnetz.governance.services.mandates import add_mandate
from bildungsnetz.governance.services.minutes import change_minutes, compose_minutes, submit_minutes
from bildungsnetz.governance.services.minutes_approval import approve_minutes, supplement_minutes
from bildungsnetz.governance.services.minutes_window import finish_due_minutes, object_to_minutes
from bildungsnetz.governance.services.news_mails import tell_news
from bildungsnetz.governance.services.nominations import write_nomination_letter
from bildungsnetz.governance.services.notes import write_note
from bildungsnetz.governance.services.objection_answers import answer_objection
from bildungsnetz.governance.services.orders import (
    Terms,
    accept_order,
    close_order,
    deliver_order,
    issue_order,
    report_on_order,
    return_order,
    settle_order,
    start_order,
    withdraw_order,
)
from bildungsnetz.governance.services.papers import add_paper, withdraw_paper
from bildungsnetz.governance.services.presence import record_move
from bildungsnetz.governance.services.proposals import Wish, propose_item, refuse_proposal
from bildungsnetz.governance.services.public_records import refresh_all as tell_what_is_public
from bildungsnetz.governance.services.publication import publish_session
from bildungsnetz.governance.services.recommendation_merge import merge_recommendations
from bildungsnetz.governance.services.recommendation_publishing import publish_recommendations
from bildungsnetz.governance.services.recommendations import (
    Wording,
    advance_recommendation,
    answer_recommendation,
    collect_recommendation,
)
from bildungsnetz.governance.services.replies import reply_by_link
from bildungsnetz.governance.services.rotations import plan_rotation
from bildungsnetz.governance.services.self_checks import answer_self_check, start_self_check
from bildungsnetz.governance.services.sessions import (
    archive_session,
    cancel_session,
    close_session,
    open_session,
    plan_session,
    show_item,
)
from bildungsnetz.governance.services.statements import Statement
from bildungsnetz.governance.services.templates import (
    RecurringItem,
    TemplateSettings,
    add_template_item,
    create_template,
)

__all__ = [
    "STATEMENTS",
    "AgendaItem",
    "Answer",
    "AttendanceStatus",
    "Body",
    "BodySettings",
    "Conference",
    "ConferenceAnswer",
    "ConferenceReport",
    "Contribution",
    "Decision",
    "FeedKind",
    "FollowingOrder",
    "Forum",
    "InvitationReply",
    "ItemProposal",
    "LinkKind",
    "Mandate",
    "MemberObjection",
    "Minutes",
    "MoveKind",
    "Order",
    "OrderState",
    "Paper",
    "Position",
    "Recommendation",
    "RecommendationState",
    "RecurringItem",
    "Rhythm",
    "SeatEntry",
    "SeatLine",
    "SelfCheck",
    "Session",
    "SessionInvitation",
    "SidePosition",
    "Statement",
    "TemplateSettings",
    "Terms",
    "Visibility",
    "Wish",
    "Wording",
    "accept_order",
    "add_deputyship",
    "add_document",
    "add_forum",
    "add_item",
    "add_mandate",
    "add_paper",
    "add_template_item",
    "advance_recommendation",
    "answer_objection",
    "answer_recommendation",
    "answer_self_check",
    "approve_minutes",
    "archive_session",
    "cancel_session",
    "chair_seats",
    "change_body",
    "change_minutes",
    "close_order",
    "close_report",
    "close_session",
    "collect_recommendation",
    "compose_minutes",
    "conference_answers",
    "count_election",
    "create_body_from_preset",
    "create_template",
    "deliver_order",
    "draft_report",
    "due_days",
    "enter_contribution",
    "finish_due_minutes",
    "follow",
    "give_yearly_report",
    "issue_order",
    "link_decision",
    "merge_contributions",
    "merge_recommendations",
    "object_to_minutes",
    "open_election",
    "open_feed",
    "open_forum",
    "open_session",
    "order_for",
    "orders",
    "plan_rotation",
    "plan_session",
    "postpone_item",
    "prepare_election",
    "presence",
    "propose_item",
    "publish_recommendations",
    "publish_session",
    "read_out_decision",
    "record_attendance",
    "record_consent",
    "record_decision",
    "record_move",
    "record_result",
    "refuse_contribution",
    "refuse_proposal",
    "release_agenda",
    "release_contribution",
    "reply_by_link",
    "report_on_order",
    "return_order",
    "seat_lines",
    "send_invitations",
    "sessions_to_release",
    "set_chair",
    "set_rhythm",
    "set_topic_guest",
    "set_up_conference",
    "settle_election",
    "settle_order",
    "show_item",
    "start_order",
    "start_self_check",
    "state_quorum",
    "submit_minutes",
    "supplement_minutes",
    "support_contribution",
    "take_reply",
    "take_up_contribution",
    "tell_news",
    "tell_what_is_public",
    "treat_item",
    "withdraw_item",
    "withdraw_order",
    "withdraw_paper",
    "write_invitation_mails",
    "write_nomination_letter",
    "write_note",
]


def order_for(actor: Actor, pk: str) -> Order | None:
    """The order with this key (as it stands in an address), if the actor may read it."""
    return orders(actor).filter(pk=pk).first() if pk.isdecimal() else None
