// The pictures of a deck, each from PowerPoint's own parts: chart, table, shapes, connectors.
import { ems, fit, height } from "./measure.mjs";
import { AREA, COLOR, LEAST, SERIES, frame } from "./style.mjs";
import { timeline } from "./timeline.mjs";

/** A verb, and whose reading it is where the text does not say it. */
function said({ words, deck }, status, text) {
  if (status !== "inferred") return text;
  return deck.lang === "zh" ? `${text}（${words.inferred}）` : `${text} (${words.inferred})`;
}

function state(scene, status) {
  return scene.words[status] ?? "";
}

function cellOf(scene, cell, size) {
  const absent = cell.status === "absent";
  const text = absent ? state(scene, "absent") : cell.text + (cell.status === "inferred" ? `\n${state(scene, "inferred")}` : "");
  return { text, options: { ...scene.text, fontSize: size, color: absent ? COLOR.muted : COLOR.ink, fill: { color: COLOR.ground }, valign: "middle" } };
}

function table(scene) {
  const { picture, page, text } = { ...scene, picture: scene.slide.picture };
  const columns = Math.max(picture.head.length, 1 + Math.max(...picture.rows.map((row) => row.cells.length)));
  const first = Math.min(2.6, AREA.w / columns);
  const other = (AREA.w - first) / (columns - 1);
  const tall = (size) =>
    picture.rows.reduce((sum, row) => {
      const cells = row.cells.map((cell) => cellOf(scene, cell, size).text);
      const high = Math.max(height(row.name, first - 0.24, size), ...cells.map((cell) => height(cell, other - 0.24, size)));
      return sum + high + 0.16;
    }, height("x", 1, size) + 0.16);
  let size = 22;
  while (size > 10 && tall(size) > AREA.h) size -= 0.5;
  const head = { ...text, fontSize: size, bold: true, fill: { color: COLOR.soft }, valign: "middle" };
  const heads = picture.head.length < columns ? ["", ...picture.head] : picture.head;
  const rows = [
    heads.map((name) => ({ text: name || " ", options: head })),
    ...picture.rows.map((row) => [{ text: row.name, options: head }, ...row.cells.map((cell) => cellOf(scene, cell, size))]),
  ];
  page.addTable(rows, { x: AREA.x, y: AREA.y + 0.05, w: AREA.w, colW: [first, ...Array(columns - 1).fill(other)], margin: [4, 8, 4, 8], border: { type: "solid", pt: 0.75, color: COLOR.line }, objectName: "table" });
}

/** Columns that leave cards neither narrow nor flat. */
function grid(count) {
  if (count <= 4) return count <= 2 ? count : count === 4 ? 2 : 3;
  return count <= 6 ? 3 : 4;
}

/** Many items stand as rows, which are as high as their words. */
function listing(scene) {
  const { page, text, slide } = scene;
  const { items, open } = slide.picture;
  const first = 3.2;
  const other = AREA.w - first;
  const foot = open ? 0.45 : 0;
  const lead = (item) => item.name || item.tag || "";
  const rest = (item) => [item.text === item.name ? "" : item.text, item.name ? item.tag : "", item.status === "stated" ? "" : state(scene, item.status)].filter(Boolean).join(" · ");
  const tall = (size) => items.reduce((sum, item) => sum + Math.max(height(lead(item), first - 0.3, size * 1.1), height(rest(item), other - 0.3, size)) + 0.13, 0);
  let size = 20;
  while (size > 10 && tall(size) > (AREA.h - foot) * 1.06) size -= 0.5;
  const rows = items.map((item) => [
    { text: lead(item) || " ", options: { ...text, fontSize: size, bold: !!item.name, fill: { color: COLOR.soft }, valign: "middle" } },
    { text: rest(item) || " ", options: { ...text, fontSize: size, valign: "middle" } },
  ]);
  page.addTable(rows, { x: AREA.x, y: AREA.y + 0.02, w: AREA.w, colW: [first, other], margin: [4, 8, 4, 8], border: { type: "solid", pt: 0.75, color: COLOR.line }, objectName: "table" });
  if (open) more(scene, foot);
}

function more({ page, text, words, slide }, high) {
  const { open } = slide.picture;
  page.addText(open === true ? words.open : open, { ...text, x: AREA.x, y: AREA.y + AREA.h - high, w: AREA.w, h: high, margin: 0, fontSize: LEAST, color: COLOR.muted, valign: "middle", objectName: "open" });
}

