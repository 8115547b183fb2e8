// The parts of Apache ECharts that our charts use, and no others. `cargo xtask assets` turns this
// file into one classic script, `target/web/echarts.js`, with the global `echarts`. The same script
// draws the pictures while the site is built, where there is no document, and the live charts in a
// reader's browser. A chart that needs another part: add it here and look at the size it prints.
import { init, use } from "echarts/core";
import { BarChart, GraphChart, ScatterChart, TreeChart } from "echarts/charts";
import { AriaComponent, GridComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([
  AriaComponent,
  BarChart,
  GraphChart,
  GridComponent,
  ScatterChart,
  SVGRenderer,
  TitleComponent,
  TooltipComponent,
  TreeChart,
]);

/**
 * One still picture, as text. ECharts writes fonts as `style=` and hover rules as `<style>`, which
 * our policy blocks: the picture carries neither.
 */
function picture(option, width, height) {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({ ...option, animation: false });
  const svg = chart.renderToSVGString({ cssAnimation: false, cssEmphasis: false });
  chart.dispose();
  return svg.replace(/ style="([^"]*)"/g, (_, css) => css.split(";").map(attributes).join(""));
}

function attributes(declaration) {
  const [name, value] = declaration.split(/:(.*)/s).map((part) => part.trim());
  if (!name) return "";
  if (name !== "font") return ` ${name}="${value}"`;
  const [, before, size, family] = value.match(/^(.*?)\s*([\d.]+px)\S*\s+(.*)$/s) ?? [, "", "12px", value];
  const style = before.match(/italic|oblique/)?.[0];
  const weight = before.match(/bolder|bold|lighter|[1-9]00/)?.[0];
  return (
    ` font-size="${size}" font-family="${family}"` +
    (style ? ` font-style="${style}"` : "") +
    (weight ? ` font-weight="${weight}"` : "")
  );
}

export { init, picture };
