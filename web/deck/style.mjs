// Colours, faces and measures of the decks: the light palette of the pages. Inches and points.
export const COLOR = { ink: "1C2430", muted: "4F5967", line: "C3C9D1", edge: "5F6875", soft: "F3F5F8", ground: "FFFFFF", accent: "A3231B", main: "1F4E79" };
export const SERIES = ["1F4E79", "7A5200", "2F6B3C", "9C2F24", "6A3D8F", "0F6670", "8A3A63", "4D5866"];
/** Digits and Latin letters. */
export const FACE = "Arial";
/** Chinese, and the source's own words. */
export const EAST_ASIAN = "Microsoft YaHei";
export const QUOTED = "KaiTi";
export const TAG = { zh: "zh-CN", en: "en-GB" };

/** The slide, and what every slide has in the same place. */
export const PAGE = { w: 13.333, h: 7.5, left: 0.6, width: 12.13 };
export const RULE = { x: PAGE.left, y: 0.42, w: PAGE.width, h: 0.07 };
export const TITLE = { x: PAGE.left, y: 0.64, w: PAGE.width, size: { zh: 32, en: 30 } };
/** The title of the cover. */
export const FRONT = { x: PAGE.left, y: 1.2, w: 11.4, h: 2.4 };
export const FOOT = { x: PAGE.left, y: 6.92, w: 11.2, h: 0.32 };
export const NUMBER = { x: PAGE.left + PAGE.width - 0.8, y: FOOT.y, w: 0.8, h: FOOT.h };
/** No text on a slide is smaller: a fortieth of the height is 13.5. */
export const LEAST = 14;

/** Where pictures stand, between titles of so many lines and the foot. */
export function area(lines) {
  const y = lines > 1 ? 1.86 : 1.5;
  return { x: PAGE.left, y, w: PAGE.width, h: FOOT.y - 0.18 - y };
}

/** How a state looks: unbroken, broken, or an empty frame. */
export function frame(status) {
  if (status === "absent") return { fill: { color: COLOR.ground }, line: { color: COLOR.edge, width: 1.25, dashType: "sysDot" } };
  if (status === "inferred") return { fill: { color: COLOR.ground }, line: { color: COLOR.edge, width: 1.25, dashType: "dash" } };
  return { fill: { color: COLOR.soft }, line: { color: COLOR.line, width: 1 } };
}
