from bildungsnetz.governance.web.routes import (
    bodies,
    decisions,
    minutes,
    orders,
    papers,
    recommendations,
    seating,
    sessions,
)

app_name = "governance"
urlpatterns = [
    *seating.urlpatterns,
    *bodies.urlpatterns,
    *recommendations.urlpatterns,
    *sessions.urlpatterns,
    *papers.urlpatterns,
    *decisions.urlpatterns,
    *minutes.urlpatterns,
    *orders.urlpatterns,
]
