// The parts of Apache ECharts that our charts use, and no others. `cargo xtask assets` turns this
// file into one classic script, `target/web/echarts.js`, with the global `echarts`. The same script
// draws the pictures while the site is built, where there is no document, and the live charts in a
// reader's browser. A chart that needs another part: add it here and look at the size it prints.
import { init, use } from "echarts/core";
import { BarChart, GraphChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, GraphChart, GridComponent, LegendComponent, SVGRenderer]);

/**
 * One still picture, as text. We write it out ourselves: ECharts' own text has `style=` attributes
 * and `<style>` rules, which our policy blocks, and does not escape what is in an attribute.
 */
function picture(option, width, height) {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({ ...option, animation: false });
  const { painter } = chart.getZr();
  const drawn = painter.renderToVNode({
    animation: false,
    emphasis: false,
    willUpdate: false,
    compress: true,
    useViewBox: true,
  });
  const svg = written(drawn, "\n");
  chart.dispose();
  return svg;
}

function written({ tag, attrs, children, text }, between = "") {
  const { style, ...others } = attrs;
  const inside = escaped(text ?? "") + (children ?? []).map((child) => between + written(child)).join("");
  const open = Object.entries({ ...others, ...fonts(style ?? "") })
    .filter(([name, value]) => value !== false && value != null && !name.startsWith("ecmeta_"))
    .map(([name, value]) => ` ${name}="${value === true ? "" : escaped(rounded(value))}"`);
  return `<${tag}${open.join("")}` + (inside ? `>${inside}${between}</${tag}>` : "/>");
}

// `font-size:12px;font-family:…` as attributes, and so the short form, `font: italic bold 12px …`.
function fonts(style) {
  const short = style.match(/^font:(.*?)([\d.]+px)(.*)$/s);
  if (short) {
    const [, before, size, family] = short;
    const attributes = { "font-size": size, "font-family": family.trim() };
    const slope = before.match(/italic|oblique/);
    const weight = before.match(/bolder|bold|lighter|[1-9]00/);
    if (slope) attributes["font-style"] = slope[0];
    if (weight) attributes["font-weight"] = weight[0];
    return attributes;
  }
  const declarations = style.split(";").map((part) => part.split(":"));
  const said = declarations.filter(([, value]) => value);
  return Object.fromEntries(said.map(([name, value]) => [name.trim(), value.trim()]));
}

function rounded(value) {
  return typeof value === "number" ? Math.round(value * 100) / 100 : value;
}

function escaped(value) {
  return String(value)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/"/g, "&quot;");
}

export { init, picture };
