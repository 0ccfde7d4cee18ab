"""One-click logins of the demo; the route answers 404 in every other mode."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from bildungsnetz.accounts.selectors.people import demo_users
from bildungsnetz.core.web.request import Request


@require_POST
def demo_login(request: Request, pk: int) -> HttpResponse:
    if settings.MODE != "demo":
        raise Http404
    user = get_object_or_404(demo_users(), pk=pk)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(settings.LOGIN_REDIRECT_URL)
