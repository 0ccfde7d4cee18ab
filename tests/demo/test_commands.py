"""The commands that load and show the demo."""

import pytest
from django.core.management import CommandError, call_command

from bildungsnetz.accounts.api import User
from bildungsnetz.config.demo.accounts import greeting
from bildungsnetz.network.models import Municipality
from tests.governance.build import a_user

pytestmark = pytest.mark.django_db


def test_the_demo_loads_only_into_an_empty_database():
    a_user("Petra Sommer")
    with pytest.raises(CommandError) as refused:
        call_command("load_demo")
    assert str(refused.value) == (
        "Die Datenbank enthält schon Daten. Die Demoregion braucht eine leere Datenbank."
    )
    assert (User.objects.count(), Municipality.objects.count()) == (1, 0)


def test_the_demo_is_shown_only_in_its_own_mode():
    with pytest.raises(CommandError) as refused:
        call_command("demo")
    assert str(refused.value) == "Die Demo läuft nur mit BILDUNGSNETZ_MODE=demo."


def test_the_greeting_names_the_address_and_every_account():
    said = greeting(8123).splitlines()
    assert said[1] == "Demo: http://127.0.0.1:8123/anmelden/ – Anmelden mit einem Klick, ohne Passwort:"
    assert said[2] == "  Leitung Bildungsbüro         leitung@demo.example"
    assert said[7] == "  Ko-Vorsitz Kommune           vorsitz-kommune@demo.example"
    assert len(said) == 1 + 1 + 12 + 1
    assert said[-1] == "Alle Personen und Einrichtungen sind erfunden. Keine Mail verlässt die Demo."
