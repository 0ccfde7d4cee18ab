"""The public form to the provider of an offer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.web.public_forms import PublicForm


class EnquiryForm(PublicForm):
    name = forms.CharField(
        label=_("Ihr Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        help_text=_("Dorthin antwortet der Anbieter."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    message = forms.CharField(
        label=_("Ihre Frage"),
        help_text=_("Bitte nennen Sie keine Namen von Kindern."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
