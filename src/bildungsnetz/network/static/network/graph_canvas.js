// Draws the network on a canvas. While somebody moves, the last picture is moved along; it is drawn anew when they rest.

const COLOURS = ["#1a4fa0", "#b3261e", "#1b7a3d", "#8a5a00", "#6a3fa0", "#00707d", "#a0327a", "#4b5a6b"];
const ALONE = "#6b7280";
const LINE = "rgba(122, 132, 152, 0.5)";
const CHOSEN = "#171a2b";
const MARGIN = 24;
const PATH = 400; // edges in one path: longer ones are slow to draw, shorter ones too
const LABEL_ROOM = 28_000; // square pixels for one name: more names would hide the points

export class Drawing {
  constructor(canvas, { nodes, edges }) {
    this.canvas = canvas;
    this.nodes = nodes;
    this.edges = edges;
    this.chosen = null;
    this.partners = nodes.map(() => []);
    for (const [a, b] of edges) {
      this.partners[a].push(b);
      this.partners[b].push(a);
    }
    for (const node of nodes) node.radius = 2.4 + 1.1 * Math.sqrt(node.partners);
    this.byPartners = nodes.map((_, i) => i).sort((a, b) => nodes[b].partners - nodes[a].partners);
    this.picture = document.createElement("canvas");
    this.view = { scale: 1, x: 0, y: 0 };
    this.fit();
    new ResizeObserver(() => this.fit()).observe(canvas);
  }

  // Size of the canvas in device pixels, everything in sight.
  fit() {
    const { width, height } = this.canvas.getBoundingClientRect();
    if (!width || !height) return;
    this.ratio = Math.min(window.devicePixelRatio || 1, 2);
    this.width = width;
    this.height = height;
    for (const each of [this.canvas, this.picture]) {
      each.width = Math.round(width * this.ratio);
      each.height = Math.round(height * this.ratio);
    }
    this.showAll();
  }

