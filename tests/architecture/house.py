"""What the tests of the house share: its floors as pyproject.toml states them, and a reading of the source files."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCE = REPOSITORY / "src" / "bildungsnetz"
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
CONTRACTS = {c["name"]: c for c in PROJECT["tool"]["importlinter"]["contracts"]}
FLOORS = [line.replace("(", "").replace(")", "") for line in CONTRACTS["Contexts only look down"]["layers"]]
FLOOR = {name.strip(): number for number, line in enumerate(FLOORS) for name in line.split("|")}
OPEN_TO_ALL = "core"
CONTEXTS = set(FLOOR) - {"config", OPEN_TO_ALL}


def context_of(module: str) -> str | None:
    """The context a dotted name belongs to, `core` and `config` included; None for everything outside the house."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "bildungsnetz" and parts[1] in FLOOR else None


def may_know(here: str, there: str) -> bool:
    """A context knows itself and whatever lies below it; neighbours on one floor do not know one another."""
    return here == there or FLOOR[here] < FLOOR[there]


def place(path: Path) -> str:
    """The path of a file as people write it."""
    return path.relative_to(REPOSITORY).as_posix()


def context_at(path: Path) -> str:
    """The context in which a source file lies; the files beside the contexts count as config."""
    first = path.relative_to(SOURCE).parts[0]
    return first if first in FLOOR else "config"


@cache
def tree_of(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def python_files() -> list[Path]:
    """Every Python file of the application, without migrations."""
    return sorted(p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts)


def templates() -> list[Path]:
    """Every template of the application."""
    return sorted(SOURCE.rglob("*.html"))


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Pairs of dotted name imported and the name it has in the file, wherever the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, alias.asname or alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{a.name}", a.asname or a.name) for a in node.names)


@cache
def tracked_files() -> list[Path]:
    """What belongs to the repository: committed files and new ones that are not ignored."""
    # A build may run as another person than the one who cloned; git reads nothing but names here.
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "-z",
    ]
    listed = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True).stdout
    return [p for name in listed.split("\0") if name and (p := REPOSITORY / name).is_file()]
