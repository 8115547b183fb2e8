//! The native command: checks the content and builds the site.

use std::{path::PathBuf, process::ExitCode};

use policy_explorer::{check, site, view};

const USAGE: &str = "usage: policy-explorer check\n       policy-explorer build [--out DIR] [--public-url URL] [--preview] [--editions]";

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(done) => {
            println!("{done}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<String, String> {
    let root = PathBuf::from(".");
    let mut input = site::Input {
        root: root.clone(),
        out: "dist".into(),
        public_url: None,
        preview: false,
        editions: false,
    };
    let mut args = args.iter();
    let command = args
        .next()
        .map(String::as_str)
        .filter(|c| ["check", "build"].contains(c))
        .ok_or(USAGE)?;
    while let Some(option) = args.next() {
        match option.as_str() {
            "--out" => input.out = args.next().ok_or(USAGE)?.into(),
            "--public-url" => input.public_url = Some(args.next().ok_or(USAGE)?.clone()),
            "--preview" => input.preview = true,
            "--editions" => input.editions = true,
            other => return Err(format!("unknown option {other}\n{USAGE}")),
        }
    }
    let model = check::load(&root, &view::labels()).map_err(|problems| {
        let list: String = problems.iter().map(|p| format!("{p}\n\n")).collect();
        format!("{list}{} problems; nothing was written", problems.len())
    })?;
    let claims = model.claims().count();
    if command == "check" {
        return Ok(format!(
            "{claims} claims on {} sentences: every quotation stands in the source",
            model.sentences.len()
        ));
    }
    let files = site::build(&model, &input)?;
    Ok(format!(
        "{files} files, {claims} claims, in {}",
        input.out.display()
    ))
}
