"""The names in the picture of the graph touch each other nowhere."""

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.exchange.graph_svg import FONT, LETTER, as_svg
from bildungsnetz.network.selectors.graph import Selection, network_graph
from bildungsnetz.network.selectors.graph_figures import figures_of
from tests.network.build import TODAY, a_cooperation

pytestmark = pytest.mark.django_db


def test_no_two_names_touch_and_the_one_with_the_most_partners_has_its_name() -> None:
    for number in range(12):
        a_cooperation("Bildungsbüro mit einem langen Namen", f"Einrichtung mit langem Namen {number}")
    graph = network_graph(SYSTEM, Selection(on=TODAY))
    figures = figures_of(graph.shape)
    assert figures is not None
    picture = ET.fromstring(as_svg(graph, figures, range(13), "Netz"))  # noqa: S314 - our own picture
    texts = picture.findall(".//{*}text")
    assert (texts[0].text or "")[:12] == "Bildungsbüro"
    for one, other in combinations(texts, 2):
        room = FONT * LETTER * (len(one.text or "") + len(other.text or "")) / 2
        is_beside = abs(float(one.attrib["x"]) - float(other.attrib["x"])) >= room - 0.2
        assert is_beside or abs(float(one.attrib["y"]) - float(other.attrib["y"])) >= FONT