function cards(scene) {
  const { page, text, names, slide } = scene;
  const { items, ordered, open } = slide.picture;
  if (items.length > 6) return listing(scene);
  const columns = ordered && items.length <= 4 ? items.length : grid(items.length);
  const rows = Math.ceil(items.length / columns);
  const gap = ordered ? 0.42 : 0.22;
  const foot = open ? 0.45 : 0;
  const w = (AREA.w - gap * (columns - 1)) / columns;
  const h = Math.min(rows === 1 ? 4.2 : 9, (AREA.h - foot - 0.1 - 0.22 * (rows - 1)) / rows);
  const top = AREA.y + 0.1 + Math.max(0, (AREA.h - foot - 0.1 - rows * h - 0.22 * (rows - 1)) / 2.5);
  const inner = w - 0.36;
  // A state that all share is in the foot; one that differs stands on its card.
  const mixed = items.some((item) => item.status !== "stated");
  const bodyOf = (item) => (item.text && item.text !== item.name ? item.text : "");
  const whole = (item, size) => {
    const name = item.name ? height(item.name, inner, size * 1.34, 1.12) + 0.06 : 0;
    const tag = item.tag ? height(item.tag, inner, size * 0.85, 1.22) + 0.04 : 0;
    const body = bodyOf(item) ? height(bodyOf(item), inner, size, 1.22) + 0.06 : 0;
    return name + tag + body + (mixed ? height("x", inner, size * 0.85) : 0) + 0.2;
  };
  let size = 22;
  while (size > 9 && items.some((item) => whole(item, size) > h)) size -= 0.5;
  items.forEach((item, i) => {
    const x = AREA.x + (i % columns) * (w + gap);
    const y = top + Math.floor(i / columns) * (h + 0.22);
    const runs = [];
    if (item.name) runs.push({ text: item.name, options: { ...text, fontSize: size * 1.2, bold: true, breakLine: true, paraSpaceAfter: 4 } });
    if (item.tag) runs.push({ text: item.tag, options: { ...text, fontSize: size * 0.85, color: COLOR.muted, breakLine: true, paraSpaceAfter: 3 } });
    if (bodyOf(item)) runs.push({ text: item.text, options: { ...text, fontSize: size, color: item.status === "absent" ? COLOR.muted : COLOR.ink, breakLine: true, paraSpaceAfter: 4 } });
    if (mixed && item.status) runs.push({ text: state(scene, item.status), options: { ...text, fontSize: size * 0.85, color: COLOR.muted } });
    const name = `card ${i + 1}`;
    page.addText(runs, { shape: "rect", x, y, w, h, ...frame(item.status), margin: [13, 13, 7, 7], valign: "middle", objectName: name });
    names.set(name, { grouped: true });
    if (ordered && i % columns) {
      const arrow = `step ${i}`;
      page.addShape("line", { x: x - gap, y: y + h / 2, w: gap, h: 0, line: { color: COLOR.edge, width: 1.5, endArrowType: "triangle" }, objectName: arrow });
      names.set(arrow, { grouped: true, edge: { from: `card ${i}`, to: name } });
    }
  });
  if (open) more(scene, foot);
}

function marks(scene) {
  const { page, text, names, slide } = scene;
  const { count, label } = slide.picture;
  const columns = Math.min(10, count);
  const rows = Math.ceil(count / columns);
  const step = Math.min(1, 2.6 / rows, 10.4 / columns);
  const left = AREA.x + (AREA.w - step * columns) / 2;
  for (let i = 0; i < count; i += 1) {
    const name = `mark ${i + 1}`;
    page.addShape("ellipse", { x: left + (i % columns) * step + step * 0.12, y: AREA.y + 0.35 + Math.floor(i / columns) * step, w: step * 0.76, h: step * 0.76, fill: { color: SERIES[0] }, line: { color: SERIES[0], width: 1 }, objectName: name });
    names.set(name, { grouped: true });
  }
  const y = AREA.y + 0.55 + rows * step;
  const room = AREA.y + AREA.h - y;
  page.addText(label, { ...text, x: AREA.x + 0.8, y, w: AREA.w - 1.6, h: room, margin: 0, align: "center", valign: "top", fontSize: fit(label, AREA.w - 1.6, room, 24, LEAST), objectName: "label" });
}

