from bildungsnetz.core.access import TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.views import survey_link, surveys

SEE, RUN = needs(policies.SEE_SURVEYS), needs(policies.RUN_SURVEY)
_link = "netzwerkbefragung/<str:token>/"
urlpatterns = [
    route(_link, survey_link.answer, "answer-survey", who=TOKEN_HOLDER),
    route(f"{_link}partner/", survey_link.judge, "judge-as-partner", who=TOKEN_HOLDER),
    route(f"{_link}widerrufen/", survey_link.withdraw, "withdraw-survey", who=TOKEN_HOLDER),
    route("netzwerk/befragungen/", surveys.survey_list, "surveys", who=SEE),
    route("netzwerk/befragungen/neu/", surveys.new_survey, "new-survey", who=RUN),
    route("netzwerk/befragungen/<int:pk>/", surveys.survey, "survey", who=SEE),
    route("netzwerk/befragungen/<int:pk>/liste/", surveys.invitations_file, "survey-file", who=SEE),
    route("netzwerk/befragungen/<int:pk>/bearbeiten/", surveys.edit, "survey-edit", who=RUN),
    route("netzwerk/befragungen/<int:pk>/starten/", surveys.start, "survey-start", who=RUN),
    route("netzwerk/befragungen/<int:pk>/beenden/", surveys.close, "survey-close", who=RUN),
    route("netzwerk/befragungen/angaben/<int:pk>/", surveys.judge, "judge-answer", who=RUN),
]
