"""The rules of the routes that allauth brings; allauth enforces them, the matrix proves it."""

from bildungsnetz.core.access import EVERYBODY, SIGNED_IN
from bildungsnetz.core.web.routing import declare_foreign

FOR_EVERYBODY = (
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
)
FOR_SIGNED_IN = (
    "account_logout",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_reauthenticate",
)

for name in FOR_EVERYBODY:
    declare_foreign(name, EVERYBODY)
for name in FOR_SIGNED_IN:
    declare_foreign(name, SIGNED_IN)
