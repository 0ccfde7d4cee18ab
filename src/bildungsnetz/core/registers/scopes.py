"""What the scope of a role means in words: contexts register how their scopes are called ("body:12" → Lenkungskreis)."""

from collections.abc import Callable, Iterable

Namer = Callable[[Iterable[int]], dict[int, str]]
_namers: dict[str, Namer] = {}


def register(kind: str, namer: Namer) -> None:
    """`namer(pks)` gives the names of the scopes of one kind in one query; unknown keys may be missing."""
    _namers[kind] = namer


def names(scopes: Iterable[str]) -> dict[str, str]:
    """The words for each scope; the empty scope (everywhere) and scopes nobody can name are left out."""
    wanted: dict[str, set[int]] = {}
    for scope in scopes:
        kind, _, key = scope.partition(":")
        if key.isdecimal() and kind in _namers:
            wanted.setdefault(kind, set()).add(int(key))
    return {
        f"{kind}:{pk}": name
        for kind, pks in wanted.items()
        for pk, name in _namers[kind](sorted(pks)).items()
    }
