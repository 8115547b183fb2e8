// Pictures that are tables: a comparison, a list of items, the lines of a slide.
import { width } from "./measure.mjs";
import { heading, paragraph, sized, state, table } from "./parts.mjs";
import { COLOR } from "./style.mjs";

/** Dimensions by places. */
export function comparison(scene) {
  const { picture } = scene.slide;
  const columns = Math.max(picture.head.length, 1 + Math.max(...picture.rows.map((row) => row.cells.length)));
  const first = Math.min(2.1, scene.area.w / columns);
  const widths = [first, ...Array(columns - 1).fill((scene.area.w - first) / (columns - 1))];
  const heads = picture.head.length < columns ? ["", ...picture.head] : picture.head;
  const said = (cell) => (size) => {
    if (cell.status === "absent") return [paragraph(state(scene, "absent"), size, { color: COLOR.muted })];
    const own = [paragraph(cell.text, size, { after: 2 })];
    return cell.status === "inferred" ? [...own, paragraph(state(scene, "inferred"), size, { share: 0.8, color: COLOR.muted })] : own;
  };
  const bold = (text) => (size) => [paragraph(text || " ", size, { bold: true })];
  const rows = [heads.map(bold), ...picture.rows.map((row) => [bold(row.name), ...row.cells.map(said)])];
  table(scene, rows, widths, scene.area, { head: true, most: 22 });
}

/** Items as rows: what they are called, and what is said of them. */
function listed(scene, room) {
  const { items } = scene.slide.picture;
  const mixed = new Set(items.map((item) => item.status)).size > 1;
  const tone = (item) => (item.status === "absent" ? COLOR.muted : COLOR.ink);
  const body = (item) => (size) => {
    const own = [paragraph(heading(item.text && item.text !== item.name ? item.text : " "), size, { color: tone(item), after: 2 })];
    return mixed && item.status !== "stated" ? [...own, paragraph(state(scene, item.status), size, { share: 0.8, color: COLOR.muted })] : own;
  };
  if (items.every((item) => !item.name)) return { rows: items.map((item) => [body(item)]), widths: [room.w] };
  const lead = (item) => (size) => {
    const own = [paragraph(heading(item.name), size, { share: 1.1, bold: true, after: 2 })];
    return item.tag ? [...own, paragraph(item.tag, size, { share: 0.8, color: COLOR.muted })] : own;
  };
  const longest = Math.max(...items.map((item) => width(item.name, 24, true)));
  const first = Math.min(4.2, Math.max(2.8, longest + 0.3));
  return { rows: items.map((item) => [lead(item), body(item)]), widths: [first, room.w - first] };
}

/** The size that items have as rows. */
export function listingSize(scene, room) {
  const { rows, widths } = listed(scene, room);
  return sized(rows, widths, room.h, 26).size;
}

/** Many items, or long ones, stand as rows. */
export function listing(scene, room) {
  const { rows, widths } = listed(scene, room);
  const absent = scene.slide.picture.items.every((item) => item.status === "absent");
  table(scene, rows, widths, room, { most: 26, rule: absent ? "dot" : "solid" });
}

/** Lines that all have two halves, a heading or a question before what is said, stand in two columns. */
export function lines(scene) {
  const halves = scene.slide.lines.map((line) => line.match(/^(.+?)(?:：|: )(.+)$/) ?? line.match(/^(.+?[？?])\s*(.+)$/));
  const most = 28;
  if (!halves.every(Boolean)) {
    const rows = scene.slide.lines.map((line) => [(size) => [paragraph(line, size)]]);
    return table(scene, rows, [scene.area.w], scene.area, { most });
  }
  const longest = Math.max(...halves.map(([, lead]) => width(lead, most, true)));
  const first = Math.min(scene.area.w * 0.46, Math.max(2.6, longest + 0.4));
  const rows = halves.map(([, lead, rest]) => [(size) => [paragraph(lead, size, { bold: true })], (size) => [paragraph(heading(rest), size)]]);
  table(scene, rows, [first, scene.area.w - first], scene.area, { most });
}
