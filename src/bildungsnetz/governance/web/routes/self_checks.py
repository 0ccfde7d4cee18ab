from bildungsnetz.core.access import TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies import self_checks as may
from bildungsnetz.governance.web.views import self_checks as views

READERS, STARTERS = needs(may.READ), needs(may.START)

urlpatterns = [
    route("selbstchecks/", views.self_check_list, "self-checks", who=READERS),
    route("selbstchecks/neu/", views.start, "self-check-start", who=STARTERS),
    route("selbstchecks/<int:pk>/", views.self_check, "self-check", who=READERS),
    route("selbstchecks/<int:pk>/ergebnis.pdf", views.self_check_pdf, "self-check-pdf", who=READERS),
    route("selbstcheck/<str:token>/", views.answer, "self-check-answer", who=TOKEN_HOLDER),
]
