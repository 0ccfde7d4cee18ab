"""The command that sets up a body after a preset."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.models import Body

pytestmark = pytest.mark.django_db


def test_it_sets_up_the_body_and_says_so() -> None:
    said = StringIO()
    call_command("load_body_preset", "mettmann_steering", name="Lenkungskreis Mettmann", stdout=said)
    assert said.getvalue() == "Lenkungskreis Mettmann: 4 Seiten, 5 Arten von Sitzen\n"
    assert Body.objects.get().total_max == 11
    assert AuditEntry.objects.get().actor_name == "System"


def test_a_taken_name_changes_nothing() -> None:
    call_command("load_body_preset", "working_group", stdout=StringIO())
    with pytest.raises(CommandError, match="Ein Gremium mit diesem Namen gibt es schon"):
        call_command("load_body_preset", "working_group", stdout=StringIO())
    assert Body.objects.count() == 1


def test_an_unknown_preset() -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("load_body_preset", "unknown", stdout=StringIO())
    assert Body.objects.count() == 0


def test_a_region_comes_with_all_its_bodies() -> None:
    said = StringIO()
    call_command("load_body_preset", "duisburg", stdout=said)
    assert said.getvalue() == (
        "Lenkungskreis Duisburg: 2 Seiten, 4 Arten von Sitzen\n"
        "Bildungskonferenz Duisburg: 4 Seiten, 2 Arten von Sitzen\n"
        "Handlungsforum Duisburg: 4 Seiten, 2 Arten von Sitzen\n"
    )
    forum = Body.objects.get(name="Handlungsforum Duisburg")
    assert (str(forum.parent), forum.report_first_due_on) == ("Lenkungskreis Duisburg", date(2026, 7, 31))


def test_a_region_that_is_there_in_part_changes_nothing() -> None:
    call_command("load_body_preset", "duisburg_forum", stdout=StringIO())
    with pytest.raises(CommandError, match="Ein Gremium mit diesem Namen gibt es schon"):
        call_command("load_body_preset", "duisburg", stdout=StringIO())
    assert Body.objects.count() == 1


def test_one_name_does_not_fit_several_bodies() -> None:
    with pytest.raises(CommandError, match="nicht für eine Region mit mehreren"):
        call_command("load_body_preset", "olpe", name="Lenkungskreis", stdout=StringIO())
