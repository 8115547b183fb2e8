//! Decks as PowerPoint files: pptxgenjs writes the parts inside this program, by QuickJS; we pack them.

use std::io::{Cursor, Write};

use rquickjs::{CatchResultExt, Context, Promise, Runtime};
use serde_json::Value;
use zip::{ZipWriter, write::SimpleFileOptions};

/// What the script may not have: a clock, chance, a console, timers.
const PRELUDE: &str = "var console={log(){},warn(){},error(){}},setTimeout=()=>0,clearTimeout=()=>{};\
(()=>{const Clock=Date;globalThis.Date=class extends Clock{constructor(...a){a.length?super(...a):super(0)}static now(){return 0}};\
let seed=1;Math.random=()=>(seed=seed*48271%2147483647)/2147483647})();";

/// Our deck script, which counts charts as it goes: every deck gets a fresh QuickJS.
pub struct Press {
    bundle: String,
}

impl Press {
    /// Takes the script that `cargo xtask assets` makes of `web/deck/pptx.mjs`.
    #[must_use]
    pub fn new(bundle: String) -> Press {
        Press { bundle }
    }

    /// A deck of `data/decks/` as the bytes of a `.pptx`; `words` names states and headings.
    ///
    /// # Errors
    /// What QuickJS says of the script, or the script of the deck.
    pub fn pptx(&self, deck: &Value, words: &Value) -> Result<Vec<u8>, String> {
        let named = |e: String| format!("deck {}.{}: {e}", deck["id"], deck["lang"]);
        let parts = self.parts(deck, words).map_err(named)?;
        packed(&parts).map_err(named)
    }

    fn parts(&self, deck: &Value, words: &Value) -> Result<Value, String> {
        let runtime = Runtime::new().map_err(|e| e.to_string())?;
        runtime.set_max_stack_size(4 << 20);
        let context = Context::full(&runtime).map_err(|e| e.to_string())?;
        let script = format!("decks.parts({deck},{words}).then(JSON.stringify)");
        let parts = context.with(|c| {
            c.eval::<(), _>(PRELUDE)
                .and_then(|()| c.eval::<(), _>(self.bundle.as_str()))
                .and_then(|()| c.eval::<Promise, _>(script))
                .and_then(|promise| promise.finish::<String>())
                .catch(&c)
                .map_err(|e| e.to_string())
        })?;
        serde_json::from_str(&parts).map_err(|e| e.to_string())
    }
}

/// Packs parts by path; a part that is not text is a package of its own.
fn packed(parts: &Value) -> Result<Vec<u8>, String> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().unix_permissions(0o644);
    for (path, part) in parts.as_object().ok_or("no parts")? {
        let bytes = match part {
            Value::String(text) => text.clone().into_bytes(),
            inner => packed(inner)?,
        };
        writer
            .start_file(path.as_str(), options)
            .map_err(|e| e.to_string())?;
        writer.write_all(&bytes).map_err(|e| e.to_string())?;
    }
    let whole = writer.finish().map_err(|e| e.to_string())?;
    Ok(whole.into_inner())
}
