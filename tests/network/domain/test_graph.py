"""The graph as values: joining relations, selecting a part, figures, gaps, sentences."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain import figures
from bildungsnetz.network.domain.betweenness import betweenness
from bildungsnetz.network.domain.coordinates import Point
from bildungsnetz.network.domain.distance import between, box_around
from bildungsnetz.network.domain.figures import STEPS, Figures, compute
from bildungsnetz.network.domain.findings import coverage, lines, sentences
from bildungsnetz.network.domain.gaps import Gap, Pool, find_gaps
from bildungsnetz.network.domain.graph import Graph, Node, Relation, Shape, join, select

HAAN, HILDEN = Point(7.008, 51.193), Point(6.931, 51.168)
DAY = date(2026, 3, 4)


def a_node(pk: int, name: str = "", **values: object) -> Node:
    return Node(pk, name or f"Nr. {pk}", **{"kind": "Grundschule", "city": "Haan", **values})  # type: ignore[arg-type]


def a_graph(count: int, *pairs: tuple[int, int]) -> Graph:
    """Institutions 1 to count with relations between some."""
    return select(
        [a_node(pk) for pk in range(1, count + 1)], [Relation(a, b, 2, "declared") for a, b in pairs]
    )


EDGES = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(1, 4)), max_size=40)


def a_shape(edges: list[tuple[int, int, int]], count: int = 12) -> Shape:
    pairs = {(min(a, b), max(a, b)): weight for a, b, weight in edges if a != b}
    return Shape(tuple(range(count)), tuple((a, b, weight) for (a, b), weight in sorted(pairs.items())))


def test_relations_of_the_same_two_are_one_edge_with_the_strongest_weight() -> None:
    found = join([Relation(2, 1, 1, "declared", 7), Relation(1, 2, 3, "body"), Relation(3, 3, 4, "declared")])
    assert [(e.first, e.second, e.weight, e.sources, e.topics, e.count) for e in found] == [
        (1, 2, 3, {"declared", "body"}, {7}, 2)
    ]


def test_a_selection_shows_direct_partners_but_not_what_those_do_among_themselves() -> None:
    nodes = [
        a_node(1),
        a_node(2, is_selected=False),
        a_node(3, is_selected=False),
        a_node(4, is_selected=False),
    ]
    graph = select(
        nodes, [Relation(*pair, 2, "declared") for pair in ((1, 2), (1, 3), (2, 3), (3, 4), (1, 99))]
    )
    assert [node.pk for node in graph.nodes] == [1, 2, 3]
    assert [(edge.first, edge.second) for edge in graph.edges] == [(1, 2), (1, 3)]
    assert graph.partners == {1: {2, 3}, 2: {1}, 3: {1}}


def test_the_hash_tells_structures_apart_and_nothing_else() -> None:
    one, other = a_graph(3, (1, 2)), a_graph(3, (1, 3))
    assert one.shape.content_hash == a_graph(3, (2, 1)).shape.content_hash
    assert one.shape.content_hash != other.shape.content_hash


@given(EDGES)
def test_betweenness_is_that_of_networkx(edges: list[tuple[int, int, int]]) -> None:
    shape = a_shape(edges)
    plain = nx.Graph()
    plain.add_nodes_from(shape.keys)
    plain.add_edges_from(pair[:2] for pair in shape.pairs)
    ours = betweenness(12, shape.pairs, pivots=12)
    assert ours.error == 0
    assert list(ours.values) == pytest.approx(list(nx.betweenness_centrality(plain).values()))


def test_sampled_betweenness_keeps_its_promise() -> None:
    """Nineteen of twenty values lie inside the stated error; here all do."""
    lattice = nx.grid_2d_graph(15, 20)
    plain = nx.convert_node_labels_to_integers(lattice, ordering="sorted")
    pairs = [(a, b, 1) for a, b in plain.edges]
    exact = betweenness(300, pairs, pivots=300)
    guessed = betweenness(300, pairs, pivots=100)
    assert (guessed.pivots, exact.pivots) == (100, 300)
    assert 0 < guessed.error < 0.06
    assert max(abs(exact.values - guessed.values)) <= guessed.error


@given(EDGES)
def test_figures_hold_together(edges: list[tuple[int, int, int]]) -> None:
    shape = a_shape(edges)
    found = compute(shape)
    plain = nx.Graph()
    plain.add_nodes_from(shape.keys)
    plain.add_edges_from(pair[:2] for pair in shape.pairs)
    assert [node.degree for node in found.nodes] == [plain.degree(key) for key in shape.keys]
    assert {place for place, node in enumerate(found.nodes) if node.is_gatekeeper} == set(
        nx.articulation_points(plain)
    )
    for part in nx.connected_components(plain):
        assert len({found.nodes[place].component for place in part}) == 1
    sizes = [sum(n.component == number for n in found.nodes) for number in range(1, 13)]
    assert sizes == sorted(sizes, reverse=True)
    assert len({(node.x, node.y) for node in found.nodes}) == 12
    assert [node.betweenness for node in found.nodes] == pytest.approx(
        [round(share, 6) for share in nx.betweenness_centrality(plain).values()], abs=2e-6
    )
    assert Figures.from_json(found.as_json()) == found == compute(shape)


def test_a_large_component_is_drawn_in_groups_and_tells_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(figures, "EXACT_UNTIL", 699)
    plain = nx.connected_caveman_graph(70, 10)
    shape = Shape(tuple(range(700)), tuple((min(e), max(e), 1) for e in sorted(plain.edges)))
    told: list[int] = []
    found = compute(shape, step=lambda: told.append(1))
    assert len(told) == STEPS
    assert (found.components, found.pivots) == (1, 600)
    assert found.communities > 10
    assert len({(node.x, node.y) for node in found.nodes}) == 700


def test_nobody_and_nothing_have_figures_too() -> None:
    assert compute(Shape((), ())).nodes == ()
    alone = compute(Shape((5,), ()))
    assert (alone.components, alone.communities, alone.nodes[0].degree) == (0, 0, 0)


def test_distances() -> None:
    assert between(HAAN, HILDEN) == pytest.approx(6.04, abs=0.02)
    assert between(HAAN, HAAN) == 0
    (west, east), (south, north) = box_around(HAAN, 6.1)
    assert west < HILDEN.longitude < east
    assert south < HILDEN.latitude < north


def gap_world() -> tuple[Graph, Pool]:
    school = a_node(1, "Gymnasium", is_school=True, point=HAAN)
    other = a_node(2, "Realschule", is_school=True, city="Ratingen")
    near = a_node(3, "Betrieb", kind="Unternehmen", point=Point(7.01, 51.19))
    far = a_node(4, "Werk", kind="Unternehmen", city="Hilden", point=HILDEN)
    nowhere = a_node(5, "Verein", kind="Verein", city="Ratingen")
    nodes = [school, other, near, far, nowhere]
    graph = select(nodes, [Relation(1, 4, 2, "declared", 10), Relation(2, 3, 2, "declared", 10)])
    return graph, Pool(nodes[2:], {3: {10, 11}, 4: {11}, 5: {10}}, graph)


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (10, [("Gymnasium", 11), ("Realschule", 10), ("Realschule", 11)]),
        (5, [("Gymnasium", 10), ("Gymnasium", 11), ("Realschule", 10), ("Realschule", 11)]),
    ],
)
def test_gaps_depend_on_the_distance(within: int, expected: list[tuple[str, int]]) -> None:
    graph, _pool = gap_world()
    found = find_gaps(graph, [10, 11], within_km=within)
    assert [(gap.school.name, gap.topic) for gap in found] == expected


@pytest.mark.parametrize(
    ("school", "topic", "within", "expected"),
    [
        (1, 11, 10, [("Betrieb", 0.4), ("Werk", 6.0)]),
        (1, 11, 5, [("Betrieb", 0.4)]),
        (1, 12, 10, []),
        (2, 10, 10, [("Verein", None)]),  # without coordinates only the own city is near
        (1, 10, 10, [("Betrieb", 0.4)]),
    ],
)
def test_who_could_fill_a_gap(school: int, topic: int, within: int, expected: list[object]) -> None:
    graph, pool = gap_world()
    found = pool.candidates(Gap(graph.by_key[school], topic), within_km=within)
    assert [(each.node.name, each.km) for each in found] == expected


def test_what_the_sentences_say() -> None:
    graph = a_graph(6, (1, 2), (2, 3), (4, 5))
    assert sentences(graph, compute(graph.shape), DAY) == [
        "Am 04.03.2026 haben 5 von 6 Einrichtungen der Auswahl (83 %) mindestens eine Beziehung.",
        (
            "Das Netz zerfällt in 2 Teile, die nichts miteinander zu tun haben; der größte umfasst 3 "
            "Einrichtungen. Enger zusammen arbeiten 2 Gruppen."
        ),
        "Die meisten kürzesten Wege führen über „Nr. 2“ (10,0 % aller Wege).",
        "1 Einrichtung ist die einzige Verbindung zu einem Teil des Netzes.",
        "Am schwächsten eingebunden: Grundschule (5 von 6).",
    ]
    assert sentences(Graph((), ()), None, DAY) == ["Zu dieser Auswahl gibt es keine Einrichtung."]
    assert sentences(a_graph(1), None, DAY) == [
        "Am 04.03.2026 haben 0 von 1 Einrichtungen der Auswahl (0 %) mindestens eine Beziehung."
    ]


def test_coverage_and_lines_speak_of_the_selection_only() -> None:
    nodes = [a_node(1), a_node(2, city="Hilden"), a_node(3), a_node(4, is_selected=False)]
    graph = select(nodes, [Relation(1, 4, 2, "declared")])
    assert [(row.name, row.total, row.connected, row.percent) for row in coverage(graph, by="city")] == [
        ("Haan", 2, 1, 50),
        ("Hilden", 1, 0, 0),
    ]
    found = lines(graph, compute(graph.shape))
    assert [(line.node.pk, line.figures.degree, line.is_alone, line.share) for line in found] == [
        (1, 1, False, 0),
        (2, 0, True, 0),
        (3, 0, True, 0),
    ]
