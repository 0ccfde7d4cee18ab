from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.urgent_orders import PROPOSE, WITHDRAW
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.web.views import urgent_orders as views

READERS = needs(READ)

urlpatterns = [
    route("eilauftraege/", views.urgent_list, "urgent-orders", who=READERS),
    route("eilauftraege/neu/", views.urgent_new, "urgent-order-new", who=needs(PROPOSE)),
    route("eilauftraege/<int:pk>/", views.urgent_order, "urgent-order", who=READERS),
    route(
        "eilauftraege/<int:pk>/zurueckziehen/",
        views.urgent_withdraw,
        "urgent-order-withdraw",
        who=needs(WITHDRAW),
    ),
]
