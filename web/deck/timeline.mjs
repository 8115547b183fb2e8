// The timeline of a deck: lanes of shapes; a year, a target and a range differ in form.
import { ems, height } from "./measure.mjs";
import { AREA, COLOR, LEAST, SERIES } from "./style.mjs";

const LANE = 2.1; // width of a lane's name
const MARK = 0.22;

/** Where each label goes: the first row of its lane with room for it. */
function rows(lane, place, size, edges) {
  const ends = [];
  return lane.marks.map((mark) => {
    const x = place(mark.from);
    const until = mark.kind === "range" ? place(mark.to) : x;
    const width = (ems(mark.label) * size) / 72 + 0.15;
    const after = until + MARK / 2 + 0.08;
    const left = after + width > edges.right;
    const box = left ? { x: x - MARK / 2 - 0.08 - width, w: width, align: "right" } : { x: after, w: width, align: "left" };
    const [begin, end] = left ? [box.x, until + MARK / 2] : [x - MARK / 2, after + width];
    let row = ends.findIndex((last) => begin > last + 0.12);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = end;
    return { mark, x, until, box, row, out: box.x < edges.left };
  });
}

export function timeline(scene) {
  const { page, text, names, slide, words } = scene;
  const { from, to, lanes, undated } = slide.picture;
  const left = AREA.x + LANE + 0.25;
  const right = AREA.x + AREA.w - 0.1;
  const place = (year) => left + ((year - from) / Math.max(1, to - from)) * (right - left - 0.5);
  const zh = scene.deck.lang === "zh";
  const aside = (item) => (item.place ? `${item.place}${zh ? "：" : ": "}${item.label}` : item.label);
  const grouped = (name) => names.set(name, { grouped: true }) && name;

  const loose = undated.map(aside).join(zh ? "；" : "; ");
  const looseHigh = undated.length ? Math.min(1.7, height(loose, AREA.w - LANE - 0.5, LEAST) + 0.2) : 0;
  const room = AREA.h - looseHigh - 0.5;
  let size = 16;
  let laid;
  for (; size >= 9; size -= 0.5) {
    laid = lanes.map((lane) => rows(lane, place, size, { left: left - 0.2, right }));
    const count = laid.reduce((sum, marks) => sum + Math.max(1, ...marks.map((m) => m.row + 1)), 0);
    const fits = laid.every((marks) => marks.every((m) => !m.out));
    if (fits && (count * size * 1.5) / 72 + lanes.length * 0.16 <= room) break;
  }
  const counts = laid.map((marks) => Math.max(1, ...marks.map((m) => m.row + 1)));
  const total = counts.reduce((a, b) => a + b, 0);
  const pitch = Math.min(0.55, (room - lanes.length * 0.16) / total);

  let y = AREA.y;
  const bottom = AREA.y + total * pitch + lanes.length * 0.16;
  for (let year = from; year <= to; year += 1) {
    const x = place(year);
    page.addShape("line", { x, y: AREA.y, w: 0, h: bottom - AREA.y, line: { color: COLOR.line, width: 0.5 }, objectName: grouped(`rule ${year}`) });
    if (to - from < 10 || (year - from) % 2 === 0) page.addText(String(year), { ...text, x: x - 0.4, y: bottom + 0.03, w: 0.8, h: 0.3, margin: 0, align: "center", fontSize: LEAST, color: COLOR.muted, objectName: grouped(`year ${year}`) });
  }
  lanes.forEach((lane, i) => {
    const high = counts[i] * pitch + 0.16;
    page.addText(lane.name, { ...text, x: AREA.x, y, w: LANE, h: high, margin: 0, valign: "middle", bold: true, fontSize: 14, objectName: grouped(`lane ${i + 1}`) });
    page.addShape("line", { x: AREA.x, y: y + high, w: AREA.w, h: 0, line: { color: COLOR.edge, width: 0.75 }, objectName: grouped(`lane rule ${i + 1}`) });
    laid[i].forEach(({ mark, x, until, box, row }, n) => {
      const middle = y + 0.08 + (row + 0.5) * pitch;
      const color = SERIES[i % SERIES.length];
      const name = grouped(`${lane.name} ${n + 1}`);
      if (mark.kind === "range") page.addShape("rect", { x: x - MARK / 2, y: middle - MARK / 2, w: until - x + MARK, h: MARK, fill: { color: COLOR.ground }, line: { color, width: 2 }, objectName: name });
      else if (mark.kind === "target") page.addShape("diamond", { x: x - MARK * 0.65, y: middle - MARK * 0.65, w: MARK * 1.3, h: MARK * 1.3, fill: { color: COLOR.ground }, line: { color, width: 2, dashType: "sysDash" }, objectName: name });
      else page.addShape("ellipse", { x: x - MARK / 2, y: middle - MARK / 2, w: MARK, h: MARK, fill: { color }, line: { color, width: 1 }, objectName: name });
      page.addText(mark.label, { ...text, ...box, y: middle - pitch / 2, h: pitch, margin: 0, valign: "middle", wrap: false, fontSize: size, fill: { color: COLOR.ground, transparency: 15 }, objectName: grouped(`${lane.name} ${n + 1} words`) });
    });
    y += high;
  });
  if (undated.length) {
    page.addText(words.undated, { ...text, x: AREA.x, y: bottom + 0.45, w: LANE + 0.2, h: looseHigh, margin: 0, bold: true, valign: "top", fontSize: LEAST, color: COLOR.muted, objectName: "undated" });
    page.addText(loose, { ...text, x: left, y: bottom + 0.45, w: AREA.w - LANE - 0.25, h: looseHigh, margin: 0, valign: "top", fontSize: LEAST, objectName: "undated words" });
  }
}
