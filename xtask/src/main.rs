//! The project's own commands: `cargo xtask serve`, `build`, `test`.
//! Each sets up what it needs, says what it does, and is quick the second time.

mod assets;
mod checks;
mod editions;
mod run;
mod setup;
mod site;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [TRUNK OPTIONS]   set up, build and serve the site; an edit shows in the browser
cargo xtask build [TRUNK OPTIONS]   set up and write the site to dist/
cargo xtask test                    set up and run every check
cargo xtask bench                   print sizes and times of dist/ against the budgets
cargo xtask setup                   set up alone

cargo xtask assets                  the scripts in target/web (Trunk runs this before it compiles)
cargo xtask site                    the pages (Trunk runs this after it compiled)

POLICY_EXPLORER_TOOLS   folder for Trunk and wasm-bindgen (else the user's cache folder)
CHROMIUM                the browser that draws pictures and PDFs, and that tests use
EXPLORER_PREVIEW=1      pages reload themselves and show errors, as under `serve`
";

/// What went wrong, in words for the person at the terminal.
type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    let outcome = match command {
        "serve" => setup::for_site().and_then(|()| site::trunk(&["serve"], rest)),
        "build" => setup::for_site().and_then(|()| site::trunk(&["build", "--release"], rest)),
        "test" => setup::for_tests().and_then(|()| checks::all()),
        "bench" => setup::for_tests().and_then(|()| checks::bench()),
        "setup" => setup::for_tests(),
        "assets" => assets::ensure(),
        "site" => site::after_trunk(),
        "help" | "-h" | "--help" => {
            print!("{HELP}");
            Ok(())
        }
        unknown => Err(format!("there is no command `{unknown}`\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nxtask: {problem}");
            ExitCode::FAILURE
        }
    }
}
