"""Forms on public pages: no cookie, but a signed and timed mark in the form, a check of the origin and a trap for robots.

Django's CSRF protection needs a cookie, and a public visitor gets none. A forged request gains nothing here, because
these forms never act with the rights of a session; what is left to keep out are robots and other sites' forms.
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.core.web.answers import csrf_failure

HOURS = 12
SALT = "bildungsnetz.public-form"
OWN_SITES = {"same-origin", "none", None}
View = Callable[..., HttpResponse]


def public_form(view: View) -> View:
    """For a view with a PublicForm: exempt from Django's CSRF check, but closed to forms of other sites (403)."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and _comes_from_elsewhere(request):
            return csrf_failure(request)
        return view(request, *args, **kwargs)

    return csrf_exempt(checked)


def _comes_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on another site; browsers that say nothing are let in."""
    if request.headers.get("Sec-Fetch-Site") not in OWN_SITES:
        return True
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.get_host()


class Trap(forms.TextInput):
    """A field people never see; robots fill it in."""

    template_name = "core/forms/widgets/trap.html"
    is_hidden = True


class PublicForm(forms.Form):
    """A form that anybody may send once. `receipt` is its mark: store it uniquely, and a form sent twice counts once."""

    mark = forms.CharField(widget=forms.HiddenInput, required=False)
    homepage = forms.CharField(widget=Trap, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mark"].initial = new_mark
        self.receipt = ""

    def clean_homepage(self) -> str:
        if self.cleaned_data["homepage"]:
            raise ValidationError(
                _("Ein Feld ist ausgefüllt, das leer bleiben muss. Bitte laden Sie die Seite neu.")
            )
        return ""

    def clean_mark(self) -> str:
        """The mark, if it is ours and not too old; otherwise the form goes back with a fresh one and all that was typed."""
        mark = str(self.cleaned_data["mark"])
        try:
            self.receipt = signing.loads(mark, salt=SALT, max_age=HOURS * 3600)
        except signing.BadSignature as wrong:
            self._renew_mark()
            raise ValidationError(
                _(
                    "Das Formular war zu lange offen. Ihre Angaben sind noch da: Bitte senden Sie es noch einmal ab."
                )
            ) from wrong
        return mark

    def _renew_mark(self) -> None:
        data: Any = self.data
        data = data.copy()
        data[self.add_prefix("mark")] = new_mark()
        self.data = data


def new_mark() -> str:
    """A fresh signed mark with the present time in it."""
    return signing.dumps(secrets.token_hex(16), salt=SALT)
