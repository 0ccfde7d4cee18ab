"""All routes. German has no prefix, English stands under /en/: the language is in the address, no cookie needed."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLResolver, include, path


def _context(name: str) -> list[URLResolver]:
    urls = settings.PACKAGE / name / "web" / "urls.py"
    return [path("", include(f"bildungsnetz.{name}.web.urls"))] if urls.exists() else []


urlpatterns = i18n_patterns(
    path("", include("bildungsnetz.accounts.web.sign_in_urls")),
    path("", include("bildungsnetz.core.web.urls")),
    path("", include("bildungsnetz.accounts.web.urls")),
    *_context("network"),
    *_context("governance"),
    *_context("programme"),
    *_context("portal"),
    *_context("frontdoor"),
    prefix_default_language=False,
)
handler400 = "bildungsnetz.core.web.answers.bad_request"
handler403 = "bildungsnetz.core.web.answers.forbidden"
handler404 = "bildungsnetz.core.web.answers.not_found"
handler500 = "bildungsnetz.core.web.answers.server_error"