/** A node that lines can hold on to. */
function node(scene, name, words, box, size, status = "stated") {
  scene.page.addText(words, { ...scene.text, shape: "rect", ...box, ...frame(status), margin: [8, 8, 3, 3], valign: "middle", fontSize: size, objectName: name });
  scene.names.set(name, { grouped: true });
}

/** A line from the right of one shape to the left of another. */
function edge(scene, name, from, to, a, b, status) {
  const [x1, y1, x2, y2] = [a.x + a.w, a.y + a.h / 2, b.x, b.y + b.h / 2];
  scene.page.addShape("line", {
    x: x1,
    y: Math.min(y1, y2),
    w: x2 - x1,
    h: Math.abs(y2 - y1),
    flipV: y2 < y1,
    line: { color: status === "inferred" ? COLOR.edge : COLOR.ink, width: status === "inferred" ? 1.25 : 2.25, dashType: status === "inferred" ? "dash" : "solid", endArrowType: "triangle" },
    objectName: name,
  });
  scene.names.set(name, { grouped: true, edge: { from, to } });
}

function thread(scene) {
  const { page, text, slide, words } = scene;
  const { columns, nodes, edges } = slide.picture;
  const gap = 1.35;
  const w = (AREA.w - gap * (columns.length - 1)) / columns.length;
  const column = (n) => (typeof n.column === "number" ? n.column : columns.indexOf(n.column));
  const boxes = {};
  const most = Math.max(...columns.map((_, c) => nodes.filter((n) => column(n) === c).length));
  const key = 0.42;
  const room = AREA.h - 0.5 - key;
  const h = Math.min(0.95, room / most - 0.14);
  let size = 18;
  while (size > 10 && nodes.some((n) => height(n.text, w - 0.3, size) + 0.1 > h)) size -= 0.5;
  columns.forEach((name, c) => {
    const x = AREA.x + c * (w + gap);
    page.addText(name, { ...text, x, y: AREA.y, w, h: 0.42, margin: 0, bold: true, fontSize: 16, color: COLOR.accent, objectName: `column ${c + 1}` });
    const own = nodes.filter((n) => column(n) === c);
    const pitch = room / own.length;
    own.forEach((n, i) => {
      boxes[n.id] = { x, y: AREA.y + 0.5 + pitch * i + (pitch - h) / 2, w, h };
      node(scene, n.id, n.text, boxes[n.id], size);
    });
  });
  edges.forEach((e, i) => {
    const [a, b] = [boxes[e.from], boxes[e.to]];
    if (a && b) a.x <= b.x ? edge(scene, `link ${i + 1}`, e.from, e.to, a, b, e.status) : edge(scene, `link ${i + 1}`, e.to, e.from, b, a, e.status);
  });
  const y = AREA.y + AREA.h - key / 2;
  let x = AREA.x;
  for (const status of ["stated", "inferred"]) {
    const count = edges.filter((e) => e.status === status).length;
    if (!count) continue;
    const label = `${words[status]} ${count}`;
    const dashed = status === "inferred";
    page.addShape("line", { x, y, w: 0.6, h: 0, line: { color: dashed ? COLOR.edge : COLOR.ink, width: dashed ? 1.25 : 2.25, dashType: dashed ? "dash" : "solid" }, objectName: `key ${status}` });
    page.addText(label, { ...text, x: x + 0.7, y: y - 0.18, w: 2.6, h: 0.36, margin: 0, fontSize: LEAST, color: COLOR.muted, valign: "middle", objectName: `key ${status} words` });
    x += 1.1 + (ems(label) * LEAST) / 72 + 0.3;
  }
}

function edges(scene) {
  const { page, text, slide } = scene;
  const list = slide.picture.edges;
  const pitch = Math.min(0.95, (AREA.h - 0.1) / list.length);
  const h = pitch * 0.76;
  const w = 4.1;
  const middle = AREA.w - 2 * w;
  const verb = (e) => said(scene, e.status, e.verb);
  let size = 18;
  while (size > 10 && list.some((e) => Math.max(height(e.from, w - 0.3, size), height(e.to, w - 0.3, size)) > h || height(verb(e), middle - 0.5, size) > pitch * 0.55)) size -= 0.5;
  const top = AREA.y + 0.05 + (AREA.h - pitch * list.length) / 2;
  list.forEach((e, i) => {
    const a = { x: AREA.x, y: top + i * pitch, w, h };
    const b = { ...a, x: AREA.x + w + middle };
    node(scene, `from ${i + 1}`, e.from, a, size);
    node(scene, `to ${i + 1}`, e.to, b, size);
    edge(scene, `relation ${i + 1}`, `from ${i + 1}`, `to ${i + 1}`, a, b, e.status);
    page.addText(verb(e), { ...text, x: a.x + w + 0.1, y: a.y - pitch * 0.12, w: middle - 0.3, h: h / 2 + pitch * 0.1, margin: 0, align: "center", valign: "bottom", fontSize: size * 0.9, color: COLOR.muted, objectName: `verb ${i + 1}` });
    scene.names.set(`verb ${i + 1}`, { grouped: true });
  });
}

