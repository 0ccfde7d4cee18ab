# ruff: noqa: E402, T201 - Django is set up first; a measurement speaks to the terminal
"""How fast directory and graph are with all of North Rhine-Westphalia, beside a plain query measured in the same run.

    PYTHONPATH=src:. .venv/bin/python tests/performance/bench_network.py [scale]

`scale` 1 (the default) is 5,500 schools, 20,000 other actors, 60,000 persons in roles, 100,000 relations; 0.1 a tenth.
BILDUNGSNETZ_DATABASE chooses the database; a test database is made beside it and removed. Times hold for one machine;
the ratio to the baseline (a count over all institutions, which reads the table once) tells more.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

os.environ.setdefault("BILDUNGSNETZ_DATABASE", "sqlite:///:memory:")
os.environ["BILDUNGSNETZ_MODE"] = "test"
os.environ["DJANGO_SETTINGS_MODULE"] = "bildungsnetz.config.settings"

import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

from bildungsnetz.core import clock
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.domain.figures import compute
from bildungsnetz.network.models import Institution, Municipality
from bildungsnetz.network.selectors.gaps import Gaps
from bildungsnetz.network.selectors.graph import Selection, network_graph
from tests.performance.state import build_state

ROUNDS = 25
QUESTIONS = (
    ("first page", ""),
    ("page 100", "?seite=100"),
    ("one city", "?ort={city}"),
    ("one kind, sorted by city", "?art=school&sortierung=ort"),
    ("text", "?q=Grundschule Lerchenhof"),
    ("text with a typing error", "?q=Gymansium Quelle"),
    ("near a city", "?naehe={name}&umkreis=10"),
)


@dataclass(frozen=True)
class Times:
    """Milliseconds on the clock, sorted, and of the processor each; on a busy machine only the latter tell."""

    clock: list[float]
    processor: float

    @property
    def p95(self) -> float:
        return self.clock[min(int(len(self.clock) * 0.95), len(self.clock) - 1)]

    @property
    def median(self) -> float:
        return self.clock[len(self.clock) // 2]


def times_of(act: Callable[[], object], rounds: int = ROUNDS) -> Times:
    times, processor = [], time.process_time()
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return Times(sorted(times), (time.process_time() - processor) * 1000 / rounds)


def directory() -> None:
    baseline = times_of(lambda: Institution.objects.filter(description="").count()).processor
    city = Municipality.objects.order_by("pk")[0]
    client = Client()
    print(f"\nbaseline: one pass over the table {baseline:.1f} ms of the processor\n")
    print("| directory | queries | median ms | p95 ms | processor ms | processor : baseline |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, query in QUESTIONS:
        address = "/einrichtungen/" + query.format(city=city.pk, name=city.name)
        assert client.get(address).status_code == 200, address
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(address)
            queries = len(asked)
        times = times_of(lambda address=address: client.get(address))
        print(
            f"| {name} | {queries} | {times.median:.0f} | {times.p95:.0f} | {times.processor:.0f} "
            f"| {times.processor / baseline:.1f} : 1 |"
        )


def graph() -> None:
    today = clock.day_of(clock.now())
    biggest = Municipality.objects.order_by("pk")[0]
    print("\n| graph | institutions | pairs | read s | figures s | pivots | error |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name, wanted in (
        ("one Kreis", Selection(on=today, municipality=biggest.pk)),
        ("all of NRW", Selection(on=today)),
    ):
        began = time.perf_counter()
        found = network_graph(SYSTEM, wanted)
        read = time.perf_counter() - began
        began = time.perf_counter()
        figures = compute(found.shape)
        took = time.perf_counter() - began
        print(
            f"| {name} | {len(found.nodes)} | {len(found.edges)} | {read:.2f} | {took:.2f} "
            f"| {figures.pivots} | {figures.error:.4f} |"
        )
    began = time.perf_counter()
    gaps = Gaps(SYSTEM, Selection(on=today), 10)
    gaps.rows(gaps.found[:50])
    print(f"\ngap list of all NRW, first page: {len(gaps.found)} gaps in {time.perf_counter() - began:.1f} s")


def main(scale: float) -> None:
    began = time.perf_counter()
    print(f"{connection.vendor}: {build_state(scale)} in {time.perf_counter() - began:.0f} s")
    directory()
    graph()


if __name__ == "__main__":
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
