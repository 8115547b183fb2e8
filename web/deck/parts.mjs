// What pictures are made of: paragraphs, boxes that lines hold on to, lines, tables.
import { largest, orphans, stack, tidied } from "./measure.mjs";
import { COLOR, LEAST, frame } from "./style.mjs";

/** A heading begins with a capital where its language has any. */
export function heading(text) {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** What the state of a statement is called. */
export function state(scene, status) {
  return scene.words[status] ?? "";
}

/** A paragraph at a share of a size, but never below the least. */
export function paragraph(text, size, { share = 1, bold = false, color = COLOR.ink, after = 0 } = {}) {
  return { text, size: Math.max(LEAST, Math.round(size * share * 2) / 2), bold, color, after };
}

/** Paragraphs as pptxgenjs takes them; the lead of one is bold. */
export function runs(scene, paragraphs) {
  return paragraphs.flatMap((p, i) => {
    const more = i + 1 < paragraphs.length;
    const options = { ...scene.text, fontSize: p.size, bold: p.bold, color: p.color, paraSpaceAfter: more ? p.after : 0, breakLine: more };
    if (!p.lead) return [{ text: p.text, options }];
    return [{ text: p.text.slice(0, p.lead), options: { ...options, bold: true, breakLine: false } }, { text: p.text.slice(p.lead), options }];
  });
}

/** A shape of the picture, which is one group. */
export function grouped(scene, name, more = {}) {
  scene.names.set(name, { grouped: true, ...more });
  return name;
}

/** A box that lines can hold on to. */
export function node(scene, name, words, box, size, { status = "stated", bold = false, align = "left" } = {}) {
  scene.page.addText(words, { ...scene.text, shape: "rect", ...box, ...frame(status), margin: [9, 9, 3, 3], align, valign: "middle", bold, fontSize: size, objectName: grouped(scene, name) });
}

/** How a line looks: what the source says is drawn through, a reading is broken. */
export function stroke(status) {
  const read = status === "inferred";
  return { color: read ? COLOR.edge : COLOR.ink, width: read ? 1.5 : 2.25, dashType: read ? "dash" : "solid", endArrowType: "triangle" };
}

/** A line from the right of one box to the left of another. */
export function edge(scene, name, from, to, a, b, status) {
  const [x1, y1, x2, y2] = [a.x + a.w, a.y + a.h / 2, b.x, b.y + b.h / 2];
  scene.page.addShape("line", { x: x1, y: Math.min(y1, y2), w: x2 - x1, h: Math.abs(y2 - y1), flipV: y2 < y1, line: stroke(status), objectName: grouped(scene, name, { edge: { from, to } }) });
}

const PAD = { side: 0.12, top: 0.08 };

/** The size at which rows of cells, each a function of the size to paragraphs, fit an area. */
export function sized(rows, widths, room, most) {
  const heights = (size) => rows.map((row) => Math.max(...row.map((cell, i) => stack(cell(size), widths[i] - 2 * PAD.side))) + 2 * PAD.top);
  const lonely = (size) => rows.flatMap((row) => row.map((cell, i) => orphans(cell(size), widths[i] - 2 * PAD.side))).reduce((a, b) => a + b, 0);
  const size = tidied(largest(most, LEAST, (s) => heights(s).reduce((a, b) => a + b, 0) <= room), LEAST, lonely);
  return { size, heights: heights(size) };
}

/** A table in the manner of print: rules between rows only; spare room goes to the rows. */
export function table(scene, rows, widths, room, { most = 24, head = false, loose = 0.6, rule = "solid" } = {}) {
  const { size, heights } = sized(rows, widths, room.h, most);
  const spare = Math.max(0, room.h - heights.reduce((a, b) => a + b, 0));
  const share = Math.min(loose, spare / (rows.length - (head ? 1 : 0)));
  const high = heights.map((h, i) => (head && i === 0 ? h : h + share));
  const whole = high.reduce((a, b) => a + b, 0);
  const none = { type: "none" };
  const line = (on, strong) => (on ? { type: strong === "dot" ? "dash" : "solid", pt: strong === true ? 2 : 0.75, color: strong === true ? COLOR.main : COLOR.edge } : none);
  const body = rows.map((row, r) =>
    row.map((cell) => ({
      text: runs(scene, cell(size)),
      options: { ...scene.text, fontSize: size, valign: head && r === 0 ? "bottom" : "middle", border: [line(r === 0 && !head, true), none, line(true, head && r === 0 ? true : rule === "dot" ? "dot" : false), none] },
    })),
  );
  const margin = [PAD.top * 72, PAD.side * 72, PAD.top * 72, PAD.side * 72];
  scene.page.addTable(body, { x: room.x, y: room.y + (room.h - whole) * 0.35, w: widths.reduce((a, b) => a + b, 0), h: whole, colW: widths, rowH: high, margin, objectName: "table" });
}
