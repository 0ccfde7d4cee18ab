"""What other contexts may use of network."""

from bildungsnetz.network.domain.functions import FUNCTION_NAMES, FunctionKind
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

__all__ = [
    "FUNCTION_NAMES",
    "FieldOfAction",
    "Function",
    "FunctionKind",
    "Institution",
    "Municipality",
    "Person",
    "current_functions",
    "fields_of_action",
    "functions_on",
    "institutions",
    "municipalities",
    "people",
    "people_named",
    "person_of_user",
    "running_fields_of_action",
]
