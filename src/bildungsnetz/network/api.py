"""What other contexts may use of network."""

from bildungsnetz.network.domain.contact import ObjectionSubject
from bildungsnetz.network.domain.cooperation import CooperationEntry, CooperationKind, Intensity, Source
from bildungsnetz.network.domain.coordinates import Point
from bildungsnetz.network.domain.entry import InstitutionEntry
from bildungsnetz.network.domain.functions import FUNCTION_NAMES, FunctionKind
from bildungsnetz.network.domain.import_plan import OfficialList, ReadRow
from bildungsnetz.network.domain.lineage import SuccessionKind
from bildungsnetz.network.domain.merging import MergeKind
from bildungsnetz.network.domain.offers import OfferEntry
from bildungsnetz.network.domain.official import OfficialFacts
from bildungsnetz.network.domain.opening import parse_day
from bildungsnetz.network.domain.questions import Condition, Group, Joint, Question, Subject
from bildungsnetz.network.domain.school_keys import SCHOOL_FORMS, LegalForm, OperatingStatus
from bildungsnetz.network.domain.school_lists import Listed, ListKey, ReadSchoolList
from bildungsnetz.network.domain.sheets import SheetRow
from bildungsnetz.network.domain.survey import AnswerEntry, SurveyEntry
from bildungsnetz.network.models import (
    ConfirmationRequest,
    FieldOfAction,
    Function,
    Institution,
    ListUse,
    MailingList,
    Municipality,
    NetworkSurvey,
    Offer,
    Person,
    SurveyInvitation,
)
from bildungsnetz.network.selectors.freshness import open_requests
from bildungsnetz.network.selectors.institutions import (
    fields_of_action,
    institutions,
    municipalities,
    running_fields_of_action,
)
from bildungsnetz.network.selectors.kinds import institution_kinds
from bildungsnetz.network.selectors.mailing_lists import roll
from bildungsnetz.network.selectors.objections import objecting, without_objection
from bildungsnetz.network.selectors.offers import offers_of
from bildungsnetz.network.selectors.people import (
    current_functions,
    functions_on,
    institutions_of_people,
    people,
    people_named,
    person_of_user,
)
from bildungsnetz.network.selectors.profiles import sites_of
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.selectors.school_lists import school_sources
from bildungsnetz.network.selectors.surveys import invitation_by_token, own_answers
from bildungsnetz.network.services.channels import ChannelEntry, add_channel
from bildungsnetz.network.services.confirmations import confirm_by_link, confirm_institution, keep_fresh
from bildungsnetz.network.services.cooperations import Document, enter_cooperation
from bildungsnetz.network.services.fields_of_action import FieldEntry, enter_field_of_action
from bildungsnetz.network.services.imports import commit_import, plan_import
from bildungsnetz.network.services.institutions import edit_institution, enter_institution
from bildungsnetz.network.services.lineage import name_successor, set_parent
from bildungsnetz.network.services.list_uses import draft_use, fingerprint, send_use
from bildungsnetz.network.services.mailing_lists import ListEntry, choose_for_list, keep_list
from bildungsnetz.network.services.merging import merge
from bildungsnetz.network.services.municipalities import enter_municipality
from bildungsnetz.network.services.offer_imports import commit_offers, plan_offers, read_offers
from bildungsnetz.network.services.offer_reminders import remind_of_ends
from bildungsnetz.network.services.offers import enter_offer
from bildungsnetz.network.services.page_views import count_view
from bildungsnetz.network.services.people import (
    PersonEntry,
    end_function,
    enter_function,
    enter_person,
    invite_person,
    link_person,
)
from bildungsnetz.network.services.person_channels import (
    PersonChannelEntry,
    add_person_channel,
    record_objection,
)
from bildungsnetz.network.services.profiles import ProfileEntry, edit_profile
from bildungsnetz.network.services.proposals import (
    propose_changes,
    refuse_proposal,
    report_mistake,
    say_gone,
    settle_proposal,
)
from bildungsnetz.network.services.school_lists import keep_school_list
from bildungsnetz.network.services.sheets import plan_sheet
from bildungsnetz.network.services.sites import SiteEntry, add_site, edit_site
from bildungsnetz.network.services.stewardships import give_stewardship
from bildungsnetz.network.services.survey_answers import (
    decline_survey,
    give_answer,
    judge_as_partner,
    withdraw_consent,
)
from bildungsnetz.network.services.survey_mails import send_waiting
from bildungsnetz.network.services.surveys import enter_survey, start_survey

__all__ = [
    "FUNCTION_NAMES",
    "SCHOOL_FORMS",
    "AnswerEntry",
    "ChannelEntry",
    "Condition",
    "ConfirmationRequest",
    "CooperationEntry",
    "CooperationKind",
    "Document",
    "FieldEntry",
    "FieldOfAction",
    "Function",
    "FunctionKind",
    "Group",
    "Institution",
    "InstitutionEntry",
    "Intensity",
    "Joint",
    "LegalForm",
    "ListEntry",
    "ListKey",
    "ListUse",
    "Listed",
    "MailingList",
    "MergeKind",
    "Municipality",
    "NetworkSurvey",
    "ObjectionSubject",
    "Offer",
    "OfferEntry",
    "OfficialFacts",
    "OfficialList",
    "OperatingStatus",
    "Person",
    "PersonChannelEntry",
    "PersonEntry",
    "Point",
    "ProfileEntry",
    "Question",
    "ReadRow",
    "ReadSchoolList",
    "SheetRow",
    "SiteEntry",
    "Source",
    "Subject",
    "SuccessionKind",
    "SurveyEntry",
    "SurveyInvitation",
    "add_channel",
    "add_person_channel",
    "add_site",
    "choose_for_list",
    "commit_import",
    "commit_offers",
    "confirm_by_link",
    "confirm_institution",
    "count_view",
    "current_functions",
    "decline_survey",
    "draft_use",
    "edit_institution",
    "edit_profile",
    "edit_site",
    "end_function",
    "enter_cooperation",
    "enter_field_of_action",
    "enter_function",
    "enter_institution",
    "enter_municipality",
    "enter_offer",
    "enter_person",
    "enter_survey",
    "entry_of",
    "fields_of_action",
    "fingerprint",
    "functions_on",
    "give_answer",
    "give_stewardship",
    "institution_kinds",
    "institutions",
    "institutions_of_people",
    "invitation_by_token",
    "invite_person",
    "judge_as_partner",
    "keep_fresh",
    "keep_list",
    "keep_school_list",
    "link_person",
    "merge",
    "municipalities",
    "name_successor",
    "objecting",
    "offers_of",
    "open_requests",
    "own_answers",
    "parse_day",
    "people",
    "people_named",
    "person_of_user",
    "plan_import",
    "plan_offers",
    "plan_sheet",
    "propose_changes",
    "read_offers",
    "record_objection",
    "refuse_proposal",
    "remind_of_ends",
    "report_mistake",
    "roll",
    "running_fields_of_action",
    "say_gone",
    "school_sources",
    "send_use",
    "send_waiting",
    "set_parent",
    "settle_proposal",
    "sites_of",
    "start_survey",
    "withdraw_consent",
    "without_objection",
]
