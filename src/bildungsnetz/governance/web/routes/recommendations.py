from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies import recommendations as policies
from bildungsnetz.governance.web.views import recommendations as views

READ = needs(policies.READ)
COLLECT = needs(policies.COLLECT)
CHANGE = needs(policies.CHANGE)
ANSWER = needs(policies.ANSWER)

urlpatterns = [
    route("empfehlungen/", views.recommendation_list, "recommendations", who=READ),
    route("empfehlungen/datei/", views.recommendation_file, "recommendations-file", who=READ),
    route("empfehlungen/neu/", views.collect, "recommendation-new", who=COLLECT),
    route("empfehlungen/<int:pk>/", views.recommendation, "recommendation", who=READ),
    route("empfehlungen/<int:pk>/bearbeiten/", views.edit, "recommendation-edit", who=CHANGE),
    route("empfehlungen/<int:pk>/weiter/", views.advance, "recommendation-advance", who=CHANGE),
    route("empfehlungen/<int:pk>/tagesordnung/", views.to_agenda, "recommendation-agenda", who=CHANGE),
    route("empfehlungen/<int:pk>/antwort/", views.answer, "recommendation-answer", who=ANSWER),
]
