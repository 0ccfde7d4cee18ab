from bildungsnetz.core.access import TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.circulars import START, WITHDRAW
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.web.views import circulars

READERS = needs(READ)

urlpatterns = [
    route("umlaufbeschluesse/", circulars.circular_list, "circulars", who=READERS),
    route("umlaufbeschluesse/neu/", circulars.circular_new, "circular-new", who=needs(START)),
    route("umlaufbeschluesse/<int:pk>/", circulars.circular, "circular", who=READERS),
    route(
        "umlaufbeschluesse/<int:pk>/zurueckziehen/",
        circulars.circular_withdraw,
        "circular-withdraw",
        who=needs(WITHDRAW),
    ),
    route("umlaufbeschluesse/<int:pk>/unterlage/", circulars.circular_file, "circular-file", who=READERS),
    route("umlauf/<str:token>/", circulars.circular_link, "circular-link", who=TOKEN_HOLDER),
    route(
        "umlauf/<str:token>/unterlage/", circulars.circular_link_file, "circular-link-file", who=TOKEN_HOLDER
    ),
]
