"""The database of an installation as Django wants it."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def database(address: str, data_dir: Path, mode: str) -> dict[str, Any]:
    """Django's settings for `sqlite:///path` or `postgresql://user@host/name?host=/socket`. Raises ValueError."""
    parts = urlsplit(address or f"sqlite:///{data_dir.absolute() / f'{mode}.sqlite3'}")
    if parts.scheme == "sqlite":
        return _sqlite(parts.path)
    if parts.scheme in {"postgresql", "postgres"}:
        return _postgresql(parts, pooled=mode == "production")
    raise ValueError(f"Unbekannte Datenbank: {parts.scheme}")


def _sqlite(path: str) -> dict[str, Any]:
    name = path[1:] if path.startswith("//") or path == "/:memory:" else path
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def _postgresql(parts: Any, *, pooled: bool) -> dict[str, Any]:
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or query.get("port", [""])[0]),
        "OPTIONS": {"pool": True} if pooled else {},
    }
