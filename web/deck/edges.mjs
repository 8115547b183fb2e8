// Who does what with whom: boxes, connectors, and the verb between them.
import { height, largest, orphans, tidied, width } from "./measure.mjs";
import { edge, grouped, heading, node, state } from "./parts.mjs";
import { COLOR, LEAST } from "./style.mjs";

/** A verb, and whose reading it is where the text does not say it. */
function said(scene, e) {
  if (e.status !== "inferred") return e.verb;
  return scene.deck.lang === "zh" ? `${e.verb}（${state(scene, "inferred")}）` : `${e.verb} (${state(scene, "inferred")})`;
}

/** What all relations have in common, if anything. */
function centre(list) {
  return [list[0].from, list[0].to].find((name) => list.every((e) => e.from === name || e.to === name));
}

/** Those on one side of the centre, under the verb that they share. */
function groups(scene, list, side) {
  const out = new Map();
  for (const e of list) {
    const verb = said(scene, e);
    if (!out.has(verb)) out.set(verb, { verb, status: e.status, members: [] });
    out.get(verb).members.push(e[side]);
  }
  return [...out.values()];
}

const HEAD = 0.44;
const GAP = 0.14;
const SIDE = 0.15;

/** Boxes of one side, one below the other, under their verbs; gives where they stand. */
function column(scene, side, parts, box, size, h) {
  const count = parts.reduce((sum, p) => sum + p.members.length, 0);
  let y = box.y + (box.h - count * (h + GAP) - parts.length * (HEAD + GAP)) / 2;
  const out = [];
  parts.forEach((part, p) => {
    y += p ? GAP : 0;
    scene.page.addText(heading(part.verb), { ...scene.text, x: box.x, y, w: box.w, h: HEAD, margin: 0, bold: true, fontSize: Math.max(LEAST, size * 0.85), color: COLOR.accent, valign: "middle", objectName: grouped(scene, `${side} verb ${p + 1}`) });
    y += HEAD + 0.02;
    for (const member of part.members) {
      const name = `${side} ${out.length + 1}`;
      const at = { x: box.x, y, w: box.w, h };
      node(scene, name, member, at, size);
      out.push({ name, at, status: part.status });
      y += h + GAP;
    }
  });
  return out;
}

function around(scene, hub) {
  const { slide, area } = scene;
  const list = slide.picture.edges;
  const into = groups(scene, list.filter((e) => e.to === hub), "from");
  const out = groups(scene, list.filter((e) => e.from === hub), "to");
  const both = into.length && out.length;
  const wide = both ? 3.95 : 5.1;
  const middle = both ? 2.5 : 4.5;
  const gap = both ? (area.w - 2 * wide - middle) / 2 : area.w - wide - middle;
  const names = [...into, ...out].flatMap((p) => p.members);
  const count = (parts) => parts.reduce((sum, p) => sum + p.members.length, 0);
  const tallest = (parts) => Math.min(1.1, (area.h - parts.length * (HEAD + 2 * GAP)) / count(parts) - GAP);
  const fits = (parts, s) => parts.every((p) => width(p.verb, s * 0.85, true) <= wide && p.members.every((n) => height(n, wide - 2 * SIDE, s) + 0.1 <= tallest(parts)));
  const lonely = (size) => orphans(names.map((text) => ({ text, size })), wide - 2 * SIDE);
  const size = tidied(largest(24, LEAST, (s) => fits(into, s) && fits(out, s)), LEAST, lonely);
  const at = { x: into.length ? area.x + wide + gap : area.x, w: middle };
  const large = largest(28, LEAST, (s) => height(hub, middle - 2 * SIDE, s, true) <= 2.2);
  const tall = Math.max(1.5, height(hub, middle - 2 * SIDE, large, true) + 0.5);
  const box = { ...at, y: area.y + (area.h - tall) / 2, h: tall };
  node(scene, "centre", hub, box, large, { bold: true, align: "center" });
  column(scene, "from", into, { ...area, w: wide }, size, tallest(into)).forEach((n, i) => edge(scene, `into ${i + 1}`, n.name, "centre", n.at, box, n.status));
  column(scene, "to", out, { ...area, x: box.x + middle + gap, w: wide }, size, tallest(out)).forEach((n, i) => edge(scene, `out ${i + 1}`, "centre", n.name, box, n.at, n.status));
}

/** Relations that have nothing in common, each on a row of its own. */
function apart(scene) {
  const { page, text, slide, area } = scene;
  const list = slide.picture.edges;
  const pitch = Math.min(1.1, area.h / list.length);
  const h = pitch * 0.78;
  const w = 4.1;
  const middle = area.w - 2 * w;
  const fits = (s) => list.every((e) => Math.max(height(e.from, w - 2 * SIDE, s), height(e.to, w - 2 * SIDE, s)) + 0.08 <= h && height(said(scene, e), middle - 0.4, s * 0.9) <= h / 2 + pitch * 0.1);
  const size = largest(20, LEAST, fits);
  const top = area.y + (area.h - pitch * list.length) / 2;
  list.forEach((e, i) => {
    const a = { x: area.x, y: top + i * pitch, w, h };
    const b = { ...a, x: area.x + w + middle };
    node(scene, `from ${i + 1}`, e.from, a, size);
    node(scene, `to ${i + 1}`, e.to, b, size);
    edge(scene, `relation ${i + 1}`, `from ${i + 1}`, `to ${i + 1}`, a, b, e.status);
    page.addText(said(scene, e), { ...text, x: a.x + w + 0.1, y: a.y - pitch * 0.11, w: middle - 0.3, h: h / 2 + pitch * 0.1, margin: 0, align: "center", valign: "bottom", fontSize: Math.max(LEAST, size * 0.9), color: COLOR.muted, objectName: grouped(scene, `verb ${i + 1}`) });
  });
}

export function edges(scene) {
  const hub = centre(scene.slide.picture.edges);
  return hub ? around(scene, hub) : apart(scene);
}
