"""The processes of an installation: web server, worker for jobs, timetable; watched by the command that started them."""

import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from types import FrameType

THREADS = 8
_PAUSE_BEFORE_RESTART = 5.0
_LOOK_EVERY = 0.2
_PATIENCE_AT_STOP = 20.0


def web_command(host: str, port: int) -> list[str]:
    """granian with one process and threads: never a fork after a document was rendered."""
    options = ["--interface", "wsgi", "--workers", "1", "--blocking-threads", str(THREADS), "--no-ws"]
    address = ["--host", host, "--port", str(port)]
    return [sys.executable, "-m", "granian", *options, *address, "bildungsnetz.config.wsgi:application"]


def worker_command() -> list[str]:
    return [sys.executable, "-m", "bildungsnetz", "db_worker", "--no-reload"]


def schedule_command() -> list[str]:
    return [sys.executable, "-m", "bildungsnetz", "run_schedule"]


def is_free(host: str, port: int) -> bool:
    """Whether somebody could listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def serve(web: Sequence[str], helpers: Sequence[Sequence[str]]) -> int:
    """Run all until SIGINT or SIGTERM (gives 0) or until the web server ends by itself (gives its code, at least 1).

    A helper that ends is started again after a pause: mail may wait, the pages must not.
    """
    stop = threading.Event()
    before = {number: signal.signal(number, _setting(stop)) for number in (signal.SIGINT, signal.SIGTERM)}
    server = _start(web)
    running = [_start(command) for command in helpers]
    try:
        while not stop.wait(_LOOK_EVERY):
            if server.poll() is not None:
                return server.returncode or 1
            for place, helper in enumerate(running):
                if helper.poll() is not None and not stop.wait(_PAUSE_BEFORE_RESTART):
                    running[place] = _start(helpers[place])
        return 0
    finally:
        _end(server, *running)
        for number, handler in before.items():
            signal.signal(number, handler)


def _setting(stop: threading.Event) -> "signal._HANDLER":
    def handle(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    return handle


def _start(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    # A group of its own: Ctrl+C reaches this process alone, which then ends both in order.
    return subprocess.Popen(command, process_group=0)  # noqa: S603 - our own commands


def _end(*processes: "subprocess.Popen[bytes]") -> None:
    running = [process for process in processes if process.poll() is None]
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(_PATIENCE_AT_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
