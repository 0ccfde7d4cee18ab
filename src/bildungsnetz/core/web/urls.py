from bildungsnetz.core.access import EVERYBODY, needs
from bildungsnetz.core.web import views
from bildungsnetz.core.web.routing import route

app_name = "core"
urlpatterns = [
    route("verwaltung/postausgang/", views.outbox_list, "outbox", who=needs("core.outbox.see")),
    route(
        "verwaltung/postausgang/<int:pk>/",
        views.outbox_mail,
        "outbox-mail",
        who=needs("core.outbox.see"),
    ),
    route(
        "verwaltung/postausgang/<int:pk>/anlage/<int:file_pk>/",
        views.outbox_file,
        "outbox-file",
        who=needs(views.READ_OUTBOX),
    ),
    route("verwaltung/vorgaenge/", views.audit_list, "audit", who=needs("core.audit.see")),
    route("verwaltung/zeitplan/", views.schedule, "schedule", who=needs("core.schedule.see")),
    route("bausteine/", views.gallery, "gallery", who=EVERYBODY),
]
