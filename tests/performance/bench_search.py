# ruff: noqa: E402, T201 - Django is set up first; a measurement speaks to the terminal
"""How fast the search is beside the plain way (LIKE over the texts), measured in the same run.

    PYTHONPATH=src:. .venv/bin/python tests/performance/bench_search.py [entries]

BILDUNGSNETZ_DATABASE chooses the database; a test database is made beside it and removed. The corpus is invented: titles
like "Gymnasium Nordpark Wesselberg" over texts of 40 words from a vocabulary of 20,000 that follow Zipf's law. Times are
the best of seven (other programs can only add); they hold for one machine, the ratio tells more.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator

os.environ.setdefault("BILDUNGSNETZ_DATABASE", "sqlite:///:memory:")
os.environ["BILDUNGSNETZ_MODE"] = "test"
os.environ["DJANGO_SETTINGS_MODULE"] = "bildungsnetz.config.settings"

import django

django.setup()

from django.db import connection

from bildungsnetz.core import search
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.models import SearchEntry, SearchWord
from bildungsnetz.core.registers import search as register
from bildungsnetz.core.registers.search import Entry

KIND = "bench.thing"
ROUNDS = 7
FORMS = (
    "Grundschule",
    "Gymnasium",
    "Gesamtschule",
    "Realschule",
    "Förderschule",
    "Berufskolleg",
    "Kita",
    "Bibliothek",
)
SYLLABLES = "ba be bro da der dorf el er feld gan gel hau heim hof ing kar kel lan len mar mer nau ner ort pel rath ru"
ENDS = "ung heit keit schaft ting berg burg stein wald bach"
QUERIES = (
    ("one word, many hits", "Schule Grundschule"),
    ("two words", "Grundschule Haan"),
    ("a rare word", "Zebrafinkenpfad"),
    ("beginning of a word", "Gymn Haan"),
    ("compound", "finkenpfad"),
    ("typing error", "Gymansium Haan"),
    ("two typing errors", "Grundschle Hahn"),
    ("nothing", "Quarzuhrenmuseum"),
)


def vocabulary(chance: random.Random) -> list[str]:
    syllables, ends = SYLLABLES.split(), ENDS.split()
    made: set[str] = set()
    while len(made) < 20_000:
        made.add("".join(chance.choices(syllables, k=chance.randint(2, 4))) + chance.choice([*ends, "", ""]))
    return sorted(made)


def corpus(count: int) -> Iterator[Entry]:
    chance = random.Random(7)
    words = vocabulary(chance)
    chance.shuffle(words)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    towns = ["Haan", *(chance.choice(words).title() for _ in range(199))]
    for key in range(1, count + 1):
        form, town = chance.choice(FORMS), chance.choice(towns)
        name = f"{form} {chance.choice(words).title()} {town}"
        text = " ".join(chance.choices(words, weights, k=40))
        yield Entry(
            KIND, key, name, f"{form} {town} {text}" + (" Zebrafinkenpfad" if key % 5_000 == 1 else "")
        )


def everything_visible(_actor: object, pks: Iterable[int]) -> set[int]:
    return set(pks)


def by_like(text: str) -> int:
    """What a list without the search would do: every word somewhere in the text, hits counted and a page read."""
    found = SearchEntry.objects.filter(kind=KIND)
    for word in text.lower().split():
        found = found.filter(terms__icontains=word)
    return len(list(found.order_by("title_words").values_list("title", flat=True)))


def best_of(act: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return min(times)


def main(count: int) -> None:
    entries = {entry.pk: entry for entry in corpus(count)}
    register._sources.clear()
    register.register(
        KIND,
        label="Bench",
        read=lambda pks: (entries[pk] for pk in (entries if pks is None else pks)),
        visible=everything_visible,
    )
    began = time.perf_counter()
    search.rebuild()
    print(f"{connection.vendor}: {count} entries, {SearchWord.objects.count()} words,", end=" ")
    print(f"index made in {time.perf_counter() - began:.1f} s,", end=" ")
    print(f"one entry indexed again in {best_of(lambda: search.index(KIND, [1])):.1f} ms\n")
    print("| question | typed | hits | search ms | LIKE finds | LIKE ms | search : LIKE |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for name, text in QUERIES:
        ours = best_of(lambda text=text: search.find(text, actor=PUBLIC, limit=20))
        plain = best_of(lambda text=text: by_like(text))
        hits = search.find(text, actor=PUBLIC, limit=20).total
        print(
            f"| {name} | {text} | {hits} | {ours:.1f} | {by_like(text)} | {plain:.1f} | 1 : {plain / ours:.1f} |"
        )


if __name__ == "__main__":
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 25_000)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
