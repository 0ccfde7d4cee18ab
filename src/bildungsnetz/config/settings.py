"""Django's settings, computed from the environment of the installation."""

from email.headerregistry import Address
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from bildungsnetz.config.database import database
from bildungsnetz.config.environment import read

ENVIRONMENT = read()
MODE = ENVIRONMENT.mode
PACKAGE = Path(__file__).resolve().parents[1]

SECRET_KEY = ENVIRONMENT.key
DEBUG = MODE == "develop"
ALLOWED_HOSTS = ENVIRONMENT.hosts
BASE_URL = ENVIRONMENT.base_url.rstrip("/")
NETWORK_NAME = ENVIRONMENT.network_name
REGION_AGS = ENVIRONMENT.region_ags
DEMO_DOMAIN = "@demo.example"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_cotton.apps.SimpleAppConfig",
    "django_tasks",
    "django_tasks_db",
    "bildungsnetz.core",  # ours before allauth, whose templates they replace
    "bildungsnetz.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *(
        f"bildungsnetz.{context}"
        for context in ("network", "governance", "programme", "portal", "frontdoor")
        if (PACKAGE / context / "apps.py").exists()
    ),
    "bildungsnetz.config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "bildungsnetz.accounts.web.middleware.ActorOfRequest",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "bildungsnetz.core.web.errors.ErrorsToAnswers",
]
ROOT_URLCONF = "bildungsnetz.config.urls"
WSGI_APPLICATION = "bildungsnetz.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "bildungsnetz.core.web.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "bildungsnetz.core.web.forms.KernRenderer"

DATABASES = {"default": database(ENVIRONMENT.database, ENVIRONMENT.data_dir, MODE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {
    "default": {
        "BACKEND": (
            "django_tasks.backends.immediate.ImmediateBackend"
            if MODE == "test"
            else "django_tasks_db.DatabaseBackend"
        )
    }
}

LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path("staticfiles").absolute()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if MODE in {"production", "demo"}
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
MEDIA_ROOT = ENVIRONMENT.data_dir.absolute() / "files"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
if MODE in {"test", "demo"}:
    PASSWORD_HASHERS = (
        ["django.contrib.auth.hashers.MD5PasswordHasher"]
        if MODE == "test"
        else ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    )
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "frontdoor:my-day"
LOGOUT_REDIRECT_URL = "frontdoor:home"
ACCOUNT_ADAPTER = "bildungsnetz.accounts.web.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = "frontdoor:home"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no mail to an address somebody merely typed
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = (  # allauth's own writes a row when a link is opened
    "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 - the name of a class
)
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
ACCOUNT_FORMS = {
    "login": "bildungsnetz.accounts.web.sign_in_forms.LoginForm",
    "reauthenticate": "bildungsnetz.accounts.web.sign_in_forms.ReauthenticateForm",
    "reset_password": "bildungsnetz.accounts.web.sign_in_forms.ResetPasswordForm",
    "reset_password_from_key": "bildungsnetz.accounts.web.sign_in_forms.ResetPasswordKeyForm",
    "change_password": "bildungsnetz.accounts.web.sign_in_forms.ChangePasswordForm",
}
MFA_FORMS = {
    "authenticate": "bildungsnetz.accounts.web.sign_in_forms.AuthenticateForm",
    "reauthenticate": "bildungsnetz.accounts.web.sign_in_forms.SecondReauthenticateForm",
    "activate_totp": "bildungsnetz.accounts.web.sign_in_forms.ActivateForm",
}
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an account exists only after its invitation arrived at its address
MFA_ADAPTER = "bildungsnetz.accounts.web.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]

MAIL_HELD = MODE == "demo"
MAIL_FORGETS_SECRETS = MODE == "production"
MAIL_FROM = ENVIRONMENT.mail_from
MAIL_DOMAIN = ENVIRONMENT.mail_from.rpartition("@")[2]
DEFAULT_FROM_EMAIL = str(Address(display_name=NETWORK_NAME, addr_spec=ENVIRONMENT.mail_from))
EMAIL_BACKEND = (
    "django.core.mail.backends.locmem.EmailBackend"
    if MODE == "test"
    else "django.core.mail.backends.smtp.EmailBackend"
)
EMAIL_HOST = ENVIRONMENT.smtp_host
EMAIL_PORT = ENVIRONMENT.smtp_port
EMAIL_HOST_USER = ENVIRONMENT.smtp_user
EMAIL_HOST_PASSWORD = ENVIRONMENT.smtp_password.get_secret_value()
EMAIL_USE_TLS = ENVIRONMENT.smtp_tls
EMAIL_TIMEOUT = 30  # seconds; a mail server that says nothing is down
IMAP: dict[str, Any] = {
    "host": ENVIRONMENT.imap_host if MODE != "demo" else "",
    "port": ENVIRONMENT.imap_port,
    "user": ENVIRONMENT.imap_user,
    "password": ENVIRONMENT.imap_password.get_secret_value(),
    "folder": ENVIRONMENT.imap_folder,
    "tls": ENVIRONMENT.imap_tls,
}

SECURE = MODE == "production"
SESSION_COOKIE_NAME = "__Host-sitzung" if SECURE else "sitzung"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone when the browser closes
CSRF_FAILURE_VIEW = "bildungsnetz.core.web.answers.csrf_failure"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 * 2 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
TRUSTED_PROXY = ENVIRONMENT.trusted_proxy
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.trusted_proxy else None
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb")
}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
FOOTER_ROUTES = [
    (_("Impressum"), "portal:imprint"),
    (_("Datenschutz"), "portal:privacy"),
    (_("Barrierefreiheit"), "portal:accessibility"),
    (_("Barriere oder Fehler melden"), "portal:feedback"),
]
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
