// The timeline of a deck: lanes of shapes; a year, a target and a range differ in form.
import { height, largest, width } from "./measure.mjs";
import { grouped } from "./parts.mjs";
import { COLOR, LEAST, SERIES } from "./style.mjs";

const LANE = 2.05; // width of a lane's name
const MARK = 0.22;
const PAD = 0.16;
const YEARS = 0.36;

/** Where each label goes: after its mark, before it, or above it, on the first row with room. */
function rows(lane, place, size, edges) {
  const ends = [];
  return lane.marks.map((mark) => {
    const x = place(mark.from);
    const until = place(mark.kind === "year" ? mark.from : mark.to);
    const w = width(mark.label, size) + 0.12;
    const after = until + MARK / 2 + 0.1;
    const before = x - MARK / 2 - 0.1 - w;
    let box = { x: after, w, align: "left" };
    let deep = 1;
    if (after + w > edges.right && before >= edges.left) box = { x: before, w, align: "right" };
    else if (after + w > edges.right) [box, deep] = [{ x: x - MARK / 2, w, align: "left" }, 2];
    const begin = Math.min(box.x, x - MARK / 2);
    const end = Math.max(box.x + w, until + MARK / 2);
    const free = (row) => begin > (ends[row] ?? -1) + 0.15;
    let row = 0;
    while (!Array.from({ length: deep }, (_, i) => row + i).every(free)) row += 1;
    for (let i = 0; i < deep; i += 1) ends[row + i] = end;
    return { mark, x, until, box, row, deep, out: box.x < edges.left || box.x + w > edges.right };
  });
}

function drawn(scene, name, { mark, x, until }, y, color) {
  const { page } = scene;
  const line = { color, width: 2 };
  if (mark.kind === "range") page.addShape("rect", { x: x - MARK / 2, y: y - MARK / 2, w: until - x + MARK, h: MARK, fill: { color: COLOR.ground }, line, objectName: grouped(scene, name) });
  else if (mark.kind === "target") {
    const wide = MARK * 1.3;
    if (until > x) page.addShape("line", { x, y, w: until - x - wide / 2, h: 0, line: { ...line, dashType: "sysDash" }, objectName: grouped(scene, `${name} way`) });
    page.addShape("diamond", { x: until - wide / 2, y: y - wide / 2, w: wide, h: wide, fill: { color: COLOR.ground }, line, objectName: grouped(scene, name) });
  } else page.addShape("ellipse", { x: x - MARK / 2, y: y - MARK / 2, w: MARK, h: MARK, fill: { color }, line: { color, width: 1 }, objectName: grouped(scene, name) });
}

export function timeline(scene) {
  const { page, text, slide, words, area } = scene;
  const { from, to, lanes, undated } = slide.picture;
  const zh = scene.deck.lang === "zh";
  const left = area.x + LANE + 0.3;
  const right = area.x + area.w;
  const place = (year) => left + ((year - from) / Math.max(1, to - from)) * (right - left - 0.3);

  const aside = (item) => (item.place && !item.label.includes(item.place) ? `${item.place}${zh ? "：" : ": "}${item.label}` : item.label);
  const loose = undated.map(aside).join("\n");
  const looseAt = (size) => undated.reduce((sum, item) => sum + height(aside(item), right - left, size), 0.2);
  const laidAt = (size) => lanes.map((lane) => rows(lane, place, size, { left: left - 0.2, right }));
  const deep = (marks) => Math.max(1, ...marks.map((m) => m.row + m.deep));
  const room = (size) => area.h - YEARS - (undated.length ? looseAt(size) : 0);
  // A lane is at least as high as its name.
  const names = lanes.map((lane) => height(lane.name, LANE, LEAST, true) + 0.1);
  const lanesAt = (laid, pitch) => laid.map((marks, i) => Math.max(deep(marks) * pitch + PAD, names[i]));
  const sum = (all) => all.reduce((a, b) => a + b, 0);
  const size = largest(18, LEAST, (s) => {
    const laid = laidAt(s);
    return laid.flat().every((m) => !m.out) && sum(lanesAt(laid, (s * 1.45) / 72)) <= room(s);
  });
  const laid = laidAt(size);
  const pitch = largest(0.6, 0.2, (p) => sum(lanesAt(laid, p)) <= room(size), 0.01);
  const highs = lanesAt(laid, pitch);
  const bottom = area.y + sum(highs);

  for (let year = from; year <= to; year += 1) {
    const x = place(year);
    page.addShape("line", { x, y: area.y, w: 0, h: bottom - area.y, line: { color: COLOR.line, width: 0.75 }, objectName: grouped(scene, `rule ${year}`) });
    if (to - from < 10 || (year - from) % 2 === 0) page.addText(String(year), { ...text, x: x - 0.4, y: bottom + 0.03, w: 0.8, h: YEARS - 0.06, margin: 0, align: "center", valign: "middle", fontSize: LEAST, color: COLOR.muted, objectName: grouped(scene, `year ${year}`) });
  }
  const head = (name, y, h, label) => page.addText(name, { ...text, x: area.x, y, w: LANE, h, margin: 0, valign: "middle", bold: true, fontSize: LEAST, objectName: grouped(scene, label) });
  let y = area.y;
  lanes.forEach((lane, i) => {
    const high = highs[i];
    head(lane.name, y, high, `lane ${i + 1}`);
    page.addShape("line", { x: area.x, y: y + high, w: area.w, h: 0, line: { color: COLOR.edge, width: 0.75 }, objectName: grouped(scene, `lane rule ${i + 1}`) });
    laid[i].forEach((m, n) => {
      const name = `event ${i + 1}.${n + 1}`;
      const middle = y + (high - deep(laid[i]) * pitch) / 2 + (m.row + 0.5) * pitch;
      drawn(scene, name, m, middle + (m.deep - 1) * pitch * 0.8, SERIES[i % SERIES.length]);
      page.addText(m.mark.label, { ...text, ...m.box, y: middle - pitch * 0.42, h: pitch * 0.84, margin: 0, valign: "middle", wrap: false, fontSize: size, fill: { color: COLOR.ground }, objectName: grouped(scene, `${name} words`) });
    });
    y += high;
  });
  if (!undated.length) return;
  const h = looseAt(size);
  head(words.undated, bottom + YEARS, h, "undated");
  page.addText(loose, { ...text, x: left, y: bottom + YEARS, w: right - left, h, margin: 0, valign: "middle", fontSize: size, objectName: grouped(scene, "undated words") });
}
