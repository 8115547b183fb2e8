// Pictures made of cards: members of a structure, problems, lessons, measures, gaps; and a count.
import { largest, orphans, stack, tidied } from "./measure.mjs";
import { edge, grouped, heading, paragraph, runs, state } from "./parts.mjs";
import { COLOR, LEAST, SERIES, frame } from "./style.mjs";
import { listing, listingSize } from "./table.mjs";

const GAP = 0.24;
const ARROW = 0.55;
const PAD = { side: 0.2, top: 0.18 };

/** How many cards stand in each row. */
function shape(count, ordered) {
  if (count <= 3 || (ordered && count === 4)) return [count];
  if (count === 4) return [2, 2];
  return count === 5 ? [3, 2] : [3, 3];
}

function content(scene, item, i, size) {
  const { ordered, items } = scene.slide.picture;
  const mixed = new Set(items.map((other) => other.status)).size > 1;
  const out = [];
  if (ordered) out.push(paragraph(String(i + 1), size, { share: 1.1, bold: true, color: COLOR.accent, after: 2 }));
  if (ordered && items.every((other) => other.name && (other.text ?? "").startsWith(heading(other.name)))) {
    // The name begins the sentence: it is set off there, and not said twice.
    out.push({ ...paragraph(heading(item.text), size), lead: item.name.length });
    return out;
  }
  if (item.tag) out.push(paragraph(item.tag, size, { share: 0.8, color: COLOR.muted, after: 3 }));
  if (item.name) out.push(paragraph(heading(item.name), size, { share: 1.1, bold: true, after: 6 }));
  if (item.text && item.text !== item.name) out.push(paragraph(heading(item.text), size, { color: item.status === "absent" ? COLOR.muted : COLOR.ink, after: 4 }));
  if (mixed && item.status !== "stated") out.push(paragraph(state(scene, item.status), size, { share: 0.8, color: COLOR.muted }));
  return out;
}

function more({ page, text, words, slide, area }, high) {
  const { open } = slide.picture;
  page.addText(heading(open === true ? words.open : open), { ...text, x: area.x, y: area.y + area.h - high, w: area.w, h: high, margin: 0, fontSize: 16, color: COLOR.muted, valign: "middle", objectName: "open" });
}

export function cards(scene) {
  const { page, slide, area } = scene;
  const { items, ordered, open } = slide.picture;
  const foot = open ? 0.42 : 0;
  const room = { ...area, h: area.h - foot };
  if (open) more(scene, foot);
  const rows = shape(items.length, ordered);
  const gap = ordered ? ARROW : GAP;
  const most = (room.h - GAP * (rows.length - 1)) / rows.length;
  const wide = (row) => (room.w - gap * (rows[row] - 1)) / rows[row];
  const place = items.map((_, i) => (i < rows[0] ? [0, i] : [1, i - rows[0]]));
  const need = (size) => Math.max(...items.map((item, i) => stack(content(scene, item, i, size), wide(place[i][0]) - 2 * PAD.side)));
  const lonely = (size) => items.reduce((sum, item, i) => sum + orphans(content(scene, item, i, size), wide(place[i][0]) - 2 * PAD.side), 0);
  const size = tidied(largest(28, LEAST, (s) => need(s) + 2 * PAD.top <= most), LEAST, lonely);
  if (items.length > 6 || (size < 20 && listingSize(scene, room) > size) || (items.length > 3 && items.every((item) => !item.name))) return listing(scene, room);
  const h = Math.min(most, Math.max(need(size) + 2 * PAD.top + 0.5, rows.length > 1 ? 1.9 : room.h * 0.6));
  const top = room.y + (room.h - rows.length * h - GAP * (rows.length - 1)) * 0.4;
  const boxes = items.map((_, i) => {
    const [row, column] = place[i];
    return { x: room.x + column * (wide(row) + gap), y: top + row * (h + GAP), w: wide(row), h };
  });
  items.forEach((item, i) => {
    const stated = item.status === "stated";
    const name = grouped(scene, `card ${i + 1}`);
    page.addText(runs(scene, content(scene, item, i, size)), { shape: "rect", ...boxes[i], ...frame(item.status), ...(stated ? { line: { color: COLOR.soft, width: 0.75 } } : {}), margin: [PAD.side * 72, PAD.side * 72, PAD.top * 72, PAD.top * 72], valign: items.some((x) => x.text) ? "top" : "middle", objectName: name });
    if (stated) page.addShape("rect", { ...boxes[i], h: 0.05, fill: { color: COLOR.main }, line: { color: COLOR.main, width: 0.25 }, objectName: grouped(scene, `top ${i + 1}`) });
    if (ordered && i) edge(scene, `step ${i}`, `card ${i}`, name, boxes[i - 1], boxes[i], "stated");
  });
}

/** A count as a number, one mark for each thing counted, and what they are. */
export function marks(scene) {
  const { page, text, slide, area } = scene;
  const { count, label } = slide.picture;
  const left = 3.4;
  const right = { x: area.x + left, w: area.w - left };
  const columns = Math.min(10, count);
  const rows = Math.ceil(count / columns);
  const step = Math.min(0.82, 2.6 / rows, right.w / columns);
  const size = largest(26, LEAST, (s) => stack([paragraph(label, s)], right.w) < 1.6);
  const words = stack([paragraph(label, size)], right.w) + 0.1;
  const top = area.y + (area.h - rows * step - 0.3 - words) * 0.4;
  page.addText(String(count), { ...text, x: area.x, y: top - 0.2, w: left - 0.3, h: rows * step + 0.3 + words + 0.2, margin: 0, align: "left", valign: "middle", bold: true, fontSize: 138, color: COLOR.main, objectName: grouped(scene, "count") });
  for (let i = 0; i < count; i += 1) {
    page.addShape("ellipse", { x: right.x + (i % columns) * step, y: top + Math.floor(i / columns) * step, w: step * 0.78, h: step * 0.78, fill: { color: SERIES[0] }, line: { color: SERIES[0], width: 1 }, objectName: grouped(scene, `mark ${i + 1}`) });
  }
  page.addText(label, { ...text, ...right, y: top + rows * step + 0.3, h: words, margin: 0, valign: "top", fontSize: size, objectName: grouped(scene, "label") });
}
