from datetime import date, timedelta

import pytest

from bildungsnetz.core import jobs
from bildungsnetz.core.actor import PUBLIC, SYSTEM, Actor
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.models import Progress
from bildungsnetz.core.registers import ties
from bildungsnetz.network.domain.figures import STEPS, compute
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.domain.graph import Graph, Shape
from bildungsnetz.network.exchange.graph_files import as_graphml
from bildungsnetz.network.models import FieldOfAction, GraphAnalysis
from bildungsnetz.network.selectors import graph_figures
from bildungsnetz.network.selectors.gaps import Gaps
from bildungsnetz.network.selectors.graph import Selection, first_year, network_graph
from bildungsnetz.network.selectors.graph_figures import figures_of, progress_of
from bildungsnetz.network.selectors.people import institutions_of_people
from bildungsnetz.network.services.fields_of_action import FieldEntry, enter_field_of_action
from bildungsnetz.network.services.graph import KEPT, compute_figures, request_figures
from bildungsnetz.network.services.people import enter_function
from tests.network.build import NOW, TODAY, a_cooperation, a_person, an_actor, an_institution

pytestmark = pytest.mark.django_db


def pairs(graph: Graph) -> list[tuple[str, str]]:
    names = {node.pk: node.name for node in graph.nodes}
    return [(names[edge.first], names[edge.second]) for edge in graph.edges]


def a_topic(name: str = "Berufliche Orientierung") -> FieldOfAction:
    return enter_field_of_action(actor=SYSTEM, entry=FieldEntry(name=name), now=NOW)


def test_the_graph_is_that_of_a_day() -> None:
    a_cooperation("Gymnasium", "Musikschule", started_on=date(2024, 1, 1), ended_on=date(2024, 12, 31))
    a_cooperation("Gymnasium", "Bibliothek", started_on=date(2025, 1, 1))
    on_days = [pairs(network_graph(an_actor(), Selection(on=day))) for day in (date(2024, 12, 31), TODAY)]
    assert on_days == [[("Gymnasium", "Musikschule")], [("Gymnasium", "Bibliothek")]]
    assert first_year() == 2024


def test_the_filters_narrow() -> None:
    topic = a_topic()
    a_cooperation("Gymnasium", "Musikschule", field_of_action=topic.pk)
    a_cooperation("Gymnasium", "Bibliothek")
    city = Selection(on=TODAY, municipality=0)
    assert pairs(network_graph(an_actor(), Selection(on=TODAY, topic=topic.pk))) == [
        ("Gymnasium", "Musikschule")
    ]
    assert network_graph(an_actor(), city).nodes == ()
    assert pairs(network_graph(an_actor(), Selection(on=TODAY, source="surveyed"))) == []
    an_institution("Stadtbücherei", kind="library")
    by_kind = network_graph(an_actor(), Selection(on=TODAY, kind="library"))
    assert [(node.name, node.is_selected) for node in by_kind.nodes] == [("Stadtbücherei", True)]


def test_each_sees_only_institutions_it_may_see() -> None:
    an_institution("Intern", is_public=False)
    a_cooperation("Gymnasium", "Intern")
    a_cooperation("Gymnasium", "Musikschule")
    asked = Selection(on=TODAY)
    assert len(network_graph(an_actor(), asked).edges) == 2
    seen = network_graph(an_actor("partner"), asked)
    assert (sorted(node.name for node in seen.nodes), pairs(seen)) == (
        ["Gymnasium", "Musikschule"],
        [("Gymnasium", "Musikschule")],
    )
    assert network_graph(PUBLIC, asked) == Graph((), ())


def test_a_closed_institution_counts_until_it_closed() -> None:
    gone = an_institution("Alte Schule", status="closed")
    type(gone).objects.filter(pk=gone.pk).update(status_date=date(2025, 7, 31))
    days = (date(2025, 7, 30), date(2025, 7, 31))
    assert [len(network_graph(an_actor(), Selection(on=day)).nodes) for day in days] == [1, 0]


