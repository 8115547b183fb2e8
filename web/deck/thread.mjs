// From problem to lesson to recommendation: boxes in three columns, and what joins them.
import { height, largest, width } from "./measure.mjs";
import { edge, grouped, node, stroke } from "./parts.mjs";
import { COLOR, LEAST } from "./style.mjs";

const GAP = 1.3;
const KEY = 0.4;
const HEAD = 0.46;
const LANE = 0.12;

/** A line past the middle column: it bends into a gap between that column's boxes, and out again. */
function bypass(scene, name, a, b, middle, y, status) {
  const [x1, y1, x2, y2] = [a.x + a.w, a.y + a.h / 2, b.x, b.y + b.h / 2];
  const [left, right] = [middle.x - 0.05, middle.x + middle.w + 0.05];
  const top = Math.min(y1, y2, y);
  const box = { x: x1, y: top, w: x2 - x1, h: Math.max(y1, y2, y) - top };
  const bend = (fromX, fromY, toX, toY) => {
    const half = (fromX + toX) / 2;
    return { x: toX - x1, y: toY - top, curve: { type: "cubic", x1: half - x1, y1: fromY - top, x2: half - x1, y2: toY - top } };
  };
  const points = [{ x: 0, y: y1 - top, moveTo: true }, bend(x1, y1, left, y), { x: right - x1, y: y - top }, bend(right, y, x2, y2)];
  scene.page.addShape("custGeom", { ...box, points, line: stroke(status), objectName: grouped(scene, name) });
}

/** Heights at which lines may pass a column: above its boxes, between them, below. */
function gaps(boxes, area) {
  const edges = [area.y + HEAD, ...boxes.flatMap((b) => [b.y, b.y + b.h]), area.y + area.h - KEY];
  return Array.from({ length: edges.length / 2 }, (_, i) => (edges[2 * i] + edges[2 * i + 1]) / 2);
}

export function thread(scene) {
  const { page, text, slide, area } = scene;
  const { columns, nodes, edges } = slide.picture;
  const w = (area.w - GAP * (columns.length - 1)) / columns.length;
  const column = (n) => (typeof n.column === "number" ? n.column : columns.indexOf(n.column));
  const own = columns.map((_, c) => nodes.filter((n) => column(n) === c));
  const room = area.h - HEAD - KEY;
  const h = Math.min(0.86, room / Math.max(...own.map((list) => list.length)) - 0.12);
  const size = largest(20, LEAST, (s) => nodes.every((n) => height(n.text, w - 0.26, s) + 0.1 <= h));
  const heads = largest(20, LEAST, (s) => columns.every((name) => width(name, s, true) <= w));
  const boxes = {};
  columns.forEach((name, c) => {
    const x = area.x + c * (w + GAP);
    page.addText(name, { ...text, x, y: area.y, w, h: HEAD - 0.06, margin: 0, bold: true, fontSize: heads, valign: "top", color: COLOR.accent, objectName: grouped(scene, `column ${c + 1}`) });
    const pitch = room / own[c].length;
    own[c].forEach((n, i) => {
      boxes[n.id] = { x, y: area.y + HEAD + pitch * i + (pitch - h) / 2, w, h };
      node(scene, n.id, n.text, boxes[n.id], size);
    });
  });
  const middle = (own[1] ?? []).map((n) => boxes[n.id]);
  const free = middle.length ? gaps(middle, area) : [];
  const joined = edges.map((e, i) => ({ ...e, name: `link ${i + 1}`, a: boxes[e.from], b: boxes[e.to] })).filter((e) => e.a && e.b);
  const lanes = free.map(() => []);
  for (const e of joined) {
    const [a, b, from, to] = e.a.x <= e.b.x ? [e.a, e.b, e.from, e.to] : [e.b, e.a, e.to, e.from];
    if (!middle.length || b.x - a.x < 1.5 * (w + GAP)) {
      edge(scene, e.name, from, to, a, b, e.status);
      continue;
    }
    const aim = (a.y + b.y + h) / 2;
    const nearest = free.reduce((best, y, i) => (Math.abs(y - aim) < Math.abs(free[best] - aim) ? i : best), 0);
    lanes[nearest].push({ ...e, a, b });
  }
  lanes.forEach((passing, i) => {
    passing.sort((p, q) => p.a.y + p.b.y - q.a.y - q.b.y);
    passing.forEach((e, n) => bypass(scene, e.name, e.a, e.b, middle[0], free[i] + (n - (passing.length - 1) / 2) * LANE, e.status));
  });
  key(scene, edges);
}

/** How many lines are of which state. */
function key(scene, edges) {
  const { page, text, words, area } = scene;
  const y = area.y + area.h - KEY / 2 + 0.04;
  let x = area.x;
  for (const status of ["stated", "inferred"]) {
    const count = edges.filter((e) => e.status === status).length;
    if (!count) continue;
    const label = `${words[status]} ${count}`;
    const long = width(label, LEAST) + 0.3;
    page.addShape("line", { x, y, w: 0.7, h: 0, line: stroke(status), objectName: grouped(scene, `key ${status}`) });
    page.addText(label, { ...text, x: x + 0.82, y: y - 0.17, w: long, h: 0.34, margin: 0, fontSize: LEAST, color: COLOR.muted, valign: "middle", objectName: grouped(scene, `key ${status} words`) });
    x += 0.82 + long + 0.3;
  }
}
