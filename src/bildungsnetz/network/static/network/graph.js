// The graph somebody can move in: mouse, touch, keyboard and two lists beside it that say the same in words.

import { Drawing } from "./graph_canvas.js";

const STEP = 1.3;
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

for (const box of document.querySelectorAll("[data-graph]")) {
  const button = box.querySelector("[data-graph-open]");
  button.hidden = false;
  button.addEventListener("click", () => open(box, button));
}

async function open(box, button) {
  button.disabled = true;
  try {
    const answer = await fetch(box.dataset.src, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.statusText);
    const data = await answer.json();
    box.querySelector("[data-graph-picture]").hidden = true;
    button.parentElement.hidden = true;
    box.querySelector("[data-graph-room]").hidden = false;
    start(box, data);
  } catch {
    button.disabled = false;
    box.querySelector("[data-graph-note]").textContent = box.dataset.failed;
  }
}

function start(box, data) {
  const part = (name) => box.querySelector(`[data-graph-${name}]`);
  const canvas = part("canvas");
  const drawing = new Drawing(canvas, data);
  const order = data.nodes.map((_, i) => i).sort((a, b) => data.nodes[a].name.localeCompare(data.nodes[b].name, "de"));
  const choose = (index, { follow = true } = {}) => {
    drawing.choose(index, { follow });
    if (index === null) return;
    part("nodes").value = String(index);
    part("details").replaceChildren(...details(data.nodes[index], box.dataset));
    fill(part("neighbours"), neighbours(drawing, index), data.nodes);
  };
  fill(part("nodes"), order, data.nodes);
  part("nodes").addEventListener("change", (event) => choose(Number(event.target.value)));
  part("search").addEventListener("input", (event) => {
    const typed = event.target.value.trim().toLocaleLowerCase("de");
    fill(part("nodes"), order.filter((i) => data.nodes[i].name.toLocaleLowerCase("de").includes(typed)), data.nodes);
  });
  const go = () => part("neighbours").value && choose(Number(part("neighbours").value));
  part("neighbours").addEventListener("dblclick", go);
  part("neighbours").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    go();
  });
  part("nearer").addEventListener("click", () => drawing.zoom(STEP));
  part("farther").addEventListener("click", () => drawing.zoom(1 / STEP));
  part("all").addEventListener("click", () => drawing.showAll());
  canvas.addEventListener("keydown", (event) => press(event, drawing, choose));
  point(canvas, drawing, choose);
  choose(drawing.byPartners[0] ?? null, { follow: false });
  canvas.focus({ preventScroll: true });
  box.drawing = drawing; // for measuring frames
}

function press(event, drawing, choose) {
  const direction = DIRECTIONS[event.key];
  if (direction) {
    const next = drawing.towards(...direction);
    if (next !== null) choose(next);
  } else if (event.key === "+") drawing.zoom(STEP);
  else if (event.key === "-") drawing.zoom(1 / STEP);
  else if (event.key === "Escape") drawing.showAll();
  else return;
  event.preventDefault();
}

// Dragging moves, a click chooses, the wheel with Ctrl zooms (without it the page scrolls on), two fingers zoom.
function point(canvas, drawing, choose) {
  const held = new Map();
  let moved = 0;
  const place = (event) => {
    const { left, top } = canvas.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    held.set(event.pointerId, place(event));
    moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    if (held.size === 2) {
      const other = [...held].find(([id]) => id !== event.pointerId)[1];
      drawing.zoom(far(now, other) / Math.max(far(before, other), 1), ...middle(now, other));
    } else drawing.pan(now[0] - before[0], now[1] - before[1]);
    moved += far(now, before);
    held.set(event.pointerId, now);
  });
  const release = (event) => {
    if (held.delete(event.pointerId) && event.type === "pointerup" && moved < 4) {
      const found = drawing.find(...place(event));
      if (found !== null) choose(found, { follow: false });
    }
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      drawing.zoom(event.deltaY < 0 ? STEP : 1 / STEP, ...place(event));
    },
    { passive: false },
  );
}

function far(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function middle(a, b) {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function neighbours(drawing, index) {
  const names = drawing.nodes;
  return [...drawing.partners[index]].sort((a, b) => names[a].name.localeCompare(names[b].name, "de"));
}

function fill(list, indexes, nodes) {
  list.replaceChildren(
    ...indexes.map((index) => {
      const option = document.createElement("option");
      option.value = String(index);
      option.textContent = `${nodes[index].name} (${nodes[index].what})`;
      return option;
    }),
  );
}

function details(node, words) {
  const name = document.createElement("strong");
  name.textContent = node.name;
  const facts = [node.what, `${words.partners} ${node.partners || words.none}`];
  if (node.group) facts.push(`${words.group} ${node.group}`);
  if (node.gate) facts.push(words.gate);
  if (node.outside) facts.push(words.outside);
  const line = document.createElement("p");
  line.textContent = facts.join(" · ");
  return [name, line];
}
