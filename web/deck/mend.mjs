// What pptxgenjs leaves undone, put right in the parts it wrote: words for screen readers, groups,
// connectors that hold on to their shapes, a face for Chinese, notes in paragraphs, no made-up dates,
// languages, and the order and the list of parts that the format asks for.
import { EAST_ASIAN, FACE, QUOTED, TAG } from "./style.mjs";

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Chinese gets a face of its own, whatever the Latin one is, and words their language. */
function faces(xml, tag) {
  return xml
    .replaceAll(`<a:latin typeface="${QUOTED}"`, `<a:latin typeface="${FACE}"`)
    .replace(new RegExp(`<a:ea typeface="(?!${QUOTED}")[^"+]*"`, "g"), `<a:ea typeface="${EAST_ASIAN}"`)
    .replace(/<a:latin typeface="Arial"\/>(?!<a:ea)/g, `<a:latin typeface="${FACE}"/><a:ea typeface="${EAST_ASIAN}"/>`)
    .replaceAll(' altLang="en-US"', "")
    .replaceAll('lang="en-US"', `lang="${tag}"`);
}

function notes(xml, deck) {
  return xml.replace(/<a:p><a:r><a:rPr lang="[^"]*" dirty="0"\/><a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr lang="[^"]*" dirty="0"\/><\/a:p>/, (_, text) =>
    text
      .split(/\r?\n/)
      .map((line) => {
        const tag = /[\u4e00-\u9fff]/.test(line) ? TAG.zh : TAG[deck.lang];
        return line ? `<a:p><a:r><a:rPr lang="${tag}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>` : "<a:p/>";
      })
      .join(""),
  );
}

/** A line named after two shapes becomes a connector between them. */
function connectors(xml, names) {
  const ids = Object.fromEntries([...xml.matchAll(/<p:cNvPr id="(\d+)" name="([^"]*)"/g)].map(([, id, name]) => [name, id]));
  return xml.replace(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*?<\/p:sp>/g, (shape) => {
    const [, id, name] = shape.match(/<p:cNvPr id="(\d+)" name="([^"]*)"/) ?? [];
    const edge = names.get(name)?.edge;
    if (!edge) return shape;
    const [drawn] = shape.match(/<p:spPr>[\s\S]*<\/p:spPr>/) ?? [""];
    const [from, to] = [ids[edge.from], ids[edge.to]];
    return `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvCxnSpPr><a:stCxn id="${from}" idx="3"/><a:endCxn id="${to}" idx="1"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>${drawn}</p:cxnSp>`;
  });
}

/** Shapes that are one picture stand in one group, which the picture's words describe. */
function groups(xml, names, alt) {
  const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => Number(id));
  const inside = [];
  let first = -1;
  const rest = xml.replace(/<p:(sp|cxnSp)>(?:(?!<\/p:\1>)[\s\S])*?<\/p:\1>/g, (shape, _, at) => {
    const [, name] = shape.match(/<p:cNvPr id="\d+" name="([^"]*)"/) ?? [];
    if (!names.get(name)?.grouped) return shape;
    if (first < 0) first = at;
    inside.push(shape);
    return "";
  });
  if (!inside.length) return xml;
  const boxes = inside.map((shape) => {
    const [, x, y] = shape.match(/<a:off x="(-?\d+)" y="(-?\d+)"/).map(Number);
    const [, w, h] = shape.match(/<a:ext cx="(\d+)" cy="(\d+)"/).map(Number);
    return { x, y, right: x + w, bottom: y + h };
  });
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  const size = `cx="${Math.max(...boxes.map((b) => b.right)) - x}" cy="${Math.max(...boxes.map((b) => b.bottom)) - y}"`;
  const group =
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${Math.max(...ids) + 1}" name="picture" descr="${escaped(alt)}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>` +
    `<p:grpSpPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext ${size}/><a:chOff x="${x}" y="${y}"/><a:chExt ${size}/></a:xfrm></p:grpSpPr>${inside.join("")}</p:grpSp>`;
  return rest.slice(0, first) + group + rest.slice(first);
}

/** What only decorates is nothing to read out. */
const DECORATIVE = '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** Ids that are each used once; a slide's number, from which the cover is left out. */
function numbered(xml, number) {
  let id = 0;
  return xml
    .replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${(id += 1)}"`)
    .replace(/(type="slidenum">[\s\S]*?<a:t>)\d+/, `$1${number}`);
}

