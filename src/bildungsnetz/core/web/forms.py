"""Every form looks alike: one renderer turns Django's forms, ours and those of libraries, into KERN markup.

KERN's rules kept here: label above, hint before the field, optional fields are marked, `aria-required` instead of
`required` (the browser's bubbles vanish and are not in our words), no placeholders (they vanish while typing).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.errors import RuleViolation

TEXT_CLASS = "kern-form-input__input"
CLASS_OF_WIDGET: tuple[tuple[type[forms.Widget], str], ...] = (
    (
        forms.CheckboxSelectMultiple,
        "kern-form-check__checkbox",
    ),  # before RadioSelect, its parent class
    (forms.RadioSelect, "kern-form-check__radio"),
    (forms.CheckboxInput, "kern-form-check__checkbox"),
    (forms.SelectMultiple, TEXT_CLASS),
    (forms.Select, "kern-form-input__select"),
)
NATIVE_INPUTS: dict[type[forms.Widget], tuple[str, str]] = {
    forms.DateInput: ("date", "%Y-%m-%d"),
    forms.DateTimeInput: ("datetime-local", "%Y-%m-%dT%H:%M"),
    forms.TimeInput: ("time", "%H:%M"),
}
WHAT_TO_DO = _("Bitte füllen Sie dieses Feld aus.")
FORM, FORMSET = "core/forms/form.html", "core/forms/formset.html"
TEMPLATES = {
    **{f"django/forms/{name}.html": FORM for name in ("div", "p", "table", "ul")},
    **{f"django/forms/formsets/{name}.html": FORMSET for name in ("div", "p", "table", "ul")},
    "django/forms/errors/list/default.html": "core/forms/errors.html",
    "django/forms/errors/list/ul.html": "core/forms/errors.html",
    "django/forms/widgets/select.html": "core/forms/widgets/select.html",
    "django/forms/widgets/radio.html": "core/forms/widgets/options.html",
    "django/forms/widgets/checkbox_select.html": "core/forms/widgets/options.html",
    "django/forms/widgets/clearable_file_input.html": "core/forms/widgets/file.html",
}


class KernBoundField(BoundField):
    """A field together with what the KERN templates ask about it."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        _use_native_dates(field.widget)
        if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
            field.error_messages["required"] = WHAT_TO_DO

    @property
    def is_single_check(self) -> bool:
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_radio(self) -> bool:
        return isinstance(self.field.widget, forms.RadioSelect) and not self.is_multiple

    @property
    def is_multiple(self) -> bool:
        return isinstance(self.field.widget, forms.CheckboxSelectMultiple)

    @property
    def is_optional(self) -> bool:
        """Whether to mark the field; a form says `marks_optional = False` where one of its fields must be filled."""
        is_marked = getattr(self.form, "marks_optional", True)
        return is_marked and not self.field.required and not self.field.disabled

    @property
    def error_target(self) -> str:
        """The id the error summary jumps to: the control itself, or the fieldset of a group."""
        return self.auto_id if self.use_fieldset else self.id_for_label

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        if widget.is_hidden:
            return built
        widget.attrs.pop("placeholder", None)
        built["class"] = " ".join(filter(None, [widget.attrs.get("class"), _class_of(self, widget)]))
        required = built.pop("required", False)
        if isinstance(widget, forms.RadioSelect):
            # The fieldset speaks for the group: single radio buttons may carry neither attribute.
            built.pop("aria-invalid", None)
        elif required:
            built["aria-required"] = "true"
        return built


class KernRenderer(TemplatesSetting):
    """The project's form renderer (settings: FORM_RENDERER). Library templates are replaced by ours by name."""

    form_template_name = FORM
    formset_template_name = FORMSET
    field_template_name = "core/forms/field.html"
    bound_field_class = KernBoundField

    def render(
        self,
        template_name: str,
        context: Mapping[str, Any],
        request: HttpRequest | None = None,
    ) -> str:
        name = TEMPLATES.get(template_name, template_name)
        return super().render(name, dict(context), request)


@contextmanager
def show_errors(form: forms.BaseForm) -> Iterator[None]:
    """Puts a RuleViolation (also StaleVersion) raised inside into the form: at its field if there is one, else above.

    Afterwards the view shows the form again; nothing that was typed is lost.
    """
    try:
        yield
    except RuleViolation as violation:
        field = violation.field if violation.field in form.fields else None
        form.add_error(field, str(violation.message))


def _class_of(bound: BoundField, widget: forms.Widget) -> str:
    name = next((name for kind, name in CLASS_OF_WIDGET if isinstance(widget, kind)), TEXT_CLASS)
    return f"{name} {name}--error" if bound.errors else name


def _use_native_dates(widget: forms.Widget) -> None:
    """Date and time fields become the browser's own; these exchange ISO values whatever the language."""
    for part in getattr(widget, "widgets", [widget]):
        if type(part) in NATIVE_INPUTS:
            part.input_type, part.format = NATIVE_INPUTS[type(part)]
