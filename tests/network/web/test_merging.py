"""The pages of double entries."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from bildungsnetz.network.models import Institution, Merge
from tests.network.build import a_person, an_institution

pytestmark = pytest.mark.django_db


def at(route: str, *args: object) -> str:
    return reverse(f"network:{route}", args=args)


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def test_from_the_list_to_one_entry_and_back(clerk: Client) -> None:
    stays, goes = an_institution(), an_institution("Musikschule in Haan")
    assert "ähnlicher Name, gleiche Anschrift" in page(clerk, at("duplicates"))
    shown = page(clerk, at("merge", "institution", stays.pk, goes.pk))
    assert "1 × Standorte: Dieker Str. 69, 42781 Haan" in shown
    answer = clerk.post(at("merge", "institution", stays.pk, goes.pk), {"taken": ["name"]})
    row = Merge.objects.get()
    assert answer.headers["Location"] == at("merge-record", row.pk)
    assert Institution.objects.get().name == "Musikschule in Haan"
    assert Client().get(at("public-institution", goes.pk)).headers["Location"] == at(
        "public-institution", stays.pk
    )
    assert "Rückgängig machen" in page(clerk, at("merge-record", row.pk))
    assert "entsteht wieder" in page(clerk, at("undo-merge", row.pk))
    assert clerk.post(at("undo-merge", row.pk)).status_code == 302
    assert Institution.objects.get(pk=stays.pk).name == "Musikschule Haan"
    assert "Alles ging zurück." in page(clerk, at("merge-record", row.pk))
    assert "rückgängig gemacht" in page(clerk, at("merges"))


def test_the_tab_one_stands_on_is_marked(clerk: Client) -> None:
    for route in ("duplicates", "person-duplicates", "merges", "proposals"):
        assert f'<li><a href="{at(route)}" aria-current="page">' in page(clerk, at(route)), route


def test_two_that_only_look_alike_leave_the_list(clerk: Client) -> None:
    one, other = an_institution(), an_institution("Musikschule in Haan")
    assert "erscheinen danach nicht mehr" in page(clerk, at("keep-apart", "institution", one.pk, other.pk))
    clerk.post(at("keep-apart", "institution", one.pk, other.pk))
    assert "Keine Dubletten gefunden" in page(clerk, at("duplicates"))


def test_persons_are_compared_and_chosen_by_hand(clerk: Client) -> None:
    one, other = a_person(email="p@demo.example"), a_person(email="p@demo.example")
    assert "gleicher Name, gleicher Ort, gleicher Kontaktweg" in page(clerk, at("person-duplicates"))
    page(clerk, at("merge-choose", "person"))
    answer = clerk.get(at("merge-choose", "person"), {"bleibt": one.pk, "geht": other.pk})
    assert answer.headers["Location"] == at("merge", "person", one.pk, other.pk)
    assert clerk.get(at("merge-choose", "xyz")).status_code == 404


def test_a_merge_that_is_forbidden_says_why(clerk: Client) -> None:
    place = an_institution()
    Institution.objects.filter(pk=place.pk).update(official_number="106458")
    shown = page(clerk, at("merge", "institution", an_institution("Andere").pk, place.pk))
    assert "steht in der amtlichen Schulliste und kann nicht aufgehen, nur bleiben." in shown
    assert "Jetzt zusammenführen" not in shown


@pytest.mark.parametrize("pairs", [1, 3])
def test_the_list_costs_the_same_with_one_pair_and_with_three(
    signed_in: Callable[[str], Client], pairs: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    clerk = signed_in("clerk")
    for number in range(pairs):
        for name in ("Musikschule Nord", "Musikschule Nord e"):
            an_institution(f"{name}{number * 'x'}", street=f"Weg {number}", phone="")
    with django_assert_num_queries(
        8
    ):  # session, account, roles; distinct, channels, sites, institutions, pairs
        assert clerk.get(at("duplicates")).status_code == 200