/** The lines of a title are about as long as each other: its box, which the layout sets, is made narrower. */
function narrowed(xml, inches) {
  return xml.replace(/(type="title"[\s\S]*?<a:ext cx=")\d+/, `$1${Math.round(inches * 914400)}`);
}

function slide(xml, { alt, names, title }, number) {
  return (
    narrowed(groups(connectors(numbered(xml, number), names), names, alt), title)
      // A table's frame takes the picture's words; charts and groups have theirs.
      .replace(/<p:cNvPr id="(\d+)" name="table"(?: descr="[^"]*")?/, `<p:cNvPr id="$1" name="table" descr="${escaped(alt)}"`)
      // A heading row and a heading column are such for screen readers too.
      .replace("<a:tblPr/>", `<a:tblPr firstCol="1"${/<a:tc><a:txBody>[\s\S]*?<a:t> <\/a:t>/.test(xml) ? ' firstRow="1"' : ""}/>`)
      .replace(/<p:cNvPr id="(\d+)" name="rule"[^>]*>(?:<\/p:cNvPr>)?/, `<p:cNvPr id="$1" name="rule">${DECORATIVE}</p:cNvPr>`)
  );
}

/** Plain categories; a hollow series, which is what is not there, is an outline, not a colour. */
function chart(xml, hollow) {
  let at = -1;
  return xml
    .replace('<c:roundedCorners val="1"/>', '<c:roundedCorners val="0"/>')
    .replace(/multiLvlStr(Ref|Cache)/g, "str$1")
    .replace(/<\/?c:lvl>/g, "")
    .replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) => {
      at += 1;
      if (!hollow?.[at]) return series;
      const outline = '<c:spPr><a:noFill/><a:ln w="15875"><a:solidFill><a:srgbClr val="4F5967"/></a:solidFill><a:prstDash val="sysDash"/></a:ln></c:spPr>';
      const labels = (part) => part.replaceAll('<a:srgbClr val="FFFFFF"/>', '<a:srgbClr val="1C2430"/>');
      return series.replace(/<c:spPr>[\s\S]*?<\/c:spPr>/, outline).replace(/<c:dLbls>[\s\S]*?<\/c:dLbls>/, labels);
    });
}

const undated = (xml) => xml.replace(/\s*<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "");

/** What the file says of itself: nothing that was not so. */
function properties(out, deck) {
  out["docProps/core.xml"] = undated(out["docProps/core.xml"]).replace("</cp:coreProperties>", `<dc:language>${TAG[deck.lang]}</dc:language></cp:coreProperties>`);
  out["docProps/app.xml"] =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
    `<Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${deck.slides.length + 1}</Slides><Notes>${deck.slides.length}</Notes><HiddenSlides>0</HiddenSlides><Company>${escaped(deck.publisher)}</Company><AppVersion>16.0000</AppVersion></Properties>`;
}

/** The presentation lists its masters before its slides; notes are a page as high as paper; no part is listed that is not there. */
function whole(out) {
  const path = "ppt/presentation.xml";
  const [masters] = out[path].match(/<p:notesMasterIdLst>[\s\S]*?<\/p:notesMasterIdLst>/) ?? [""];
  out[path] = out[path]
    .replace(masters, "")
    .replace("<p:sldIdLst>", `${masters}<p:sldIdLst>`)
    // The cover is no slide of the briefing: the first of those is the first.
    .replace("<p:presentation ", '<p:presentation firstSlideNum="0" ')
    .replace(/<p:notesSz [^>]*>/, '<p:notesSz cx="6858000" cy="9144000"/>');
  const master = "ppt/notesMasters/notesMaster1.xml";
  out[master] = out[master].replace(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*?<p:ph type="dt"[\s\S]*?<\/p:sp>/, "");
  listed(out);
}

/** Types name no part that is not there. */
function listed(out) {
  const types = "[Content_Types].xml";
  out[types] = out[types].replace(/<Override PartName="\/([^"]*)"[^>]*>/g, (entry, part) => (part in out ? entry : ""));
}

/** A chart's workbook: a nought is a value, not an empty cell; no table that its sheet does not use. */
function workbook(book, deck) {
  book["xl/worksheets/sheet1.xml"] = book["xl/worksheets/sheet1.xml"].replaceAll("<v></v>", "<v>0</v>");
  book["docProps/core.xml"] = undated(book["docProps/core.xml"]).replaceAll("PptxGenJS", escaped(deck.publisher));
  delete book["xl/tables/table1.xml"];
  delete book["xl/worksheets/_rels/sheet1.xml.rels"];
  listed(book);
}

export function mend(files, described, deck) {
  const out = {};
  for (const [path, content] of Object.entries(files)) out[path] = typeof content === "string" ? faces(content, TAG[deck.lang]) : content;
  const charts = described.map((d) => d.hollow).filter((hollow) => hollow.length);
  described.forEach((what, i) => {
    out[`ppt/slides/slide${i + 1}.xml`] = slide(out[`ppt/slides/slide${i + 1}.xml`], what, i);
    const path = `ppt/notesSlides/notesSlide${i + 1}.xml`;
    out[path] = notes(out[path], deck);
  });
  const drawn = Object.keys(out).filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path));
  drawn.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).forEach((path, i) => {
    out[path] = chart(out[path], charts[i]);
  });
  properties(out, deck);
  whole(out);
  for (const book of Object.values(out).filter((part) => typeof part !== "string")) workbook(book, deck);
  return out;
}