function bars(scene) {
  const { pptx, page, text, slide } = scene;
  const { categories, series, axis } = slide.picture;
  const note = [axis, slide.picture.note].filter(Boolean).join(scene.deck.lang === "zh" ? "；" : "; ");
  const lying = categories.some((name) => ems(name) > 6) || categories.length > 8;
  const data = series.map((s) => ({ name: s.name, labels: categories, values: s.values }));
  const foot = note ? 0.5 : 0;
  const size = categories.length > 14 ? 11 : LEAST;
  page.addChart(pptx.ChartType.bar, data, {
    x: AREA.x,
    y: AREA.y,
    w: AREA.w,
    h: AREA.h - foot,
    barDir: lying ? "bar" : "col",
    barGrouping: series.length > 1 ? "stacked" : "clustered",
    barGapWidthPct: 45,
    chartColors: SERIES.slice(0, Math.max(1, series.length)),
    catAxisOrientation: lying ? "maxMin" : "minMax",
    catAxisLabelFontFace: text.fontFace,
    catAxisLabelFontSize: size,
    catAxisLabelColor: COLOR.ink,
    catAxisLineColor: COLOR.edge,
    valAxisHidden: true,
    valAxisMinVal: 0,
    valGridLine: { style: "none" },
    catGridLine: { style: "none" },
    showValue: true,
    dataLabelFormatCode: "0;;",
    dataLabelFontFace: text.fontFace,
    dataLabelFontSize: size,
    dataLabelColor: series.length > 1 ? COLOR.ground : COLOR.ink,
    dataLabelPosition: series.length > 1 ? "ctr" : "outEnd",
    showLegend: series.length > 1,
    legendPos: "t",
    legendFontFace: text.fontFace,
    legendFontSize: LEAST,
    legendColor: COLOR.ink,
    altText: slide.alt,
    objectName: "chart",
  });
  if (note) page.addText(note, { ...text, x: AREA.x, y: AREA.y + AREA.h - foot, w: AREA.w, h: foot, margin: 0, fontSize: fit(note, AREA.w, foot, LEAST, 11), color: COLOR.muted, valign: "middle", objectName: "note" });
}

function quote(scene) {
  const { page, text, slide } = scene;
  const { sentence, text: quoted, translation } = slide.picture;
  const room = AREA.h - 0.5 - (translation ? 2.1 : 0);
  const size = fit(quoted, AREA.w - 0.8, room, translation ? 24 : 30, 16);
  page.addShape("line", { x: AREA.x + 0.1, y: AREA.y + 0.3, w: 0, h: AREA.h - 0.8, line: { color: COLOR.accent, width: 3 }, objectName: "rule" });
  const runs = [{ text: quoted, options: { ...text, lang: "zh-CN", fontFace: "SimSun", fontSize: size, breakLine: true, paraSpaceAfter: 14 } }];
  if (translation) runs.push({ text: translation, options: { ...text, fontSize: fit(translation, AREA.w - 0.8, 1.9, 20, 14), breakLine: true, paraSpaceAfter: 10 } });
  runs.push({ text: sentence, options: { ...text, fontSize: LEAST, color: COLOR.muted } });
  page.addText(runs, { x: AREA.x + 0.45, y: AREA.y + 0.1, w: AREA.w - 0.7, h: AREA.h - 0.4, margin: 0, valign: "middle", objectName: "quotation" });
}

const KINDS = { bars, cards, edges, marks, quote, table, thread, timeline };

export function draw(scene) {
  const kind = KINDS[scene.slide.picture.kind];
  if (!kind) throw new Error(`slide ${scene.slide.id}: no picture of kind ${scene.slide.picture.kind}`);
  kind(scene);
}
