"""Login, password and second factor: allauth's views under the names it looks for, at German addresses."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from bildungsnetz.accounts.web.views import sign_in

urlpatterns = [
    path("anmelden/", sign_in.login, name="account_login"),
    path("abmelden/", account.logout, name="account_logout"),
    path("passwort/aendern/", sign_in.password_change, name="account_change_password"),
    path("passwort/vergessen/", account.password_reset, name="account_reset_password"),
    path(
        "passwort/vergessen/gesendet/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^passwort/neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "passwort/neu/fertig/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("anmelden/bestaetigen/", account.reauthenticate, name="account_reauthenticate"),
    path("anmelden/zweiter-faktor/", second_factor.authenticate, name="mfa_authenticate"),
    path(
        "anmelden/zweiter-faktor/bestaetigen/",
        second_factor.reauthenticate,
        name="mfa_reauthenticate",
    ),
    path("konto/sicherheit/", second_factor.index, name="mfa_index"),
    path("konto/sicherheit/app/einrichten/", totp.activate_totp, name="mfa_activate_totp"),
    path("konto/sicherheit/app/entfernen/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "konto/sicherheit/codes/",
        recovery_codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "konto/sicherheit/codes/neu/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "konto/sicherheit/codes/datei/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]
