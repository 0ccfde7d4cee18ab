from bildungsnetz.accounts import policies
from bildungsnetz.accounts.web.views import demo, invitation, invitations, team
from bildungsnetz.core.access import EVERYBODY, TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route

app_name = "accounts"
urlpatterns = [
    route("einladung/<str:token>/", invitation.accept, "invitation", who=TOKEN_HOLDER),
    route("demo/<int:pk>/", demo.demo_login, "demo-login", who=EVERYBODY),
    route("verwaltung/konten/", team.team, "team", who=needs(policies.SEE_USERS)),
    route("verwaltung/konten/einladen/", invitations.invite, "invite", who=needs(policies.INVITE)),
    route(
        "verwaltung/konten/einladung/<int:pk>/senden/",
        invitations.resend,
        "resend",
        who=needs(policies.INVITE),
    ),
    route(
        "verwaltung/konten/einladung/<int:pk>/zurueckziehen/",
        invitations.withdraw,
        "withdraw",
        who=needs(policies.INVITE),
    ),
    route("verwaltung/konten/<int:pk>/", team.user, "user", who=needs(policies.SEE_USERS)),
    route("verwaltung/konten/<int:pk>/rolle/", team.grant, "grant", who=needs(policies.GRANT_ROLE)),
    route(
        "verwaltung/konten/<int:pk>/rolle/<int:grant_pk>/beenden/",
        team.end_grant,
        "end-grant",
        who=needs(policies.GRANT_ROLE),
    ),
    route(
        "verwaltung/konten/<int:pk>/sperren/",
        team.activity,
        "activity",
        who=needs(policies.CHANGE_USER),
    ),
    route(
        "verwaltung/konten/<int:pk>/zweiter-faktor/",
        team.reset_second_factor,
        "second-factor-reset",
        who=needs(policies.CHANGE_USER),
    ),
    route("verwaltung/rollen/", team.roles, "roles", who=needs(policies.SEE_USERS)),
]
