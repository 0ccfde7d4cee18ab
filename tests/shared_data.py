"""Real files that lie beside the repository; a test that needs one is skipped where they are missing."""

import os
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]


def shared(name: str) -> Path:
    """The path of a shared file: below BILDUNGSNETZ_SHARED, else below `../shared` of the repository."""
    folder = Path(os.environ.get("BILDUNGSNETZ_SHARED") or _ROOT.parent / "shared")
    path = folder / name
    if not path.exists():
        pytest.skip(f"{path} is not here; set BILDUNGSNETZ_SHARED to the folder of the shared files")
    return path
