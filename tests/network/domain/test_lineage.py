from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain.lineage import chain, closes_a_ring

keys = st.integers(1, 8)


@given(st.lists(st.tuples(keys, keys), max_size=20))
def test_links_added_where_no_ring_closes_always_end(wanted: list[tuple[int, int]]) -> None:
    links: dict[int, int] = {}
    for start, target in wanted:
        others = {key: value for key, value in links.items() if key != start}
        if not closes_a_ring(others, start, target):
            links = {**others, start: target}
    assert all(chain(links, start)[-1] not in links for start in links)


def test_a_chain_names_every_step() -> None:
    assert chain({1: 2, 2: 5}, 1) == [1, 2, 5]
    assert closes_a_ring({1: 2, 2: 5}, 5, 1)
    assert closes_a_ring({}, 3, 3)
    assert not closes_a_ring({1: 2}, 3, 1)
