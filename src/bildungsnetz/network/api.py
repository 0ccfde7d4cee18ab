"""What other contexts may use of network."""

from bildungsnetz.network.domain.entry import InstitutionEntry
from bildungsnetz.network.domain.functions import FUNCTION_NAMES, FunctionKind
from bildungsnetz.network.domain.kinds import KINDS
from bildungsnetz.network.models import FieldOfAction, Function, Institution, Municipality, Person
from bildungsnetz.network.selectors.institutions import (
    fields_of_action,
    institutions,
    municipalities,
    running_fields_of_action,
)
from bildungsnetz.network.selectors.people import (
    current_functions,
    functions_on,
    people,
    people_named,
    person_of_user,
)
from bildungsnetz.network.services.fields_of_action import FieldEntry, enter_field_of_action
from bildungsnetz.network.services.institutions import enter_institution
from bildungsnetz.network.services.municipalities import enter_municipality
from bildungsnetz.network.services.people import (
    PersonEntry,
    end_function,
    enter_function,
    enter_person,
    invite_person,
    link_person,
)

__all__ = [
    "FUNCTION_NAMES",
    "KINDS",
    "FieldEntry",
    "FieldOfAction",
    "Function",
    "FunctionKind",
    "Institution",
    "InstitutionEntry",
    "Municipality",
    "Person",
    "PersonEntry",
    "current_functions",
    "end_function",
    "enter_field_of_action",
    "enter_function",
    "enter_institution",
    "enter_municipality",
    "enter_person",
    "fields_of_action",
    "functions_on",
    "institutions",
    "invite_person",
    "link_person",
    "municipalities",
    "people",
    "people_named",
    "person_of_user",
    "running_fields_of_action",
]
