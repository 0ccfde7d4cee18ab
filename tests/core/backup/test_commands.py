"""The three commands as an operator types them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests import parts
from tests.core.backup.conftest import Installation

ROOT = Path(__file__).resolve().parents[3]


def test_verify_says_what_was_read(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("verify", str(archive))
    said = capsys.readouterr().out
    assert said.startswith("In Ordnung: Sicherung vom 2026-03-04T14:00:00+00:00 (Version ")
    assert said.endswith(" 2 Dateien.\n")


def test_a_refusal_is_a_sentence(tmp_path: Path) -> None:
    for command in ("verify", "restore"):
        with pytest.raises(CommandError, match="gibt es nicht"):
            call_command(command, str(tmp_path / "fehlt.tar"))


@pytest.mark.skipif(parts.vendor() != "sqlite", reason="the way of the commands is the same")
def test_from_one_machine_to_another(installation: Installation, tmp_path: Path) -> None:
    """Backup here, verify, restore there: with the commands alone, in processes of their own."""

    def run(folder: Path, *words: str) -> str:
        environment = os.environ | {
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "bildungsnetz.config.settings",
            "BILDUNGSNETZ_MODE": "test",
            "BILDUNGSNETZ_DATA_DIR": str(folder),
            "BILDUNGSNETZ_DATABASE": f"sqlite:///{folder / 'd.sqlite3'}",
        }
        command = [sys.executable, "-m", "bildungsnetz", *words]
        return subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    installation.database.close()
    (here / "d.sqlite3").write_bytes(Path(installation.database.settings_dict["NAME"]).read_bytes())
    installation.files.rename(here / "files")
    assert " 2 Dateien → " in run(here, "backup")
    (made,) = (here / "backups").iterdir()
    assert run(there, "verify", str(made)).startswith("In Ordnung: ")
    assert run(there, "restore", str(made)).startswith("Wiederhergestellt: ")
    assert (there / "files" / "paper.pdf").read_bytes() == b"%PDF paper"
    assert (there / "d.sqlite3").exists()
