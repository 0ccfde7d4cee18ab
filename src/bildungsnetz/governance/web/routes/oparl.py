from bildungsnetz.core.access import EVERYBODY
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.web.views import oparl

urlpatterns = [
    route("oparl/1.1/system", oparl.system, "oparl-system", who=EVERYBODY),
    route("oparl/1.1/body", oparl.bodies, "oparl-bodies", who=EVERYBODY),
    route("oparl/1.1/body/1", oparl.body, "oparl-body", who=EVERYBODY),
    route("oparl/1.1/body/1/<str:kind>", oparl.objects, "oparl-list", who=EVERYBODY),
    route("oparl/1.1/file/<int:pk>/access", oparl.file_access, "oparl-file", who=EVERYBODY),
    route("oparl/1.1/file/<int:pk>/download", oparl.file_download, "oparl-download", who=EVERYBODY),
    route("oparl/1.1/organization/<int:pk>/<str:kind>", oparl.own_objects, "oparl-own-list", who=EVERYBODY),
    route("oparl/1.1/<str:kind>/<int:pk>", oparl.one, "oparl-object", who=EVERYBODY),
]
