"""Forms of sessions."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.clock import BERLIN
from bildungsnetz.governance.domain.session_states import SessionMode
from bildungsnetz.governance.models import Body, Session, SessionTemplate


class SessionFilter(forms.Form):
    gremium = forms.ModelChoiceField(
        label=_("Gremium"), queryset=Body.objects.none(), required=False, empty_label=_("Alle Gremien")
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gremium"].queryset = bodies  # type: ignore[attr-defined]


class SessionForm(forms.Form):
    """Time and place; `facts` gives them as the services take them."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    on = forms.DateField(label=_("Datum"), widget=forms.DateInput)
    starts_at = forms.TimeField(label=_("Beginn"), widget=forms.TimeInput)
    ends_at = forms.TimeField(label=_("Ende"), widget=forms.TimeInput)
    mode = forms.ChoiceField(label=_("Form"), choices=SessionMode.choices, widget=forms.RadioSelect)
    place = forms.CharField(
        label=_("Ort"), help_text=_("Haus, Raum und Anschrift."), max_length=200, required=False
    )
    online_link = forms.URLField(label=_("Link zur Videokonferenz"), required=False, assume_scheme="https")

    blocked_reason = forms.CharField(
        label=_("Grund für diesen freien Tag"),
        help_text=_("Er steht auf der Seite der Sitzung."),
        max_length=300,
        required=False,
        widget=forms.HiddenInput,
    )

    def ask_reason(self) -> None:
        """Show the field for the reason: the day turned out to be free."""
        if self.errors.get("blocked_reason") or self["blocked_reason"].value():
            self.fields["blocked_reason"].widget = forms.TextInput()

    def facts(self) -> dict[str, Any]:
        chosen = self.cleaned_data
        return {
            "starts_at": datetime.combine(chosen["on"], chosen["starts_at"], tzinfo=BERLIN),
            "ends_at": datetime.combine(chosen["on"], chosen["ends_at"], tzinfo=BERLIN),
            "mode": chosen["mode"],
            "place": chosen["place"],
            "online_link": chosen["online_link"],
            "blocked_reason": chosen["blocked_reason"],
        }


class PlanForm(SessionForm):
    """A new session says of which body."""

    body = forms.ModelChoiceField(
        label=_("Gremium"), queryset=Body.objects.none(), empty_label=_("Bitte wählen")
    )
    template = forms.ModelChoiceField(
        label=_("Sitzungsvorlage"),
        help_text=_("Ihre wiederkehrenden Punkte kommen auf die Tagesordnung."),
        queryset=SessionTemplate.objects.none(),
        required=False,
        empty_label=_("ohne Vorlage"),
    )
    field_order = ("body", "template")

    def __init__(self, *args: Any, bodies: Any, templates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["template"].queryset = templates  # type: ignore[attr-defined]
        if not templates:
            del self.fields["template"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        template, body = cleaned.get("template"), cleaned.get("body")
        if template and body and template.body_id != body.pk:
            self.add_error("template", _("Diese Vorlage gehört zu einem anderen Gremium."))
        return cleaned


def session_values(session: Session) -> dict[str, object]:
    """The stored values as the form shows them."""
    starts, ends = session.starts_at.astimezone(BERLIN), session.ends_at.astimezone(BERLIN)
    return {
        "version": session.version,
        "on": starts.date(),
        "starts_at": starts.time(),
        "ends_at": ends.time(),
        "mode": session.mode,
        "place": session.place,
        "online_link": session.online_link,
        "blocked_reason": session.blocked_reason,
    }


class CloseForm(forms.Form):
    next_session_on = forms.DateField(
        label=_("Termin der nächsten Sitzung"),
        help_text=_("Er kommt als letzter Punkt in das Protokoll."),
        widget=forms.DateInput,
    )


class CancelForm(forms.Form):
    reason = forms.CharField(
        label=_("Grund"),
        help_text=_("Er steht in der Mail an alle Eingeladenen."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
