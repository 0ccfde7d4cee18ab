"""Routes of double entries."""

from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.views import merging

WHO = needs(policies.MERGE)
PAIR = "netzwerk/dubletten/<slug:kind>/<int:winner>/<int:loser>/"
urlpatterns = [
    route("netzwerk/dubletten/", merging.institution_pairs, "duplicates", who=WHO),
    route("netzwerk/dubletten/personen/", merging.person_pairs, "person-duplicates", who=WHO),
    route("netzwerk/dubletten/verlauf/", merging.merge_list, "merges", who=WHO),
    route("netzwerk/dubletten/verlauf/<int:pk>/", merging.merge_record, "merge-record", who=WHO),
    route("netzwerk/dubletten/verlauf/<int:pk>/zuruecknehmen/", merging.undo, "undo-merge", who=WHO),
    route("netzwerk/dubletten/<slug:kind>/waehlen/", merging.choose_two, "merge-choose", who=WHO),
    route(PAIR, merging.merge, "merge", who=WHO),
    route(f"{PAIR}verschieden/", merging.keep_apart, "keep-apart", who=WHO),
]
