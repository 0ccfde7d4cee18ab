from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.proposals import PROPOSE
from bildungsnetz.governance.policies.sessions import ADD_ITEM
from bildungsnetz.governance.web.views import proposals

CONCERNED = needs(PROPOSE, ADD_ITEM)

urlpatterns = [
    route("sitzungen/<int:pk>/vorschlagen/", proposals.proposal_new, "session-propose", who=needs(PROPOSE)),
    route("sitzungen/vorschlaege/<int:pk>/", proposals.proposal, "proposal", who=CONCERNED),
    route(
        "sitzungen/vorschlaege/<int:pk>/annehmen/",
        proposals.proposal_accept,
        "proposal-accept",
        who=needs(ADD_ITEM),
    ),
    route(
        "sitzungen/vorschlaege/<int:pk>/zuruecknehmen/",
        proposals.proposal_take_back,
        "proposal-take-back",
        who=needs(PROPOSE),
    ),
]
