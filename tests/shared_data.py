"""Real files that lie beside the repository; a test that needs one is skipped where they are missing."""

import os
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]


def shared(name: str) -> Path:
    """The path of a shared file; skips the test where it is missing."""
    path = _place(name)
    if not path.exists():
        pytest.skip(f"{path} is not here; set BILDUNGSNETZ_SHARED to the folder of the shared files")
    return path


def find_shared(name: str) -> Path | None:
    """The path of a shared file, or None for tests that can do with a file of their own."""
    path = _place(name)
    return path if path.exists() else None


def _place(name: str) -> Path:
    """Below BILDUNGSNETZ_SHARED, else below `../shared` of the repository."""
    return Path(os.environ.get("BILDUNGSNETZ_SHARED") or _ROOT.parent / "shared") / name
