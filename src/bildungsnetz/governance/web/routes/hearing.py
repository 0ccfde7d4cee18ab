from bildungsnetz.core.access import TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.sessions import CHANGE_ITEM
from bildungsnetz.governance.web.views import hearing

CHANGERS = needs(CHANGE_ITEM)

urlpatterns = [
    route("sitzungen/punkte/<int:pk>/staedte/", hearing.hearing, "item-hearing", who=CHANGERS),
    route("sitzungen/punkte/<int:pk>/staedte/fragen/", hearing.hearing_ask, "item-hearing-ask", who=CHANGERS),
    route(
        "sitzungen/punkte/<int:pk>/staedte/verzicht/",
        hearing.hearing_waive,
        "item-hearing-waive",
        who=CHANGERS,
    ),
    route(
        "sitzungen/stellungnahmen/<int:pk>/neuer-link/",
        hearing.opinion_resend,
        "opinion-resend",
        who=CHANGERS,
    ),
    route("stellungnahme/<str:token>/", hearing.opinion_link, "opinion-link", who=TOKEN_HOLDER),
]
