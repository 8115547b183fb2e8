//! ECharts' own server-side SVG, drawn inside this program by QuickJS.

use rquickjs::{CatchResultExt, Context, Runtime};

use super::{Figure, Picture, text};

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

    /// A picture as inline SVG that obeys our policy (no style attributes) and takes the page's
    /// colours. The page says in words what it shows.
    ///
    /// # Errors
    /// What ECharts says of the option.
    pub fn svg(&self, id: &str, picture: &Picture) -> Result<String, String> {
        let (w, h) = (picture.width, picture.height);
        let script = format!("echarts.picture({},{w},{h})", picture.option);
        let svg = self.context.with(|c| {
            c.eval::<String, _>(script)
                .catch(&c)
                .map_err(|e| format!("chart {id}: {e}"))
        })?;
        let inside = svg.find('>').map_or("", |end| &svg[end..]);
        Ok(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" aria-hidden=\"true\"{}",
            inside.replace("zr0-", &format!("{id}-{w}-"))
        ))
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// A picture to take away: with its title above, and what it counts and where it is from below.
#[must_use]
pub fn framed(figure: &Figure, picture: &Picture, svg: &str, source: &str) -> String {
    let (margin, width) = (24.0, f64::from(picture.width));
    let mut y = margin;
    let mut words = |lines: Vec<String>, size: f64, look: &str| {
        let mut out = String::new();
        for line in lines {
            y += size * 1.5;
            out += &format!(
                "<text x=\"{margin}\" y=\"{:.1}\" font-size=\"{size}\" {look}>{}</text>\n",
                y - size * 0.4,
                escaped(&line)
            );
        }
        (out, y)
    };
    let (title, top) = words(
        text::wrap(&figure.finding, width, 19.5, 4),
        18.0,
        "font-weight=\"bold\" fill=\"var(--ink)\"",
    );
    let muted = "fill=\"var(--muted)\"";
    let mut y_below = top + 12.0 + f64::from(picture.height) + 12.0;
    let mut below = String::new();
    for said in [&figure.note, source] {
        for line in text::wrap(said, width, 12.0, 4) {
            y_below += 18.0;
            below += &format!(
                "<text x=\"{margin}\" y=\"{:.1}\" font-size=\"12\" {muted}>{}</text>\n",
                y_below - 5.0,
                escaped(&line)
            );
        }
    }
    let (full, height) = (width + 2.0 * margin, y_below + margin);
    let inner = svg.replacen(" aria-hidden=\"true\"", "", 1).replacen(
        "<svg ",
        &format!(
            "<svg x=\"{margin}\" y=\"{:.1}\" width=\"{width}\" height=\"{}\" ",
            top + 12.0,
            picture.height
        ),
        1,
    );
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{full}\" height=\"{height}\" viewBox=\"0 0 {full} {height}\" role=\"img\" font-family=\"system-ui, 'Noto Sans CJK SC', sans-serif\">\n<title>{}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"var(--ground)\"/>\n{title}{inner}\n{below}</svg>\n",
        escaped(&figure.description)
    )
}
