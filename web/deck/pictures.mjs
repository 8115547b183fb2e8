// The pictures of a deck, each from PowerPoint's own parts: chart, table, shapes, connectors.
import { cards, marks } from "./cards.mjs";
import { bars } from "./chart.mjs";
import { edges } from "./edges.mjs";
import { largest, stack } from "./measure.mjs";
import { paragraph, runs } from "./parts.mjs";
import { COLOR, LEAST, QUOTED, TAG } from "./style.mjs";
import { comparison, lines } from "./table.mjs";
import { thread } from "./thread.mjs";
import { timeline } from "./timeline.mjs";

/** The source's own words, set off by a rule; below them the same in the edition's language. */
function quote(scene) {
  const { page, slide, area } = scene;
  const { sentence, text: quoted, translation } = slide.picture;
  const box = { x: area.x + 0.4, y: area.y + 0.1, w: area.w - 0.8, h: area.h - 0.2 };
  const parts = (size) => [
    paragraph(quoted, size, { share: translation ? 1.1 : 1.15, after: 14 }),
    ...(translation ? [paragraph(translation, size, { after: 14 })] : []),
    paragraph(sentence, LEAST, { color: COLOR.muted }),
  ];
  const size = largest(30, LEAST, (s) => stack(parts(s), box.w) + 0.1 <= box.h);
  const own = parts(size);
  const high = stack(own, box.w) + 0.3;
  const y = box.y + (box.h - high) * 0.35;
  const words = runs(scene, own);
  words[0].options = { ...words[0].options, lang: TAG.zh, fontFace: QUOTED };
  page.addShape("line", { x: area.x + 0.06, y, w: 0, h: high, line: { color: COLOR.main, width: 4 }, objectName: "rule" });
  page.addText(words, { ...box, y, h: high, margin: 0, valign: "middle", objectName: "quotation" });
}

const KINDS = { bars, cards, edges, marks, quote, table: comparison, thread, timeline };

/** Draws a slide's picture, or its lines where it has none. */
export function draw(scene) {
  const { picture, id } = scene.slide;
  if (!picture) return lines(scene);
  const kind = KINDS[picture.kind];
  if (!kind) throw new Error(`slide ${id}: no picture of kind ${picture.kind}`);
  return kind(scene);
}
