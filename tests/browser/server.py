"""A real server for the browser: granian, hashed and compressed files, a database of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen
from uuid import uuid4

import psycopg

from tests import parts

ROOT = Path(__file__).resolve().parents[2]
WORKSHOP = ROOT / "var" / "browser"
PATIENCE = 60.0


@dataclass
class Server:
    """A running installation: its address, its folder, and the environment its commands need."""

    url: str
    folder: Path
    environment: dict[str, str] = field(repr=False)

    def command(self, *words: str) -> str:
        """What a command of the installation prints, e.g. `command("migrate")`. Raises with its output if it fails."""
        return run([sys.executable, "-m", *words], self.folder, self.environment)

    def bildungsnetz(self, *words: str) -> str:
        """What a command of the product prints; its clock is that of the journey."""
        return self.command("tests.browser.clocked", *words)

    def set_clock(self, moment: datetime) -> None:
        """From the next request on it is this moment, and time runs on from there."""
        (self.folder / "clock").write_text(moment.isoformat())


def run(words: list[str], folder: Path, environment: dict[str, str]) -> str:
    """Run a command to its end. Raises AssertionError with all it said if it fails."""
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def built_static() -> Path:
    """The files of the interface as production serves them; built anew when one of their sources is younger."""
    built = WORKSHOP / "staticfiles"
    stamp = built / "staticfiles.json"
    sources = (ROOT / "src" / "bildungsnetz").glob("**/static/**/*")
    newest = max(path.stat().st_mtime for path in sources if path.is_file())
    if not stamp.exists() or stamp.stat().st_mtime < newest:
        shutil.rmtree(built, ignore_errors=True)
        WORKSHOP.mkdir(parents=True, exist_ok=True)
        environment = settings("sqlite:///:memory:", WORKSHOP, "http://127.0.0.1")
        run([sys.executable, "-m", "bildungsnetz", "collectstatic", "--noinput"], WORKSHOP, environment)
    return built


def settings(database: str, folder: Path, url: str) -> dict[str, str]:
    """The environment of an installation in demo mode: pages and files as in production, mail stays in the outbox."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("BILDUNGSNETZ_", "DJANGO_"))
    }
    return kept | {
        "BILDUNGSNETZ_MODE": "demo",
        "BILDUNGSNETZ_DATABASE": database,
        "BILDUNGSNETZ_DATA_DIR": str(folder),
        "BILDUNGSNETZ_BASE_URL": url,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "PYTHONDONTWRITEBYTECODE": "",
        "TEST_CLOCK": str(folder / "clock"),
    }


@contextmanager
def database_of_its_own(folder: Path) -> Iterator[str]:
    """The address of an empty database: a file, or one in the cluster that the tests of PostgreSQL use."""
    if parts.vendor() == "sqlite":
        yield f"sqlite:///{folder / 'server.sqlite3'}"
        return
    address = urlsplit(parts.database())
    name = f"browser_{uuid4().hex[:12]}"
    with psycopg.connect(urlunsplit(address), autocommit=True) as cluster:
        cluster.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(address._replace(path=f"/{name}"))
        finally:
            cluster.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def prepared(folder: Path) -> Iterator[Server]:
    """An installation with migrated database that nobody serves yet: for commands to fill it."""
    with database_of_its_own(folder) as database:
        url = f"http://127.0.0.1:{free_port()}"
        (folder / "staticfiles").symlink_to(built_static())
        installation = Server(url, folder, settings(database, folder, url))
        installation.bildungsnetz("migrate", "--verbosity", "0")
        yield installation


@contextmanager
def serving(installation: Server) -> Iterator[Server]:
    """Serve it as `bildungsnetz start` does, by one process with threads; jobs find their mail held back."""
    port = str(urlsplit(installation.url).port)
    words = [
        "granian",
        "--interface",
        "wsgi",
        "--workers",
        "1",
        "--blocking-threads",
        "4",
        "--no-ws",
        "--port",
        port,
    ]
    with (installation.folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *words, "tests.browser.served:application"],
            cwd=installation.folder,
            env=installation.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(installation, process)
            yield installation
        finally:
            process.terminate()
            process.wait(PATIENCE)


def wait_for(installation: Server, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers. Raises AssertionError with its log if it does not."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up and process.poll() is None:
        try:
            with urlopen(f"{installation.url}/einrichtungen/", timeout=PATIENCE):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(0.1)
    log = (installation.folder / "server.log").read_text()
    raise AssertionError(f"the server does not answer:\n{log}")


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
