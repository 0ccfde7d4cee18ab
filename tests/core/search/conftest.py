from collections.abc import Iterator

import pytest

from bildungsnetz.core import search
from bildungsnetz.core.registers import search as register
from tests.core.search import corpus


@pytest.fixture(autouse=True)
def sources(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, corpus.Source]]:
    """Only the two sources of the corpus, indexed."""
    monkeypatch.setattr(register, "_sources", {})
    made = {
        corpus.KIND: corpus.Source(corpus.KIND, corpus.THINGS),
        corpus.OTHER: corpus.Source(corpus.OTHER, corpus.PAPERS),
    }
    for kind, source in made.items():
        register.register(kind, label=kind, read=source.read, visible=source.visible)
    search.rebuild()
    return made
