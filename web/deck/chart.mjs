// A figure as a native chart, with its numbers in a workbook of its own.
import { height } from "./measure.mjs";
import { COLOR, LEAST, SERIES } from "./style.mjs";

export function bars(scene) {
  const { pptx, page, text, slide, area } = scene;
  const { categories, series, axis } = slide.picture;
  const note = slide.picture.note || axis;
  const foot = note ? height(note, area.w, 16) + 0.1 : 0;
  const size = categories.length > 14 ? LEAST : 18;
  const many = series.length > 1;
  const data = series.map((s) => ({ name: s.name, labels: categories, values: s.values }));
  const face = (key, points, color = COLOR.ink) => ({ [`${key}FontFace`]: text.fontFace, [`${key}FontSize`]: points, [`${key}Color`]: color });
  page.addChart(pptx.ChartType.bar, data, {
    ...area,
    h: area.h - foot,
    barDir: "bar", // as on the site
    barGrouping: many ? "stacked" : "clustered",
    barGapWidthPct: 50,
    chartColors: SERIES.slice(0, Math.max(1, series.length)),
    catAxisOrientation: "maxMin",
    ...face("catAxisLabel", size),
    catAxisLineColor: COLOR.edge,
    valAxisHidden: true,
    valAxisMinVal: 0,
    valAxisLabelFontSize: LEAST,
    valGridLine: { style: "none" },
    catGridLine: { style: "none" },
    showValue: true,
    dataLabelFormatCode: "0;;",
    ...face("dataLabel", size, many ? COLOR.ground : COLOR.ink),
    dataLabelPosition: many ? "ctr" : "outEnd",
    showLegend: many,
    legendPos: "t",
    ...face("legend", 16),
    altText: slide.alt,
    objectName: "chart",
  });
  if (note) page.addText(note, { ...text, x: area.x, y: area.y + area.h - foot, w: area.w, h: foot, margin: 0, fontSize: 16, color: COLOR.muted, valign: "bottom", objectName: "note" });
}
