// Decks as PowerPoint files, made of native charts, tables and shapes. The native program runs this
// in QuickJS while the site is built; `cargo xtask assets` makes it one script with the global `decks`.
import PptxGenJS from "pptxgenjs";
import { draw } from "./pictures.mjs";
import { fit } from "./measure.mjs";
import { AREA, COLOR, FACE, TAG } from "./style.mjs";
import { mend } from "./mend.mjs";

const MASTER = "brief";

/** What the notes say under a slide: the speaker's words, then every statement with its sentences. */
function notes(slide, words) {
  const out = slide.notes.split(/\n+/).filter(Boolean);
  out.push("", words.sources);
  for (const source of slide.sources) {
    out.push(`[${words[source.status]}] ${source.text}`);
    for (const quote of source.quotes) {
      out.push(`${quote.sentence} ${quote.text}`);
      if (quote.translation) out.push(quote.translation);
    }
    if (source.why) out.push(`${words.why} ${source.why}`);
    if (source.sought?.length) out.push(`${words.sought} ${source.sought.join("、")}`);
  }
  return out.join("\n");
}

/** The foot: sentence ids, and how many statements are of which state. */
function basis(slide, words) {
  const ids = [...new Set(slide.sources.flatMap((s) => s.quotes.map((q) => q.sentence)))];
  const states = ["stated", "inferred", "absent"]
    .map((status) => [words[status], slide.sources.filter((s) => s.status === status).length])
    .filter(([, count]) => count)
    .map(([word, count]) => `${word} ${count}`);
  return [ids.join(" "), states.join(" · ")].filter(Boolean).join("   ");
}

function bullets(page, slide, text) {
  const size = fit(slide.lines.map((line) => `${line}\n`).join("\n"), AREA.w - 0.6, AREA.h - 0.4, 28, 18);
  const paragraphs = slide.lines.map((line) => ({
    text: line,
    options: { ...text, fontSize: size, bullet: { indent: 22 }, breakLine: true, paraSpaceAfter: size * 0.7 },
  }));
  page.addText(paragraphs, { ...AREA, objectName: "lines", valign: "middle", margin: 0, color: COLOR.ink });
}

/** The parts of the file by path; a part that is an object is a zip of its own. */
export async function parts(deck, words) {
  const pptx = new PptxGenJS();
  const face = FACE[deck.lang];
  const text = { fontFace: face, lang: TAG[deck.lang], color: COLOR.ink };
  pptx.layout = "LAYOUT_WIDE";
  pptx.title = deck.title;
  pptx.subject = deck.name;
  pptx.author = deck.publisher;
  pptx.company = "";
  pptx.theme = { headFontFace: face, bodyFontFace: face };
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: COLOR.ground },
    objects: [
      { rect: { x: 0, y: 0, w: 0.12, h: 7.5, fill: { color: COLOR.accent }, line: { color: COLOR.accent, width: 0 } } },
      { placeholder: { options: { name: "title", type: "title", x: AREA.x, y: 0.42, w: AREA.w, h: 1.05, align: "left", valign: "middle", margin: 0, fontFace: face, fontSize: 28, bold: true, color: COLOR.ink }, text: "" } },
      { line: { x: AREA.x, y: 1.53, w: AREA.w, h: 0, line: { color: COLOR.line, width: 1 } } },
    ],
    slideNumber: { x: 12.13, y: 6.98, w: 0.6, h: 0.3, align: "right", margin: 0, fontFace: face, fontSize: 12, color: COLOR.muted },
  });

  const described = [];
  for (const slide of deck.slides) {
    const page = pptx.addSlide({ masterName: MASTER });
    const names = new Map();
    page.addText(slide.title, { placeholder: "title", ...text, bold: true, align: "left", fontSize: fit(slide.title, AREA.w, 1.05, 30, 20) });
    const scene = { pptx, page, text, words, deck, slide, names };
    if (slide.picture) draw(scene);
    else bullets(page, slide, text);
    const foot = basis(slide, words);
    page.addText(foot, { ...text, x: AREA.x, y: 6.93, w: 11.3, h: 0.4, margin: 0, fontSize: fit(foot, 11.3, 0.4, 12, 8), color: COLOR.muted, valign: "middle", objectName: words.sources });
    page.addNotes(notes(slide, words));
    described.push({ alt: slide.alt ?? "", hollow: (slide.picture?.series ?? []).map((s) => !!s.hollow), names });
  }
  return mend(await pptx.write({ outputType: "base64" }), described, deck);
}
