from bildungsnetz.core.access import EVERYBODY, needs
from bildungsnetz.core.calendar.upkeep import CHANGE as CHANGE_HOLIDAYS
from bildungsnetz.core.web import holidays, views
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
    route("verwaltung/ferien/", holidays.holiday_list, "holidays", who=needs(CHANGE_HOLIDAYS)),
    route("verwaltung/ferien/neu/", holidays.holiday_new, "holiday-new", who=needs(CHANGE_HOLIDAYS)),
    route("verwaltung/ferien/<int:pk>/", holidays.holiday_edit, "holiday-edit", who=needs(CHANGE_HOLIDAYS)),
    route(
        "verwaltung/ferien/<int:pk>/herausnehmen/",
        holidays.holiday_remove,
        "holiday-remove",
        who=needs(CHANGE_HOLIDAYS),
    ),
    route("bausteine/", views.gallery, "gallery", who=EVERYBODY),
]
