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
            "echarts.picture({},{},{})",
            figure.option, figure.width, figure.height
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
    let mut out = svg.to_owned();
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
