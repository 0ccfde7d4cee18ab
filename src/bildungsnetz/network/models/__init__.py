from bildungsnetz.network.models.cooperation import Cooperation
from bildungsnetz.network.models.field_of_action import FieldOfAction
from bildungsnetz.network.models.freshness import ChangeProposal, ConfirmationRequest
from bildungsnetz.network.models.graph_analysis import GraphAnalysis
from bildungsnetz.network.models.import_run import ImportRow, ImportRun
from bildungsnetz.network.models.institution import ContactChannel, Institution, Site
from bildungsnetz.network.models.institution_kind import InstitutionKind
from bildungsnetz.network.models.lineage import Affiliation, Succession
from bildungsnetz.network.models.mailing_list import ListChoice, ListRecipient, ListUse, MailingList
from bildungsnetz.network.models.map_outline import MapOutline
from bildungsnetz.network.models.merge import DistinctPair, Merge
from bildungsnetz.network.models.municipality import Municipality
from bildungsnetz.network.models.offer import Offer
from bildungsnetz.network.models.offer_enquiry import OfferEnquiry
from bildungsnetz.network.models.offer_import import OfferImport, OfferImportRow
from bildungsnetz.network.models.page_views import PageViews
from bildungsnetz.network.models.person import Function, Person
from bildungsnetz.network.models.person_channel import Objection, PersonChannel
from bildungsnetz.network.models.profile import InstitutionProfile
from bildungsnetz.network.models.school_list import SchoolListCopy
from bildungsnetz.network.models.sheet_import import SheetImport, SheetImportRow
from bildungsnetz.network.models.site_details import OpeningSpan, SiteDetails
from bildungsnetz.network.models.stewardship import Stewardship
from bildungsnetz.network.models.survey import NetworkSurvey, SurveyAnswer, SurveyInvitation

__all__ = [
    "Affiliation",
    "ChangeProposal",
    "ConfirmationRequest",
    "ContactChannel",
    "Cooperation",
    "DistinctPair",
    "FieldOfAction",
    "Function",
    "GraphAnalysis",
    "ImportRow",
    "ImportRun",
    "Institution",
    "InstitutionKind",
    "InstitutionProfile",
    "ListChoice",
    "ListRecipient",
    "ListUse",
    "MailingList",
    "MapOutline",
    "Merge",
    "Municipality",
    "NetworkSurvey",
    "Objection",
    "Offer",
    "OfferEnquiry",
    "OfferImport",
    "OfferImportRow",
    "OpeningSpan",
    "PageViews",
    "Person",
    "PersonChannel",
    "SchoolListCopy",
    "SheetImport",
    "SheetImportRow",
    "Site",
    "SiteDetails",
    "Stewardship",
    "Succession",
    "SurveyAnswer",
    "SurveyInvitation",
]
