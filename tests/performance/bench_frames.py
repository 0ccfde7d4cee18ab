# ruff: noqa: T201 - a measurement speaks to the terminal
"""How many frames a second the drawing of the graph makes in Chromium while somebody drags and zooms it.

    PYTHONPATH=src:. .venv/bin/python tests/performance/bench_frames.py [nodes] [edges]

The drawing module is served alone with an invented network; the baseline is an empty page that only asks for frames, so
that the figure says what the drawing costs and not what the machine cannot do. Chromium draws without a graphics card.
"""

import json
import random
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.fixtures import CHROMIUM, FLAGS

STATIC = Path(__file__).resolve().parents[2] / "src" / "bildungsnetz" / "network" / "static" / "network"
SECONDS = 4
MEASURE = """
async ({graph, seconds, idle}) => {
  const {Drawing} = await import('/graph_canvas.js');
  const canvas = document.createElement('canvas');
  canvas.style.width = '900px';
  canvas.style.height = '600px';
  document.body.append(canvas);
  const drawing = new Drawing(canvas, graph);
  const began = performance.now();
  drawing.paint();
  const sharp = performance.now() - began;
  const gaps = [];
  let last = performance.now();
  const end = last + 1000 * seconds;
  while (last < end) {
    if (!idle) {
      drawing.pan(Math.sin(last / 200) * 6, 3);
      if (Math.random() < 0.1) drawing.zoom(Math.random() < 0.5 ? 1.05 : 1 / 1.05);
    }
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }
  gaps.sort((a, b) => a - b);
  return {frames: gaps.length / seconds, p95: gaps[Math.floor(gaps.length * 0.95)], sharp};
}
"""


def invented(nodes: int, edges: int) -> dict[str, object]:
    chance = random.Random(7)
    pairs = {(chance.randrange(nodes), chance.randrange(nodes)) for _ in range(edges)}
    degree = [0] * nodes
    for a, b in pairs:
        degree[a] += 1
        degree[b] += 1
    return {
        "nodes": [
            {
                "name": f"Grundschule Nummer {n}",
                "x": chance.random() * 80,
                "y": chance.random() * 60,
                "partners": degree[n],
                "group": 1 + n % 8,
            }
            for n in range(nodes)
        ],
        "edges": [[a, b, 1 + (a + b) % 4] for a, b in sorted(pairs)],
    }


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the parent
        """Say nothing."""


def main(nodes: int, edges: int) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(STATIC)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/graph.css"
    print("| what | frames a second | p95 of a frame ms | sharp picture ms |\n|---|--:|--:|--:|")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        for name, graph, idle in (
            ("empty page", invented(1, 0), True),
            (f"{nodes} nodes, {edges} edges", invented(nodes, edges), False),
        ):
            page.goto(address)
            found = page.evaluate(
                MEASURE, json.loads(json.dumps({"graph": graph, "seconds": SECONDS, "idle": idle}))
            )
            print(f"| {name} | {found['frames']:.0f} | {found['p95']:.0f} | {found['sharp']:.0f} |")
        chromium.close()
    server.shutdown()


if __name__ == "__main__":
    given = [int(value) for value in sys.argv[1:]]
    main(*(given or [2_000, 8_000]))
