from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.web.views import bodies, mandates, seats

READ = needs(policies.READ)
CREATE = needs(policies.CREATE)
CHANGE = needs(policies.CHANGE)
ADD = needs(policies.ADD_MANDATE)
END = needs(policies.END_MANDATE)
CHAIR = needs(policies.SET_CHAIR)

urlpatterns = [
    route("gremien/", bodies.body_list, "bodies", who=READ),
    route("gremien/neu/", bodies.choose_preset, "body-new", who=CREATE),
    route("gremien/neu/eigenes/", bodies.new_by_hand, "body-new-by-hand", who=CREATE),
    route("gremien/neu/<slug:preset>/", bodies.new_from_preset, "body-new-preset", who=CREATE),
    route("gremien/<int:pk>/", bodies.body, "body", who=READ),
    route("gremien/<int:pk>/mitglieder/", bodies.member_file, "body-members", who=READ),
    route("gremien/<int:pk>/bearbeiten/", bodies.body_edit, "body-edit", who=CHANGE),
    route("gremien/<int:pk>/seiten/neu/", seats.new_side, "side-new", who=CHANGE),
    route("gremien/seiten/<int:pk>/", seats.side_edit, "side-edit", who=CHANGE),
    route("gremien/<int:pk>/sitze/neu/", seats.new_seat_rule, "seat-rule-new", who=CHANGE),
    route("gremien/sitze/<int:pk>/", seats.seat_rule_edit, "seat-rule-edit", who=CHANGE),
    route("gremien/sitze/<int:pk>/beenden/", seats.seat_rule_end, "seat-rule-end", who=CHANGE),
    route("gremien/<int:pk>/mandate/neu/", mandates.new_mandate, "mandate-new", who=ADD),
    route("gremien/mandate/<int:pk>/", mandates.mandate, "mandate", who=READ),
    route("gremien/mandate/<int:pk>/beenden/", mandates.mandate_end, "mandate-end", who=END),
    route("gremien/mandate/<int:pk>/vertretung/neu/", mandates.new_deputy, "deputy-new", who=ADD),
    route("gremien/vertretungen/<int:pk>/beenden/", mandates.deputy_end, "deputy-end", who=END),
    route("gremien/<int:pk>/vorsitz/", mandates.chair_set, "chair-set", who=CHAIR),
    route("gremien/vorsitz/<int:pk>/beenden/", mandates.chair_end, "chair-end", who=CHAIR),
]
