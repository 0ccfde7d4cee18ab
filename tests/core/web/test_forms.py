from datetime import UTC, date, datetime, time

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from bildungsnetz.core.errors import RuleViolation, StaleVersion
from bildungsnetz.core.web.forms import show_errors

KINDS = [("a", "Eins"), ("b", "Zwei")]


class Everything(forms.Form):
    title = forms.CharField(
        label="Titel", help_text="Kurz", widget=forms.TextInput(attrs={"placeholder": "x"})
    )
    note = forms.CharField(label="Notiz", required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(label="Art", choices=KINDS)
    many = forms.MultipleChoiceField(label="Mehrere", choices=KINDS)
    one = forms.ChoiceField(label="Eine", choices=KINDS, widget=forms.RadioSelect)
    some = forms.MultipleChoiceField(label="Einige", choices=KINDS, widget=forms.CheckboxSelectMultiple)
    on = forms.DateField(label="Tag")
    at = forms.DateTimeField(label="Zeit")
    clock = forms.TimeField(label="Uhrzeit")
    paper = forms.FileField(label="Datei")
    agreed = forms.BooleanField(label="Einverstanden", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


def test_markup_of_a_text_field() -> None:
    html = Everything()["title"].as_field_group()
    assert '<label class="kern-label" for="id_title">Titel' in html
    assert 'aria-describedby="id_title_helptext" class="kern-form-input__input" aria-required="true"' in html
    assert '<div class="kern-hint" id="id_title_helptext">Kurz</div>' in html
    assert "freiwillig" not in html
    assert "placeholder" not in html
    assert " required" not in html


def test_optional_fields_say_so_but_not_a_single_check() -> None:
    form = Everything()
    assert "(freiwillig)" in form["note"].as_field_group()
    assert "(freiwillig)" not in form["agreed"].as_field_group()


def test_a_form_in_which_one_of_its_fields_must_be_filled_marks_none() -> None:
    class Either(forms.Form):
        marks_optional = False
        note = forms.CharField(required=False)

    assert "(freiwillig)" not in Either()["note"].as_field_group()


def test_native_dates_exchange_iso_values() -> None:
    initial = {"on": date(2026, 3, 4), "at": datetime(2026, 3, 4, 14, 0, tzinfo=UTC), "clock": time(9, 5)}
    form = Everything(initial=initial)
    assert 'type="date" name="on" value="2026-03-04"' in str(form["on"])
    assert 'type="datetime-local" name="at" value="2026-03-04T15:00"' in str(form["at"])
    assert 'type="time" name="clock" value="09:05"' in str(form["clock"])


def test_native_values_are_read() -> None:
    data = {
        "title": "A", "kind": "a", "many": ["a"], "one": "a", "some": ["b"],
        "on": "2026-03-04", "at": "2026-03-04T15:00", "clock": "09:05", "version": "3",
    }  # fmt: skip
    form = Everything(data, {"paper": SimpleUploadedFile("a.pdf", b"%PDF")})
    assert form.errors == {}
    assert form.cleaned_data["on"] == date(2026, 3, 4)
    assert form.cleaned_data["at"] == datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
    assert form.cleaned_data["clock"] == time(9, 5)


def test_groups_are_fieldsets() -> None:
    form = Everything()
    radio = form["one"].as_field_group()
    assert (
        '<fieldset class="kern-fieldset bn-field" id="id_one" tabindex="-1" role="radiogroup" aria-required="true">'
        in radio
    )
    assert radio.count('type="radio"') == 2
    assert radio.count('class="kern-form-check__radio"') == 2
    boxes = form["some"].as_field_group()
    assert "radiogroup" not in boxes
    assert boxes.count('class="kern-form-check__checkbox"') == 2


def test_selects_have_a_frame_unless_they_show_many() -> None:
    form = Everything()
    assert "kern-form-input__select-wrapper" in str(form["kind"])
    assert "kern-form-input__select-wrapper" not in str(form["many"])


def test_errors_stand_at_the_field_and_in_the_summary() -> None:
    form = Everything({"version": "3"})
    field = form["title"].as_field_group()
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="id_title_helptext id_title_error"' in field
    assert 'id="id_title_error"' in field
    assert "<p>Bitte füllen Sie dieses Feld aus.</p>" in field
    whole = str(form)
    assert '<a href="#id_title">Titel: Bitte füllen Sie dieses Feld aus.</a>' in whole
    assert '<a href="#id_one">Eine: Bitte füllen Sie dieses Feld aus.</a>' in whole
    assert whole.count('role="alert"') == 1


def test_all_ways_to_print_a_form_look_alike() -> None:
    form = Everything()
    assert form.as_p() == form.as_div() == form.as_ul() == str(form)


def test_an_untouched_form_has_no_summary() -> None:
    assert 'role="alert"' not in str(Everything())


class Small(forms.Form):
    title = forms.CharField(label="Titel")


def filled() -> Small:
    form = Small({"title": "A & B"})
    assert form.is_valid()
    return form


def test_a_violated_rule_comes_to_its_field() -> None:
    form = filled()
    with show_errors(form):
        raise RuleViolation("Der Titel ist vergeben.", field="title")
    assert form.errors == {"title": ["Der Titel ist vergeben."]}
    assert 'value="A &amp; B"' in str(form)


def test_a_rule_without_field_of_this_form_stands_above() -> None:
    for violation in (RuleViolation("Das geht nicht."), RuleViolation("Das geht nicht.", field="elsewhere")):
        form = filled()
        with show_errors(form):
            raise violation
        assert form.non_field_errors() == ["Das geht nicht."]
        assert "<li>Das geht nicht.</li>" in str(form)


def test_a_stale_version_stands_above() -> None:
    form = filled()
    with show_errors(form):
        raise StaleVersion("Jemand war schneller.")
    assert form.non_field_errors() == ["Jemand war schneller."]
