from bildungsnetz.core.access import TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies import minutes as may
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.web.views import (
    minutes,
    minutes_acts,
    minutes_edit,
    minutes_links,
    minutes_versions,
    minutes_window,
)

HERE = "sitzungen/<int:session_pk>/protokoll"

urlpatterns = [
    route(f"{HERE}/", minutes.minutes, "minutes", who=needs(READ)),
    route(f"{HERE}/protokoll.pdf", minutes.minutes_pdf, "minutes-pdf", who=needs(READ)),
    route(f"{HERE}/erstellen/", minutes.minutes_compose, "minutes-compose", who=needs(may.COMPOSE)),
    route(f"{HERE}/bearbeiten/", minutes_edit.minutes_edit, "minutes-edit", who=needs(may.CHANGE)),
    route(f"{HERE}/vorlegen/", minutes_acts.minutes_submit, "minutes-submit", who=needs(may.SUBMIT)),
    route(
        f"{HERE}/zuruecknehmen/", minutes_acts.minutes_take_back, "minutes-take-back", who=needs(may.SUBMIT)
    ),
    route(f"{HERE}/freigeben/", minutes_acts.minutes_approve, "minutes-approve", who=needs(may.APPROVE)),
    route(
        f"{HERE}/fassungen/",
        minutes_versions.minutes_versions,
        "minutes-versions",
        who=needs(may.CHANGE, may.APPROVE),
    ),
    route(f"{HERE}/widersprechen/", minutes_window.minutes_object, "minutes-object", who=needs(may.OBJECT)),
    route(
        f"{HERE}/widersprueche/<int:pk>/",
        minutes_window.objection_answer,
        "minutes-answer",
        who=needs(may.APPROVE),
    ),
    route(
        f"{HERE}/link-senden/", minutes_links.minutes_send_link, "minutes-send-link", who=needs(may.SUBMIT)
    ),
    route(
        "protokoll-freigabe/<str:token>/",
        minutes_links.approve_by_link,
        "minutes-approve-link",
        who=TOKEN_HOLDER,
    ),
    route("protokoll/<str:token>/", minutes_window.object_by_link, "minutes-object-link", who=TOKEN_HOLDER),
    route(
        f"{HERE}/ergaenzen/", minutes_acts.minutes_supplement, "minutes-supplement", who=needs(may.SUPPLEMENT)
    ),
]
