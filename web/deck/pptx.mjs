// Decks as PowerPoint files, made of native charts, tables and shapes. The native program runs this
// in QuickJS while the site is built; `cargo xtask assets` makes it one script with the global `decks`.
import PptxGenJS from "pptxgenjs";
import { balanced, largest, lines } from "./measure.mjs";
import { mend } from "./mend.mjs";
import { draw } from "./pictures.mjs";
import { COLOR, FACE, FOOT, FRONT, LEAST, NUMBER, RULE, TAG, TITLE, area } from "./style.mjs";

const MASTER = "brief";
const COVER = "cover";

/** What the briefing is, how long it takes, who answers for it and what it is about; it has no number. */
function cover(pptx, deck, text) {
  const page = pptx.addSlide({ masterName: COVER });
  const size = largest(44, 36, (s) => lines(deck.title, FRONT.w, s, true) <= lines(deck.title, FRONT.w, 36, true));
  page.addText(deck.title, { placeholder: "title", ...text, ...FRONT, margin: 0, bold: true, align: "left", valign: "bottom", fontSize: size });
  const below = { ...text, x: FRONT.x, w: FRONT.w, margin: 0, valign: "top" };
  page.addText(deck.name, { ...below, y: FRONT.y + FRONT.h + 0.3, h: 0.6, fontSize: 26, color: COLOR.accent, objectName: "length" });
  page.addText(`${deck.publisher}\n${deck.source}`, { ...below, y: 5.7, h: 1, fontSize: 18, color: COLOR.muted, objectName: "publisher" });
  return { title: balanced(deck.title, FRONT.w, size, true), alt: "", hollow: [], names: new Map() };
}

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

/** Sentences in the order of the text, neighbours drawn together: `p2s1–3`. */
function sentences(slide) {
  const ids = [...new Set(slide.sources.flatMap((s) => s.quotes.map((q) => q.sentence)))];
  const known = ids.map((id) => id.match(/^(.*\D)(\d+)$/)).filter(Boolean).map(([, paragraph, n]) => ({ paragraph, n: Number(n) }));
  known.sort((a, b) => a.paragraph.localeCompare(b.paragraph, "en", { numeric: true }) || a.n - b.n);
  const spans = [];
  for (const { paragraph, n } of known) {
    const last = spans.at(-1);
    if (last?.paragraph === paragraph && last.to === n - 1) last.to = n;
    else spans.push({ paragraph, from: n, to: n });
  }
  return spans.map((s) => `${s.paragraph}${s.from}${s.to > s.from ? `–${s.to}` : ""}`);
}

/** The foot: which sentences, and how many statements are of which state. */
function basis(slide, words, zh) {
  const states = ["stated", "inferred", "absent"]
    .map((status) => [words[status], slide.sources.filter((s) => s.status === status).length])
    .filter(([, count]) => count)
    .map(([word, count]) => `${word} ${count}`);
  const ids = sentences(slide).join(" ");
  return [ids && `${words.sources}${zh ? "：" : ": "}${ids}`, states.join(" · ")].filter(Boolean).join("    ");
}

/** The parts of the file by path; a part that is an object is a zip of its own. */
export async function parts(deck, words) {
  const pptx = new PptxGenJS();
  const zh = deck.lang === "zh";
  const text = { fontFace: FACE, lang: TAG[deck.lang], color: COLOR.ink, lineSpacingMultiple: zh ? 1.1 : 1.05 };
  // Every title at one size, and every picture at one height.
  const rows = (size) => Math.max(...deck.slides.map((slide) => lines(slide.title, TITLE.w, size, true)));
  const size = largest(TITLE.size[deck.lang], 24, (s) => rows(s) <= (zh ? 1 : 2));
  const room = area(rows(size));
  const title = { x: TITLE.x, y: TITLE.y, w: TITLE.w, h: room.y - TITLE.y - 0.12 };
  pptx.layout = "LAYOUT_WIDE";
  pptx.title = deck.title;
  pptx.subject = deck.name;
  pptx.author = deck.publisher;
  pptx.company = deck.publisher;
  pptx.theme = { headFontFace: FACE, bodyFontFace: FACE };
  pptx.defineSlideMaster({
    title: MASTER,
    background: { color: COLOR.ground },
    objects: [
      { rect: { ...RULE, fill: { color: COLOR.accent }, line: { color: COLOR.accent, width: 0 } } },
      { placeholder: { options: { name: "title", type: "title", ...title, align: "left", valign: "top", margin: 0, fontFace: FACE, fontSize: size, bold: true, color: COLOR.ink }, text: "" } },
    ],
    slideNumber: { ...NUMBER, align: "right", valign: "middle", margin: 0, fontFace: FACE, fontSize: LEAST, color: COLOR.muted },
  });

  pptx.defineSlideMaster({
    title: COVER,
    background: { color: COLOR.ground },
    objects: [
      { rect: { ...RULE, fill: { color: COLOR.accent }, line: { color: COLOR.accent, width: 0 } } },
      { placeholder: { options: { name: "title", type: "title", ...FRONT, align: "left", valign: "bottom", margin: 0, fontFace: FACE, fontSize: 40, bold: true, color: COLOR.ink }, text: "" } },
    ],
  });

  const described = [cover(pptx, deck, text)];
  for (const slide of deck.slides) {
    const page = pptx.addSlide({ masterName: MASTER });
    const names = new Map();
    page.addText(slide.title, { placeholder: "title", ...text, ...title, margin: 0, bold: true, align: "left", valign: "top", fontSize: size });
    draw({ pptx, page, text, words, deck, slide, names, area: room });
    const foot = basis(slide, words, zh);
    page.addText(foot, { ...text, ...FOOT, margin: 0, fontSize: LEAST, color: COLOR.muted, valign: "middle", objectName: "sources" });
    page.addNotes(notes(slide, words));
    described.push({ title: balanced(slide.title, TITLE.w, size, true), alt: slide.alt || slide.lines.join("; "), hollow: (slide.picture?.series ?? []).map((s) => !!s.hollow), names });
  }
  return mend(await pptx.write({ outputType: "base64" }), described, deck);
}
