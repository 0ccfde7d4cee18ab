from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.views import school_lists

urlpatterns = [
    route(
        "netzwerk/listenabgleich/",
        school_lists.reconciliation,
        "reconciliation",
        who=needs(policies.SEE_IMPORTS),
    ),
    route(
        "netzwerk/listenabgleich/liste/",
        school_lists.reconciliation_file,
        "reconciliation-file",
        who=needs(policies.SEE_IMPORTS),
    ),
    route(
        "netzwerk/listenabgleich/neu/",
        school_lists.keep,
        "keep-school-list",
        who=needs(policies.PLAN_IMPORT),
    ),
    route(
        "netzwerk/listenabgleich/<int:pk>/abgelehnt/",
        school_lists.refused_file,
        "school-list-refused",
        who=needs(policies.SEE_IMPORTS),
    ),
    route(
        "netzwerk/listenabgleich/<int:pk>/entfernen/",
        school_lists.remove,
        "remove-school-list",
        who=needs(policies.PLAN_IMPORT),
    ),
]
