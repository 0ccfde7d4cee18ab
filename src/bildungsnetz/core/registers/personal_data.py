"""Which fields hold personal data, why, and when they go: each context declares every field of its models."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Declaration:
    """One model: personal fields with their purpose, the other fields by name, the retention in words and days."""

    model: str
    personal: dict[str, str] = field(default_factory=dict)
    impersonal: frozenset[str] = frozenset()
    basis: str = ""
    retention: str = ""
    days: int | None = None


_declarations: dict[str, Declaration] = {}


def declare(
    model: str,
    *,
    personal: dict[str, str] | None = None,
    impersonal: set[str] | None = None,
    basis: str = "",
    retention: str = "",
    days: int | None = None,
) -> None:
    """Declare one model ("network.Person").

    `personal` maps field → purpose, `impersonal` names all remaining fields, `basis` is the legal basis, `retention`
    says in German when the data are deleted, `days` after which moment in days (None: permanent or with its object).
    Primary keys need no declaration.
    """
    _declarations[model] = Declaration(
        model, personal or {}, frozenset(impersonal or set()), basis, retention, days
    )


def declarations() -> list[Declaration]:
    return sorted(_declarations.values(), key=lambda d: d.model)


def declaration_of(model: str) -> Declaration | None:
    return _declarations.get(model)
