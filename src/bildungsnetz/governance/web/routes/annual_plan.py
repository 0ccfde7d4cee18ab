from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.sessions import PLAN
from bildungsnetz.governance.policies.templates import CHANGE
from bildungsnetz.governance.web.views import annual_plan

KEEPERS = needs(CHANGE)

urlpatterns = [
    route("sitzungen/jahresplan/", annual_plan.annual_plan, "annual-plan", who=needs(PLAN)),
    route("gremien/<int:pk>/sitzungsvorlagen/neu/", annual_plan.template_new, "template-new", who=KEEPERS),
    route("gremien/sitzungsvorlagen/<int:pk>/", annual_plan.template, "template", who=KEEPERS),
    route(
        "gremien/sitzungsvorlagen/<int:pk>/punkte/neu/",
        annual_plan.template_item_new,
        "template-item-new",
        who=KEEPERS,
    ),
    route(
        "gremien/sitzungsvorlagen/punkte/<int:pk>/", annual_plan.template_item, "template-item", who=KEEPERS
    ),
    route(
        "gremien/sitzungsvorlagen/punkte/<int:pk>/herausnehmen/",
        annual_plan.template_item_remove,
        "template-item-remove",
        who=KEEPERS,
    ),
]