  showAll() {
    const xs = this.nodes.map((n) => n.x);
    const ys = this.nodes.map((n) => n.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const scale = Math.min(
      (this.width - 2 * MARGIN) / Math.max(right - left, 1),
      (this.height - 2 * MARGIN) / Math.max(bottom - top, 1),
    );
    this.view = {
      scale,
      x: this.width / 2 - (scale * (left + right)) / 2,
      y: this.height / 2 - (scale * (top + bottom)) / 2,
    };
    this.first = scale;
    this.paint();
  }

  at(index) {
    const { scale, x, y } = this.view;
    return [this.nodes[index].x * scale + x, this.nodes[index].y * scale + y];
  }

  // The node under a point of the canvas, or null.
  find(px, py) {
    let best = null;
    let nearest = 14;
    this.nodes.forEach((node, index) => {
      const [x, y] = this.at(index);
      const far = Math.hypot(x - px, y - py) - this.size(node);
      if (far < nearest) [best, nearest] = [index, far];
    });
    return best;
  }

  // The partner that lies best in a direction (unit vector) from the chosen node, or null.
  towards(dx, dy) {
    if (this.chosen === null) return this.byPartners[0] ?? null;
    const [x, y] = this.at(this.chosen);
    let best = null;
    let most = 0.35;
    for (const other of this.partners[this.chosen]) {
      const [ox, oy] = this.at(other);
      const far = Math.hypot(ox - x, oy - y) || 1;
      const along = ((ox - x) * dx + (oy - y) * dy) / far;
      if (along > most) [best, most] = [other, along];
    }
    return best;
  }

  choose(index, { follow = false } = {}) {
    this.chosen = index;
    if (follow && index !== null) this.follow(index);
    this.paint();
  }

  // Bring a node into sight when it lies outside.
  follow(index) {
    const [x, y] = this.at(index);
    if (x > MARGIN && x < this.width - MARGIN && y > MARGIN && y < this.height - MARGIN) return;
    this.view.x += this.width / 2 - x;
    this.view.y += this.height / 2 - y;
  }

  zoom(factor, px = this.width / 2, py = this.height / 2) {
    const scale = Math.min(Math.max(this.view.scale * factor, this.first / 2), this.first * 40);
    const by = scale / this.view.scale;
    this.view = { scale, x: px - (px - this.view.x) * by, y: py - (py - this.view.y) * by };
    this.move();
  }

  pan(dx, dy) {
    this.view.x += dx;
    this.view.y += dy;
    this.move();
  }

  // One cheap frame from the last picture; a sharp one when nothing moved for a moment.
  move() {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.paint(), 120);
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      const pen = this.canvas.getContext("2d");
      const by = this.view.scale / this.painted.scale;
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, this.canvas.width, this.canvas.height);
      const [x, y] = [this.view.x - this.painted.x * by, this.view.y - this.painted.y * by];
      pen.drawImage(
        this.picture,
        x * this.ratio,
        y * this.ratio,
        this.picture.width * by,
        this.picture.height * by,
      );
    });
  }

  size(node) {
    return node.radius * Math.min(Math.max(Math.sqrt(this.view.scale / 12), 0.45), 2.2);
  }

  paint() {
    clearTimeout(this.rest);
    this.painted = { ...this.view };
    const pen = this.picture.getContext("2d");
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, this.width, this.height);
    this.paintEdges(pen);
    this.paintNodes(pen);
    if (this.chosen !== null) this.paintChosen(pen);
    this.paintLabels(pen);
    const shown = this.canvas.getContext("2d");
    shown.setTransform(1, 0, 0, 1, 0, 0);
    shown.drawImage(this.picture, 0, 0);
  }

  paintEdges(pen) {
    pen.strokeStyle = LINE;
    for (let weight = 1; weight <= 4; weight += 1) {
      const those = this.edges.filter((edge) => edge[2] === weight);
      pen.lineWidth = 0.3 + 0.35 * weight;
      for (let start = 0; start < those.length; start += PATH) {
        pen.beginPath();
        for (const [a, b] of those.slice(start, start + PATH)) {
          pen.moveTo(...this.at(a));
          pen.lineTo(...this.at(b));
        }
        pen.stroke();
      }
    }
  }

  paintNodes(pen) {
    pen.strokeStyle = "#fff";
    pen.lineWidth = 1;
    this.nodes.forEach((node, index) => {
      const [x, y] = this.at(index);
      if (x < -20 || y < -20 || x > this.width + 20 || y > this.height + 20) return;
      pen.beginPath();
      pen.arc(x, y, this.size(node), 0, 2 * Math.PI);
      pen.fillStyle = node.group ? COLOURS[(node.group - 1) % COLOURS.length] : ALONE;
      pen.fill();
      pen.stroke();
    });
  }

  paintChosen(pen) {
    pen.strokeStyle = CHOSEN;
    pen.lineWidth = 1.8;
    const [x, y] = this.at(this.chosen);
    for (const other of this.partners[this.chosen]) {
      pen.beginPath();
      pen.moveTo(x, y);
      pen.lineTo(...this.at(other));
      pen.stroke();
    }
    for (const index of [...this.partners[this.chosen], this.chosen]) {
      pen.lineWidth = index === this.chosen ? 4 : 2;
      pen.beginPath();
      pen.arc(...this.at(index), this.size(this.nodes[index]) + 2, 0, 2 * Math.PI);
      pen.stroke();
    }
  }

  // Names where there is room: of the chosen node and its partners, else of those with the most partners in sight.
  paintLabels(pen) {
    pen.font = "13px 'Fira Sans', sans-serif";
    pen.textAlign = "center";
    pen.lineWidth = 4;
    pen.lineJoin = "round";
    pen.strokeStyle = "#fff";
    pen.fillStyle = CHOSEN;
    const partners = this.chosen === null ? [] : this.partners[this.chosen];
    const near = this.byPartners.filter((index) => partners.includes(index)); // the larger ones first
    if (this.chosen !== null) near.unshift(this.chosen);
    const taken = [];
    const most = Math.max((this.width * this.height) / LABEL_ROOM, 4);
    for (const index of [...new Set([...near, ...this.byPartners])]) {
      if (taken.length >= most) break;
      const [x, y] = this.at(index);
      const name = short(this.nodes[index].name);
      const half = pen.measureText(name).width / 2 + 4;
      const box = [x - half, y - this.size(this.nodes[index]) - 20, x + half, y - this.size(this.nodes[index]) - 2];
      const outside = box[0] < 0 || box[2] > this.width || box[1] < 0 || box[3] > this.height;
      if (outside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      pen.strokeText(name, x, box[3] - 3);
      pen.fillText(name, x, box[3] - 3);
    }
  }
}

function short(name) {
  return name.length > 32 ? `${name.slice(0, 31).trimEnd()}…` : name;
}

function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
