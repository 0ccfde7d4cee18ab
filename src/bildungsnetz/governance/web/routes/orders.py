from bildungsnetz.core.access import SIGNED_IN, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies import orders as policies
from bildungsnetz.governance.web.views import order_steps, orders

urlpatterns = [
    route("auftraege/", orders.board, "orders", who=SIGNED_IN),
    route("auftraege/<int:pk>/", orders.order, "order", who=SIGNED_IN),
    route("auftraege/<int:pk>/<str:name>/", order_steps.step, "order-step", who=SIGNED_IN),
    route("beschluesse/<int:pk>/auftrag/", orders.issue, "order-issue", who=needs(policies.ISSUE)),
]
