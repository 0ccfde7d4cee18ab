from bildungsnetz.core.access import SIGNED_IN, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.join_requests import ANSWER
from bildungsnetz.governance.web.views import join_requests as views

urlpatterns = [
    route("ueber-uns/gremien/<int:pk>/mitarbeit/", views.join_new, "join-new", who=SIGNED_IN),
    route("gremien/anfragen/<int:pk>/", views.join_request, "join-request", who=SIGNED_IN),
    route(
        "gremien/anfragen/<int:pk>/annehmen/",
        views.join_request_accept,
        "join-request-accept",
        who=needs(ANSWER),
    ),
    route(
        "gremien/anfragen/<int:pk>/zuruecknehmen/",
        views.join_request_take_back,
        "join-request-take-back",
        who=SIGNED_IN,
    ),
]
