from bildungsnetz.network.models.cooperation import Cooperation
from bildungsnetz.network.models.field_of_action import FieldOfAction
from bildungsnetz.network.models.graph_analysis import GraphAnalysis
from bildungsnetz.network.models.import_run import ImportRow, ImportRun
from bildungsnetz.network.models.institution import ContactChannel, Institution, Site
from bildungsnetz.network.models.map_outline import MapOutline
from bildungsnetz.network.models.municipality import Municipality
from bildungsnetz.network.models.offer import Offer
from bildungsnetz.network.models.person import Function, Person

__all__ = [
    "ContactChannel",
    "Cooperation",
    "FieldOfAction",
    "Function",
    "GraphAnalysis",
    "ImportRow",
    "ImportRun",
    "Institution",
    "MapOutline",
    "Municipality",
    "Offer",
    "Person",
    "Site",
]
