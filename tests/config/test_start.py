"""One command runs an installation, refuses what the law does not allow, and leaves nothing running."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from bildungsnetz.config import serving
from bildungsnetz.core.registers import readiness

SOURCE = Path(__file__).resolve().parents[2] / "src"
PATIENCE = 60
FIRST_START = 240  # seconds: it migrates an empty database, on a machine that runs the whole suite


@pytest.fixture
def unfinished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "_checks", [])
    readiness.register(lambda: ["Der Text „Impressum“ fehlt."])
    readiness.register(lambda: ["Der Text „Datenschutz“ fehlt."])


@pytest.mark.django_db
def test_production_does_not_start_without_the_legal_texts(settings: Settings, unfinished: None) -> None:
    settings.MODE = "production"
    with pytest.raises(CommandError) as refused:
        call_command("start")
    assert str(refused.value) == (
        "Die Installation ist noch nicht bereit für den Betrieb:\n"
        "– Der Text „Impressum“ fehlt.\n"
        "– Der Text „Datenschutz“ fehlt."
    )


@pytest.mark.django_db
def test_the_files_of_the_interface_must_have_been_made(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    with pytest.raises(CommandError, match="collectstatic"):
        call_command("start")


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "bildung.example.org"])  # noqa: S104 - refused
def test_setup_is_for_this_machine_alone(host: str, unfinished: None) -> None:
    with pytest.raises(CommandError, match="nur von diesem Rechner erreichbar"):
        call_command("start", "--setup", "--host", host)


@pytest.mark.django_db
def test_a_port_in_use_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"127.0.0.1:{port} ist belegt"):
            call_command("start", "--port", str(port))


def test_a_server_that_ends_by_itself_ends_the_start() -> None:
    endless = [sys.executable, "-c", "import time; time.sleep(600)"]
    assert serving.serve([sys.executable, "-c", "raise SystemExit(3)"], [endless]) == 3
    assert serving.serve([sys.executable, "-c", ""], []) == 1


class Installation:
    """The command as a process of its own, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BILDUNGSNETZ_")}
        settings = {"MODE": "develop", "DATA_DIR": str(folder / "data")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bildungsnetz", "start", "--port", str(self.port)],
            cwd=folder,
            env=kept | {f"BILDUNGSNETZ_{k}": v for k, v in settings.items()} | {"PYTHONPATH": str(SOURCE)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def status_of(self, path: str) -> int:
        """The status of the answer; waits until somebody listens."""
        for _ in range(FIRST_START * 10):
            try:
                with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
                    connection.request("GET", path)
                    return connection.getresponse().status
            except ConnectionError:
                assert self.process.poll() is None, self.process.communicate()[0]
                time.sleep(0.1)
        pytest.fail("nobody listens")

    def children(self) -> list[int]:
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(number) for number in found.split()]


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = Installation(tmp_path)
    yield made
    if made.process.poll() is None:
        made.process.send_signal(signal.SIGTERM)
        made.process.communicate(timeout=PATIENCE)


def test_it_serves_works_and_stops_clean(installation: Installation, tmp_path: Path) -> None:
    assert installation.status_of("/anmelden/") == 200
    web, worker, schedule = installation.children()
    assert (tmp_path / "data" / "develop.sqlite3").exists()
    assert "granian" in Path(f"/proc/{web}/cmdline").read_text()
    assert "db_worker" in Path(f"/proc/{worker}/cmdline").read_text()
    assert "run_schedule" in Path(f"/proc/{schedule}/cmdline").read_text()
    installation.process.send_signal(signal.SIGINT)  # the fixture stops what is left with SIGTERM
    said, _ = installation.process.communicate(timeout=PATIENCE)
    assert installation.process.returncode == 0, said
    assert re.search(r"Bildungsnetz startet auf http://127\.0\.0\.1:\d+ ", said)
    assert not [process for process in (web, worker, schedule) if Path(f"/proc/{process}").exists()]
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", installation.port))
