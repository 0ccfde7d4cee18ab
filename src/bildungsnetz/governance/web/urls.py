from bildungsnetz.governance.web.routes import (
    annual_plan,
    bodies,
    body_basis,
    conferences,
    decisions,
    elections,
    mandates,
    minutes,
    orders,
    papers,
    recommendations,
    seating,
    self_checks,
    sessions,
)

app_name = "governance"
urlpatterns = [
    *seating.urlpatterns,
    *bodies.urlpatterns,
    *conferences.urlpatterns,
    *body_basis.urlpatterns,
    *mandates.urlpatterns,
    *elections.urlpatterns,
    *recommendations.urlpatterns,
    *self_checks.urlpatterns,
    *sessions.urlpatterns,
    *papers.urlpatterns,
    *annual_plan.urlpatterns,
    *decisions.urlpatterns,
    *minutes.urlpatterns,
    *orders.urlpatterns,
]
