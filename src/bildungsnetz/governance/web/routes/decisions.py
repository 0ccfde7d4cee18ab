from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.decisions import RECORD
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.web.views import decision_record, decisions

urlpatterns = [
    route("beschluesse/", decisions.decisions, "decisions", who=needs(READ)),
    route("beschluesse/<int:pk>/", decisions.decision, "decision", who=needs(READ)),
    route(
        "beschluesse/<int:pk>/berichtigen/",
        decision_record.decision_correct,
        "decision-correct",
        who=needs(RECORD),
    ),
    route(
        "sitzungen/punkte/<int:item_pk>/beschluss/",
        decision_record.decision_record,
        "decision-record",
        who=needs(RECORD),
    ),
]
