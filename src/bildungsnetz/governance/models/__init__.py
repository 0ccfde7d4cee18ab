from bildungsnetz.governance.models.body import Body, BodySide, SeatRuleRow
from bildungsnetz.governance.models.body_basis import BodyDocument, NameConsent, TopicGuest, YearlyReport
from bildungsnetz.governance.models.briefing import BriefingEntry, BriefingReceipt, SessionBriefing
from bildungsnetz.governance.models.circular import CircularResolution, CircularSeat
from bildungsnetz.governance.models.conference import Conference, Contribution, ContributionSupport, Forum
from bildungsnetz.governance.models.conference_report import ConferenceReport
from bildungsnetz.governance.models.decision import Decision, DecisionObjection, DecisionPosition
from bildungsnetz.governance.models.decision_numbers import CouncilTerm, DecisionLink
from bildungsnetz.governance.models.election import Ballot, Candidate, Election, Voter
from bildungsnetz.governance.models.feed import Feed
from bildungsnetz.governance.models.following import Follow, Follower, NewsTold
from bildungsnetz.governance.models.hearing import CityCosts, Opinion, OpinionRound
from bildungsnetz.governance.models.incoming_reply import IncomingReply
from bildungsnetz.governance.models.invitation import Attendance, InvitationReply, SessionInvitation
from bildungsnetz.governance.models.join_request import JoinRequest
from bildungsnetz.governance.models.mandate import Chair, Deputyship, Mandate
from bildungsnetz.governance.models.minutes import Minutes, MinutesApproval, MinutesSupplement
from bildungsnetz.governance.models.minutes_link import MinutesLink
from bildungsnetz.governance.models.minutes_window import (
    MinutesDelivery,
    MinutesObjection,
    MinutesVersion,
    ObjectionAnswer,
)
from bildungsnetz.governance.models.nomination import NominationLetter
from bildungsnetz.governance.models.opinion_poll import OpinionPoll, PollAnswer, PollTicket
from bildungsnetz.governance.models.order import Order, OrderReport, ReportDate
from bildungsnetz.governance.models.paper import ItemNote, Paper
from bildungsnetz.governance.models.presence import AttendanceMove
from bildungsnetz.governance.models.proposal import ItemProposal
from bildungsnetz.governance.models.public_record import PublicRecord
from bildungsnetz.governance.models.recommendation import Recommendation
from bildungsnetz.governance.models.release import AgendaRelease
from bildungsnetz.governance.models.rotation import Rotation
from bildungsnetz.governance.models.self_check import SelfCheck, SelfCheckAnswer, SelfCheckTicket
from bildungsnetz.governance.models.session import AgendaItem, Session, agenda_order
from bildungsnetz.governance.models.sharing import SharedPoint, SharedSummary
from bildungsnetz.governance.models.template import SessionTemplate, TemplateItem
from bildungsnetz.governance.models.urgent_order import UrgentAgreement, UrgentOrder

__all__ = [
    "AgendaItem",
    "AgendaRelease",
    "Attendance",
    "AttendanceMove",
    "Ballot",
    "Body",
    "BodyDocument",
    "BodySide",
    "BriefingEntry",
    "BriefingReceipt",
    "Candidate",
    "Chair",
    "CircularResolution",
    "CircularSeat",
    "CityCosts",
    "Conference",
    "ConferenceReport",
    "Contribution",
    "ContributionSupport",
    "CouncilTerm",
    "Decision",
    "DecisionLink",
    "DecisionObjection",
    "DecisionPosition",
    "Deputyship",
    "Election",
    "Feed",
    "Follow",
    "Follower",
    "Forum",
    "IncomingReply",
    "InvitationReply",
    "ItemNote",
    "ItemProposal",
    "JoinRequest",
    "Mandate",
    "Minutes",
    "MinutesApproval",
    "MinutesDelivery",
    "MinutesLink",
    "MinutesObjection",
    "MinutesSupplement",
    "MinutesVersion",
    "NameConsent",
    "NewsTold",
    "NominationLetter",
    "ObjectionAnswer",
    "Opinion",
    "OpinionPoll",
    "OpinionRound",
    "Order",
    "OrderReport",
    "Paper",
    "PollAnswer",
    "PollTicket",
    "PublicRecord",
    "Recommendation",
    "ReportDate",
    "Rotation",
    "SeatRuleRow",
    "SelfCheck",
    "SelfCheckAnswer",
    "SelfCheckTicket",
    "Session",
    "SessionBriefing",
    "SessionInvitation",
    "SessionTemplate",
    "SharedPoint",
    "SharedSummary",
    "TemplateItem",
    "TopicGuest",
    "UrgentAgreement",
    "UrgentOrder",
    "Voter",
    "YearlyReport",
    "agenda_order",
]
