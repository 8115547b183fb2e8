//! ECharts' own server-side SVG, drawn inside this program by QuickJS.

use rquickjs::{CatchResultExt, Context, Runtime};

use super::{Figure, TOKENS};

/// QuickJS with ECharts loaded.
pub struct Painter {
    context: Context,
}

impl Painter {
    /// Loads the ECharts bundle, a script that sets the global `echarts`.
    ///
    /// # Errors
    /// What QuickJS says of the script.
    pub fn new(bundle: &str) -> Result<Painter, String> {
        let runtime = Runtime::new().map_err(|e| e.to_string())?;
        runtime.set_max_stack_size(4 << 20);
        let context = Context::full(&runtime).map_err(|e| e.to_string())?;
        context.with(|c| {
            let quiet = "var console={log(){},warn(){},error(){}},setTimeout=function(){return 0},clearTimeout=function(){};";
            c.eval::<(), _>(quiet).and_then(|()| c.eval::<(), _>(bundle)).catch(&c).map_err(|e| format!("ECharts: {e}"))
        })?;
        Ok(Painter { context })
    }

    /// A chart as inline SVG that obeys our policy (no style attributes) and the page's colours.
    ///
    /// # Errors
    /// What ECharts says of the option.
    pub fn svg(&self, figure: &Figure) -> Result<String, String> {
        let script = format!(
            "(()=>{{const c=echarts.init(null,null,{{renderer:'svg',ssr:true,width:{},height:{}}});c.setOption({});const s=c.renderToSVGString();c.dispose();return s}})()",
            figure.width, figure.height, figure.option
        );
        let svg = self.context.with(|c| {
            c.eval::<String, _>(script)
                .catch(&c)
                .map_err(|e| format!("chart {}: {e}", figure.id))
        })?;
        Ok(clean(&svg, figure))
    }
}

fn clean(svg: &str, figure: &Figure) -> String {
    let mut out = String::new();
    let mut rest = svg;
    while let Some(at) = rest.find(" style=\"") {
        let value = &rest[at + 8..];
        let end = value.find('"').unwrap_or(value.len());
        out.push_str(&rest[..at]);
        for (key, value) in value[..end].split(';').filter_map(|d| d.split_once(':')) {
            if ["font-size", "font-weight"].contains(&key.trim()) {
                out.push_str(&format!(" {}=\"{}\"", key.trim(), value.trim()));
            }
        }
        rest = &value[(end + 1).min(value.len())..];
    }
    out.push_str(rest);
    if let (Some(a), Some(b)) = (out.find("<style"), out.find("</style>")) {
        out.replace_range(a..b + "</style>".len(), "");
    }
    // The page's style sets the size; the label is ours, in the page's language.
    if let Some(end) = out.find('>') {
        let label = figure
            .description
            .replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;");
        out.replace_range(
            ..end,
            &format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{label}\"", figure.width, figure.height),
        );
    }
    for (placeholder, token) in TOKENS {
        out = out.replace(placeholder, &format!("var({token})"));
    }
    out.replace("zr0-", &format!("{}-", figure.id))
}
