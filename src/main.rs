//! The native command: checks the content and builds the site.

use std::{path::PathBuf, process::ExitCode};

use policy_explorer::check;

fn main() -> ExitCode {
    match check::load(&PathBuf::from("."), &[]) {
        Ok(model) => {
            println!("{} claims, {} sentences", model.claims().count(), model.sentences.len());
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for p in &problems {
                eprintln!("{p}\n");
            }
            eprintln!("{} problems", problems.len());
            ExitCode::FAILURE
        }
    }
}
