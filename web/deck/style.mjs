// Colours, faces and measures of the decks: the light palette of the pages. Inches and points.
export const COLOR = { ink: "1C2430", muted: "4F5967", line: "C3C9D1", edge: "77808C", soft: "F3F5F8", ground: "FFFFFF", accent: "A3231B" };
export const SERIES = ["1F4E79", "7A5200", "2F6B3C", "9C2F24", "6A3D8F", "0F6670", "8A3A63", "4D5866"];
export const FACE = { zh: "Microsoft YaHei", en: "Arial" };
export const EAST_ASIAN = "Microsoft YaHei";
export const TAG = { zh: "zh-CN", en: "en-GB" };

/** Where pictures stand, below the title and above the foot. */
export const AREA = { x: 0.6, y: 1.72, w: 12.13, h: 4.95 };
/** No text on a slide is smaller: a fortieth of the height. */
export const LEAST = 13.5;

/** How a state looks: unbroken, broken, or an empty frame. */
export function frame(status) {
  if (status === "absent") return { fill: { color: COLOR.ground }, line: { color: COLOR.edge, width: 1, dashType: "sysDot" } };
  if (status === "inferred") return { fill: { color: COLOR.ground }, line: { color: COLOR.edge, width: 1.25, dashType: "dash" } };
  return { fill: { color: COLOR.soft }, line: { color: COLOR.line, width: 1 } };
}
