from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.bodies import READ
from bildungsnetz.governance.web.views import seating

READERS = needs(READ)

urlpatterns = [
    route("gremien/baum/", seating.body_tree, "bodies-tree", who=READERS),
    route("gremien/offene-sitze/", seating.open_seats, "open-seats", who=READERS),
    route("gremien/offene-sitze/liste/", seating.open_seats_file, "open-seats-file", who=READERS),
    route("gremien/wer-sitzt-wo/", seating.who_sits_where, "who-sits-where", who=READERS),
    route("gremien/wer-sitzt-wo/liste/", seating.who_sits_where_file, "who-sits-where-file", who=READERS),
    route("gremien/ueberschneidungen/", seating.overlap_report, "overlaps", who=READERS),
    route("gremien/ueberschneidungen/liste/", seating.overlap_file, "overlaps-file", who=READERS),
]
