from typing import Any

import pytest
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import RequestContext, engines
from django.test import Client, RequestFactory

from bildungsnetz.core.audit import HistoryLine
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def rendered(source: str, path: str = "/", **context: Any) -> str:
    from django_cotton.compiler_regex import CottonCompiler  # noqa: PLC0415 - only templates from files are compiled

    request: HttpRequest = RequestFactory().get(path)
    template = engines["django"].from_string(CottonCompiler().process(source))
    return str(template.template.render(RequestContext(request, context)))


@pytest.mark.parametrize("query", ["", "?fehler", "?seite=3&sortierung=-name"])
def test_the_gallery_renders_without_undefined_variables(client: Client, query: str) -> None:
    answer = client.get(f"/bausteine/{query}")
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "<style" not in html
    assert " style=" not in html
    assert html.count("<script") == html.count('<script type="module" src="') == 1


def test_text_is_escaped_exactly_once() -> None:
    name = "Haan & <Hilden>"
    for source in ('<c-page-head :title="name" />', '<c-page-head title="{{ name }}" />'):
        assert "<h1>Haan &amp; &lt;Hilden&gt;</h1>" in rendered(source, name=name)


def test_pages_keep_the_query() -> None:
    page = Paginator(range(400), 25).get_page(3)
    html = rendered('<c-pagination :page="page" />', "/liste/?ort=Haan&seite=3", page=page)
    assert 'rel="next" href="?ort=Haan&amp;seite=4"' in html
    assert 'href="?ort=Haan&amp;seite=3" aria-current="page"' in html
    assert "51 bis 75 von 400" in html


def test_one_page_needs_no_pagination() -> None:
    page = Paginator(range(3), 25).get_page(1)
    assert "<nav" not in rendered('<c-pagination :page="page" />', page=page)


@pytest.mark.parametrize(
    ("sort", "link", "state"),
    [
        ("", "?q=a&amp;sortierung=name", ""),
        ("name", "?q=a&amp;sortierung=-name", 'aria-sort="ascending"'),
        ("-name", "?q=a&amp;sortierung=name", 'aria-sort="descending"'),
    ],
)
def test_sort_head(sort: str, link: str, state: str) -> None:
    html = rendered('<c-sort-head field="name" label="Name" :sort="sort" />', "/?q=a&seite=4", sort=sort)
    assert f'href="{link}"' in html
    assert state in html
    assert ("aria-sort" in html) is bool(state)


def test_the_filter_offers_a_way_back_only_when_it_filters() -> None:
    assert "Filter zurücksetzen" not in rendered("<c-filter-bar />")
    assert 'href="/liste/">Filter zurücksetzen' in rendered("<c-filter-bar />", "/liste/?ort=Haan")


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [("/gibt-es-nicht/", 404, "Diese Seite gibt es nicht"), ("/verwaltung/postausgang/", 302, "")],
)
def test_answers_to_wrong_ways(client: Client, path: str, status: int, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert words in answer.content.decode()


def test_an_expired_form_says_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post("/anmelden/", {"login": "a@b.example"})
    assert answer.status_code == 403
    assert "Das Formular ist nicht mehr gültig" in answer.content.decode()


def test_a_failure_is_answered_without_request() -> None:
    from bildungsnetz.core.web.answers import server_error  # noqa: PLC0415

    answer = server_error(HttpRequest())
    assert answer.status_code == 500
    assert "Hier ist etwas schiefgegangen" in answer.content.decode()


@pytest.mark.parametrize(("number", "more"), [(5, ""), (6, "1 früherer Eintrag"), (9, "4 frühere Einträge")])
def test_a_history_shows_the_latest_five_and_folds_the_rest(number: int, more: str) -> None:
    entries = [HistoryLine(NOW, f"Satz {n}") for n in range(number)]
    html = rendered('<c-history :entries="entries" />', entries=entries)
    shown, _, folded = html.partition("<details")
    assert [f"Satz {n}" in shown for n in range(number)] == [True] * 5 + [False] * (number - 5)
    assert folded.count("<li>") == number - 5
    assert more in folded