def test_derived_relations_come_through_the_register(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = an_institution("Gymnasium"), an_institution("Musikschule")
    monkeypatch.setattr(ties, "_sources", {})

    def joint(_actor: Actor, on: date) -> list[ties.Tie]:
        return ties.among([other.pk, one.pk], "Lenkungskreis") if on >= TODAY else []

    ties.register("body", "gemeinsames Gremium", joint)
    graph = network_graph(an_actor(), Selection(on=TODAY))
    assert [(edge.sources, edge.weight) for edge in graph.edges] == [({"body"}, 2)]
    assert b'<data key="d11">2</data>' in as_graphml(graph, compute(graph.shape))
    assert not network_graph(an_actor(), Selection(on=TODAY - timedelta(days=1))).edges
    assert not network_graph(an_actor(), Selection(on=TODAY, source="declared")).edges


def test_where_people_work_on_a_day() -> None:
    person, school = a_person(), an_institution()
    enter_function(
        actor=SYSTEM,
        person=person,
        institution=school,
        kind=FunctionKind.PRINCIPAL,
        started_on=TODAY,
        now=NOW,
    )
    assert institutions_of_people([person.pk], on=TODAY) == {person.pk: {school.pk}}
    assert institutions_of_people([person.pk], on=TODAY - timedelta(days=1)) == {}


SHAPE = Shape(tuple(range(1, 5)), ((0, 1, 1), (1, 2, 2)))


def test_figures_of_a_small_graph_come_at_once() -> None:
    found = figures_of(SHAPE)
    assert found is not None
    assert [node.degree for node in found.nodes] == [1, 2, 1, 0]
    assert not GraphAnalysis.objects.exists()


def test_figures_of_a_large_graph_are_computed_once_by_a_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph_figures, "AT_ONCE", 3)
    shape = Shape(SHAPE.keys, ((0, 1, 1), (1, 2, 3)))
    assert figures_of(shape) is None
    assert progress_of(shape) is None
    wanted = request_figures(actor=an_actor("member"), shape=shape, now=NOW)
    assert wanted is not None
    running = progress_of(shape)
    assert running is not None
    assert (running.done, running.total, running.started_by) == (0, STEPS, "Petra Sommer")
    assert request_figures(actor=an_actor(), shape=shape, now=NOW) is None
    compute_figures(pk=wanted.pk, now=lambda: NOW)
    assert figures_of(shape) == compute(shape)
    ended = jobs.of(wanted, graph_figures.PROGRESS).get()
    assert (ended.state, ended.done) == (Progress.State.DONE, 3)
    compute_figures(pk=wanted.pk, now=lambda: NOW)
    assert Progress.objects.count() == 1


def test_old_results_go_and_strangers_ask_for_nothing() -> None:
    for number in range(KEPT + 2):
        shape = Shape((number,), ())
        request_figures(actor=an_actor(), shape=shape, now=NOW + timedelta(minutes=number))
    assert GraphAnalysis.objects.count() == KEPT
    with pytest.raises(NotAllowed):
        request_figures(actor=PUBLIC, shape=SHAPE, now=NOW)
    assert not GraphAnalysis.objects.filter(content_hash=SHAPE.content_hash).exists()


def test_gaps_of_the_register() -> None:
    career, digital = a_topic(), a_topic("Digitale Welten")
    an_institution("Gymnasium", kind="school", school_form="20")
    an_institution("Betrieb", kind="company", fields_of_action=frozenset({career.pk, digital.pk}))
    a_cooperation("Gymnasium", "Betrieb", field_of_action=career.pk)
    gaps = Gaps(an_actor(), Selection(on=TODAY), 5)
    assert (gaps.schools, [(gap.school.name, gap.topic) for gap in gaps.found]) == (
        1,
        [("Gymnasium", digital.pk)],
    )
    ((_gap, topic, candidates),) = gaps.rows(gaps.found)
    assert (topic, [(each.node.name, each.km) for each in candidates]) == (
        "Digitale Welten",
        [("Betrieb", 0.0)],
    )
    assert Gaps(an_actor(), Selection(on=TODAY, topic=career.pk), 5).found == []
    assert Gaps(PUBLIC, Selection(on=TODAY), 5).found == []
