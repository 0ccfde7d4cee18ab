from bildungsnetz.core.access import TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.bodies import READ
from bildungsnetz.governance.policies.elections import RUN
from bildungsnetz.governance.web.views import dossier, elections, voting

RUNNERS = needs(RUN)

urlpatterns = [
    route("gremien/<int:pk>/mappe.pdf", dossier.dossier, "body-dossier", who=needs(READ)),
    route("gremien/wahlen/", elections.election_list, "elections", who=RUNNERS),
    route("gremien/sitze/<int:pk>/wahl/", elections.new_election, "election-new", who=RUNNERS),
    route("gremien/wahlen/<int:pk>/", elections.election, "election", who=RUNNERS),
    route("gremien/wahlen/<int:pk>/eroeffnen/", elections.election_open, "election-open", who=RUNNERS),
    route("gremien/wahlen/<int:pk>/auszaehlen/", elections.election_count, "election-count", who=RUNNERS),
    route("gremien/wahlen/<int:pk>/feststellen/", elections.election_settle, "election-settle", who=RUNNERS),
    route(
        "gremien/wahlen/<int:pk>/protokoll.pdf", elections.election_protocol, "election-protocol", who=RUNNERS
    ),
    route("wahl/<str:token>/", voting.vote, "vote", who=TOKEN_HOLDER),
]
