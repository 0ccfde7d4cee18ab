from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.bodies import ADD_MANDATE, READ
from bildungsnetz.governance.web.views import nominations, rotations

READERS, ADDERS = needs(READ), needs(ADD_MANDATE)

urlpatterns = [
    route("gremien/<int:pk>/wechsel/", rotations.rotation_calendar, "rotations", who=READERS),
    route("gremien/sitze/<int:pk>/wechsel/", rotations.new_rotation, "rotation-new", who=ADDERS),
    route("gremien/mandate/<int:pk>/tauschen/", rotations.turn_swap, "rotation-swap", who=ADDERS),
    route("gremien/sitze/<int:pk>/benennung/", nominations.new_letter, "nomination-letter", who=ADDERS),
    route("gremien/benennungen/<int:pk>.pdf", nominations.letter_file, "nomination-file", who=ADDERS),
]
