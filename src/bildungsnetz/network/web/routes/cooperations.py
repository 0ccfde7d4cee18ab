from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.views import cooperations

SEE = needs(policies.SEE_COOPERATIONS)
routes = [
    route("netzwerk/kooperationen/", cooperations.cooperation_list, "cooperations", who=SEE),
    route("netzwerk/kooperationen/liste/", cooperations.cooperations_file, "cooperations-file", who=SEE),
    route(
        "netzwerk/kooperationen/neu/",
        cooperations.new_cooperation,
        "new-cooperation",
        who=needs(policies.ENTER_COOPERATION),
    ),
    route("netzwerk/kooperationen/<int:pk>/", cooperations.cooperation, "cooperation", who=SEE),
    route(
        "netzwerk/kooperationen/<int:pk>/vereinbarung/",
        cooperations.agreement,
        "cooperation-agreement",
        who=SEE,
    ),
    route(
        "netzwerk/kooperationen/<int:pk>/bearbeiten/",
        cooperations.edit,
        "cooperation-edit",
        who=needs(policies.EDIT_COOPERATION),
    ),
    route(
        "netzwerk/kooperationen/<int:pk>/entfernen/",
        cooperations.remove,
        "cooperation-remove",
        who=needs(policies.REMOVE_COOPERATION),
    ),
]
