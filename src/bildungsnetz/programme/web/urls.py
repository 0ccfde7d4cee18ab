from bildungsnetz.core.access import SIGNED_IN, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.programme import policies
from bildungsnetz.programme.web.views import accountability, measures, tasks

app_name = "programme"
urlpatterns = [
    route("massnahmen/", measures.measures, "measures", who=SIGNED_IN),
    route("massnahmen/neu/", measures.plan, "measure-new", who=needs(policies.PLAN)),
    route("massnahmen/<int:pk>/", measures.measure, "measure", who=SIGNED_IN),
    route("massnahmen/<int:pk>/bearbeiten/", measures.change, "measure-edit", who=SIGNED_IN),
    route("massnahmen/<int:pk>/stand/", measures.move, "measure-move", who=SIGNED_IN),
    route("massnahmen/<int:pk>/aufgaben/neu/", tasks.add, "task-new", who=SIGNED_IN),
    route("massnahmen/<int:pk>/aufgaben/<int:task_pk>/", tasks.move, "task-move", who=SIGNED_IN),
    route("rechenschaftsbericht/", accountability.report, "accountability", who=needs(policies.READ_REPORT)),
    route(
        "rechenschaftsbericht/rechenschaftsbericht.pdf",
        accountability.report_pdf_file,
        "accountability-pdf",
        who=needs(policies.READ_REPORT),
    ),
]
