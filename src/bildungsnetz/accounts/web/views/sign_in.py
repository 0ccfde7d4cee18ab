"""The login page and the change of a password: allauth's views with what this house adds."""

from typing import Any

from allauth.account import views as account
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from bildungsnetz.accounts.selectors import people
from bildungsnetz.accounts.selectors.team import lines
from bildungsnetz.core import clock


class LoginView(account.LoginView):  # type: ignore[misc]  # allauth is untyped
    """The login page; demo mode shows its accounts with one button each."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = clock.day_of(clock.now())
        offered = lines(people.demo_users(), on=today) if settings.MODE == "demo" else []
        return {**super().get_context_data(**kwargs), "demo_accounts": offered}


class PasswordChangeView(account.PasswordChangeView):  # type: ignore[misc]  # allauth is untyped
    """Whoever has no password yet (a demo account) gets one by mail, as after forgetting it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect("account_reset_password")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


login = LoginView.as_view()
password_change = PasswordChangeView.as_view()
